import "../http/environment.ts";
import { afterAll, describe, expect, test, vi } from "vitest";
import { createDesign } from "#lib/designs/create-design.ts";
import { env } from "#lib/env.ts";
import { getJob } from "#lib/jobs/get-job.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { unavailable } from "#lib/shared/errors.ts";
import { openInngestDouble } from "#tests/doubles/inngest/server.ts";
import { hashedKey, signatureOf } from "#tests/doubles/inngest/sign.ts";
import { openStudio } from "../designs/studio.ts";
import { db } from "../http/environment.ts";
import { serve } from "../http/serve.ts";

const SIGNING_KEY = "signkey-test-0123456789abcdef0123456789abcdef";
const EVENT_KEY = "an-event-key";

/** The environment is read once, when the first module asks for it: an Inngest server is configured before. */
vi.hoisted(() => {
  process.env.INNGEST_SIGNING_KEY = "signkey-test-0123456789abcdef0123456789abcdef";
  process.env.INNGEST_EVENT_KEY = "an-event-key";
  process.env.INNGEST_BASE_URL = "http://127.0.0.1:1";
});

const inngest = await openInngestDouble(SIGNING_KEY);
Object.assign(env(), { INNGEST_BASE_URL: inngest.url });
const route = await import("#app/api/inngest/route.ts");
const app = await serve((request) => route[request.method as "POST"](request as never, {}));
const studio = await openStudio();
Object.assign(globalThis, { maquetteAdapters: studio.ctx.adapters });
afterAll(() => inngest.close());

const register = () => fetch(`${app.url}/api/inngest`, { method: "PUT" });

describe("the functions' route with an Inngest server configured", () => {
  test("registers every function with its limits, under the hash of the key", async () => {
    const answer = await register();
    expect(answer.status).toBe(200);
    expect(inngest.registeredWith.at(-1)).toBe(`Bearer ${hashedKey(SIGNING_KEY)}`);
    const ids = inngest.functions.map((served) => served.id).sort();
    expect(ids).toEqual([
      "maquette-answer-message",
      "maquette-answer-message-failure",
      "maquette-build-model",
      "maquette-build-model-failure",
      "maquette-draw-pictures",
      "maquette-draw-pictures-failure",
      "maquette-end-overdue",
      "maquette-import-catalog",
      "maquette-import-catalog-failure",
      "maquette-index-products",
      "maquette-mail-notice",
      "maquette-make-concepts",
      "maquette-make-concepts-failure",
      "maquette-make-figurine",
      "maquette-make-figurine-failure",
      "maquette-model-photos",
      "maquette-model-photos-failure",
      "maquette-run-sizes",
      "maquette-run-sizes-failure",
      "maquette-send-letter",
      "maquette-sweep-catalogs",
      "maquette-sweep-face-photos",
      "maquette-sweep-lost-jobs",
      "maquette-sweep-old-files",
      "maquette-sweep-old-rows",
      "maquette-sweep-portfolios",
    ]);
    const drawing = inngest.functions.find((served) => served.id === "maquette-draw-pictures");
    expect(drawing).toMatchObject({
      triggers: [{ event: "design/pictures.requested" }],
      steps: { step: { retries: { attempts: 3 } } },
      concurrency: [
        { scope: "env", limit: 100 },
        { key: "event.data.userId", limit: 12 },
      ],
      cancel: [{ event: "job/cancelled", if: "event.data.jobId == async.data.jobId" }],
    });
  });

  test.each([
    ["without a signature", () => undefined],
    ["signed with another key", (body: string) => signatureOf("signkey-test-ffff", body)],
    ["signed for another body", () => signatureOf(SIGNING_KEY, "{}")],
    [
      "signed an hour ago",
      (body: string) => signatureOf(SIGNING_KEY, body, Date.now() / 1000 - 3600),
    ],
  ])("refuses a call %s", async (_, sign) => {
    const body = '{"event":{"data":{},"name":"x"},"events":[],"steps":{}}';
    const signature = sign(body);
    const answer = await fetch(`${app.url}/api/inngest?fnId=maquette-sweep-old-rows&stepId=step`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(signature ? { "x-inngest-signature": signature } : {}),
      },
      body,
    });
    expect(answer.status).toBe(401);
  });

  test("works on the jobs of a design from its events, over signed calls", async () => {
    await register();
    const made = await createDesign(studio.ctx, {
      kind: "ring",
      spec: { style: "plain", alloy: "gold-18k-rose" },
    });
    await flushOutbox(db);
    const sent = inngest.events.filter(({ key }) => key === EVENT_KEY).map(({ event }) => event);
    expect(sent.map((event) => event.name).sort()).toEqual([
      "design/model.requested",
      "design/pictures.requested",
    ]);
    for (const event of sent) {
      const served = inngest.functions.find(({ triggers }) => triggers[0]?.event === event.name);
      await inngest.run(served?.id ?? "", event);
    }
    const [pictures, model] = await Promise.all([
      getJob(studio.ctx, made.picturesJobId ?? ""),
      getJob(studio.ctx, made.modelJobId ?? ""),
    ]);
    expect(pictures).toMatchObject({ status: "succeeded", failed: 0 });
    expect(pictures.successful).toBeGreaterThan(0);
    expect(model).toMatchObject({ status: "succeeded", successful: 1 });
    const files = await db.modelFile.count({ where: { jobId: model.jobId } });
    expect(files).toBeGreaterThan(0);
  });

  test("tries a step again after a failure that may pass, and draws nothing twice", async () => {
    const made = await createDesign(studio.ctx, { kind: "ring", spec: { style: "plain" } });
    studio.engine.breakOnce = unavailable("The workshop is busy.");
    const drawnBefore = studio.engine.drawn.length;
    const jobId = made.picturesJobId ?? "";
    const event = {
      name: "design/pictures.requested",
      data: { jobId, workspaceId: studio.workspaceId, userId: studio.userId },
      ts: Date.now(),
    };
    await inngest.run("maquette-draw-pictures", event);
    const job = await getJob(studio.ctx, jobId);
    expect(job).toMatchObject({ status: "succeeded", failed: 0 });
    const drawn = studio.engine.drawn.length - drawnBefore;
    await inngest.run("maquette-draw-pictures", event);
    expect(studio.engine.drawn.length - drawnBefore).toBe(drawn);
    expect(await db.image.count({ where: { jobId } })).toBe(job.successful);
  });

  test("runs the sweeps", async () => {
    const tick = { name: "inngest/scheduled.timer", data: { cron: "" }, ts: Date.now() };
    expect(await inngest.run("maquette-sweep-lost-jobs", tick)).toMatchObject({ failed: 0 });
    expect(await inngest.run("maquette-sweep-old-rows", tick)).toEqual({ rows: 0, mails: 0 });
  });
});

describe("the embedded executor", () => {
  test("does not start beside an Inngest server", async () => {
    const { startExecutor } = await import("#inngest/embedded/index.ts");
    await expect(startExecutor()).rejects.toThrow("An Inngest server is configured");
  });
});
