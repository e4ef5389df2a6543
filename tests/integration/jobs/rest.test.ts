import "../http/environment.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { POST as cancel } from "#app/api/v1/jobs/[id]/cancel/route.ts";
import { GET as progress } from "#app/api/v1/status/jobs/[id]/progress/route.ts";
import { GET as jobStream } from "#app/api/v1/status/jobs/[id]/stream/route.ts";
import { GET as shortStream } from "#app/api/v1/status/stream/[id]/route.ts";
import { GET as taskStatus } from "#app/api/v1/status/tasks/[id]/route.ts";
import { GET as taskStream } from "#app/api/v1/status/tasks/[id]/stream/route.ts";
import { POST as cancelOne } from "#app/api/v1/tasks/[id]/cancel/route.ts";
import { POST as retry } from "#app/api/v1/tasks/[id]/retry/route.ts";
import { createApiKey } from "#lib/accounts/create-api-key.ts";
import type { RouteHandler } from "#lib/http/define-route.ts";
import { failTask, succeedTask } from "#lib/jobs/end-task.ts";
import { makePerson, type Person } from "../accounts/people.ts";
import { serve } from "../http/serve.ts";
import { makeJob } from "./fixtures.ts";

/** The routes under the file names Next gives them. */
const ROUTES: [RegExp, RouteHandler][] = [
  [/^\/status\/tasks\/[^/]+$/, taskStatus],
  [/^\/status\/tasks\/[^/]+\/stream$/, taskStream],
  [/^\/status\/jobs\/[^/]+\/progress$/, progress],
  [/^\/status\/jobs\/[^/]+\/stream$/, jobStream],
  [/^\/status\/stream\/[^/]+$/, shortStream],
  [/^\/jobs\/[^/]+\/cancel$/, cancel],
  [/^\/tasks\/[^/]+\/cancel$/, cancelOne],
  [/^\/tasks\/[^/]+\/retry$/, retry],
];
const ID = /\/([0-9a-f-]{36})/;
const app = await serve(
  (request, args) => {
    const path = new URL(request.url).pathname;
    const route = ROUTES.find(([pattern]) => pattern.test(path))?.[1];
    return route ? route(request, args) : Promise.resolve(new Response(null, { status: 404 }));
  },
  (path) => ({ id: ID.exec(path)?.[1] ?? "" }),
);

let ada: Person;
let eve: Person;
const keys = new Map<Person, string>();
beforeAll(async () => {
  ada = await makePerson();
  eve = await makePerson();
  for (const person of [ada, eve]) {
    keys.set(person, (await createApiKey(person.ctx, { name: "test" })).key);
  }
});

const ask = (person: Person, path: string, init: RequestInit = {}) =>
  fetch(app.url + path, {
    ...init,
    headers: { authorization: `Bearer ${keys.get(person)}`, ...init.headers },
  });
const post = (person: Person, path: string, headers: HeadersInit = {}) =>
  ask(person, path, { method: "POST", headers });
const THIN = { code: "rule_broken", message: "Too thin to cast.", retryable: false };

