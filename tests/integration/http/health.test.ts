import "./environment.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { adapters } from "#lib/adapters/index.ts";
import { getReadiness } from "#lib/health/readiness.ts";
import { GET as getHealth } from "../../../app/api/health/route.ts";
import { GET as getMetrics } from "../../../app/api/metrics/route.ts";
import { GET as getApi } from "../../../app/api/route.ts";
import { GET as getReady } from "../../../app/api/v1/health/ready/route.ts";
import { adaptersWith } from "../../setup/adapters.ts";
import { clear, db } from "./environment.ts";

const request = () =>
  new Request("http://maquette.test/api", { headers: { host: "maquette.test" } });
const PARTS = [
  "database",
  "queue",
  "inference",
  "blob",
  "vectors",
  "embedder",
  "chat_model",
  "disk_space",
];

beforeEach(clear);

describe("the state of the service", () => {
  test("is ready when every part answers, each with its implementation", async () => {
    const response = await getReady(request());
    const { status, checks } = await response.json();
    expect(Object.keys(checks)).toEqual(PARTS);
    expect(Object.values(checks)).toEqual(PARTS.map(() => expect.objectContaining({ ok: true })));
    expect(checks).toMatchObject({
      database: { implementation: "embedded postgres" },
      queue: { implementation: "embedded executor" },
      blob: { implementation: "folder" },
      vectors: { implementation: "pgvector" },
      chat_model: { implementation: "embedded" },
    });
    expect(status).toBe("ready");
    expect(response.status).toBe(200);
  });

  test("is not ready when events wait and nobody relays them: 503", async () => {
    const createdAt = new Date(Date.now() - 600_000);
    await db.outboxEvent.create({ data: { name: "test/waiting", data: {}, createdAt } });
    const response = await getReady(request());
    const { status, checks } = await response.json();
    expect(response.status).toBe(503);
    expect(status).toBe("not_ready");
    expect(checks.queue).toMatchObject({ ok: false, detail: "an event waits since 600 s" });
    expect(checks.database.ok).toBe(true);
  });

  test("is not ready when files cannot be stored", async () => {
    const full = {
      ...adapters().blob,
      put: () => Promise.reject(new Error("no space left on device")),
    };
    const { status, checks } = await getReadiness({
      db,
      adapters: adaptersWith(adapters(), { blob: full }),
    });
    expect(status).toBe("not_ready");
    expect(checks.blob).toMatchObject({ ok: false, detail: "no space left on device" });
  });
});

test("health says that the app answers", async () => {
  expect(await (await getHealth(request())).json()).toMatchObject({ status: "ok" });
});

test("the API's root names where to go on", async () => {
  const { name, links } = await (await getApi(request())).json();
  expect(name).toBe("Maquette");
  expect(links.openapi_url).toBe("http://maquette.test/api/v1/openapi.json");
});

test("metrics count answers by route and status", async () => {
  await getHealth(request());
  const response = await getMetrics(request());
  expect(response.headers.get("content-type")).toContain("version=0.0.4");
  const text = await response.text();
  expect(text).toMatch(
    /^http_requests_total\{method="GET",route="\/api\/health",status="200"\} \d+$/m,
  );
  expect(text).toMatch(/^http_request_duration_seconds_count\{/m);
  expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
});