describe("jobs over REST", () => {
  test("say how they stand, in snake_case", async () => {
    const { job, tasks } = await makeJob(ada, ["front", "side"]);
    await succeedTask(ada.ctx, tasks[0]?.id ?? "", { pictureId: "p1" });
    const answer = await ask(ada, `/status/jobs/${job.id}/progress`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      job_id: job.id,
      kind: "test",
      status: "queued",
      progress: 0.5,
      successful: 1,
      failed: 0,
      total: 2,
      tasks: [
        { task_id: tasks[0]?.id, name: "front", status: "succeeded", result: { picture_id: "p1" } },
        { name: "side", status: "queued" },
      ],
      finished_at: null,
    });
    const task = await ask(ada, `/status/tasks/${tasks[1]?.id}`);
    expect(await task.json()).toMatchObject({ task_id: tasks[1]?.id, job_id: job.id });
  });

  test("stream their events under both paths, from the event asked for", async () => {
    const { job, tasks } = await makeJob(ada);
    await succeedTask(ada.ctx, tasks[0]?.id ?? "");
    const whole = await ask(ada, `/status/jobs/${job.id}/stream`);
    expect(whole.headers.get("content-type")).toContain("text/event-stream");
    const text = await whole.text();
    expect(text).toContain("event: task_completed");
    const last = /event: job_completed\ndata: (.*)\n/.exec(text)?.[1] ?? "null";
    expect(JSON.parse(last)).toMatchObject({ job_id: job.id, successful: 1, failed: 0 });
    const short = await ask(ada, `/status/stream/${job.id}`);
    expect(await short.text()).toBe(text);
    const rest = await ask(ada, `/status/stream/${job.id}?last_event_id=3`);
    expect([...(await rest.text()).matchAll(/^id: (\d+)$/gm)].map(([, id]) => id)).toEqual(["4"]);
    const resumed = await ask(ada, `/status/tasks/${tasks[0]?.id}/stream`, {
      headers: { "last-event-id": "2" },
    });
    expect([...(await resumed.text()).matchAll(/^id: (\d+)$/gm)].map(([, id]) => id)).toEqual([
      "3",
    ]);
  });

  test("stop when asked, and answer a second time the same", async () => {
    const { job } = await makeJob(ada);
    const stopped = await post(ada, `/jobs/${job.id}/cancel`);
    expect(stopped.status).toBe(200);
    expect(await stopped.json()).toMatchObject({ job_id: job.id, status: "cancelled" });
    expect((await post(ada, `/jobs/${job.id}/cancel`)).status).toBe(200);
    const one = await makeJob(ada, ["front", "side"]);
    const answer = await post(ada, `/tasks/${one.tasks[0]?.id}/cancel`);
    expect(await answer.json()).toMatchObject({ status: "cancelled" });
  });

  test("try a failed task again, once for one idempotency key", async () => {
    const { tasks } = await makeJob(ada);
    const id = tasks[0]?.id ?? "";
    await failTask(ada.ctx, id, THIN);
    const failed = await ask(ada, `/status/tasks/${id}`);
    expect(await failed.json()).toMatchObject({ status: "failed", error: THIN });
    const first = await post(ada, `/tasks/${id}/retry`, { "idempotency-key": "again-1" });
    expect(first.status).toBe(202);
    const answered = await first.json();
    expect(answered).toMatchObject({ task_id: id, status: "queued", attempt: 1 });
    const same = await post(ada, `/tasks/${id}/retry`, { "idempotency-key": "again-1" });
    expect([same.status, await same.json()]).toEqual([202, answered]);
    expect((await post(ada, `/tasks/${id}/retry`)).status).toBe(409);
  });

  test("of someone else are not there, and nobody's without a key", async () => {
    const { job, tasks } = await makeJob(ada);
    const taskId = tasks[0]?.id ?? "";
    const read = [
      `/status/jobs/${job.id}/progress`,
      `/status/jobs/${job.id}/stream`,
      `/status/stream/${job.id}`,
      `/status/tasks/${taskId}`,
      `/status/tasks/${taskId}/stream`,
    ];
    for (const path of read) {
      expect((await ask(eve, path)).status).toBe(404);
      expect((await fetch(app.url + path)).status).toBe(401);
    }
    for (const path of [
      `/jobs/${job.id}/cancel`,
      `/tasks/${taskId}/cancel`,
      `/tasks/${taskId}/retry`,
    ]) {
      expect((await post(eve, path)).status).toBe(404);
      expect((await fetch(app.url + path, { method: "POST" })).status).toBe(401);
    }
  });

  test("are not stopped with a key that may only read", async () => {
    const { job } = await makeJob(ada);
    const { key } = await createApiKey(ada.ctx, { name: "reader", scopes: ["read"] });
    const headers = { authorization: `Bearer ${key}` };
    const url = `${app.url}/jobs/${job.id}/cancel`;
    expect((await fetch(url, { method: "POST", headers })).status).toBe(403);
    expect((await fetch(`${app.url}/status/jobs/${job.id}/progress`, { headers })).status).toBe(
      200,
    );
  });
});
