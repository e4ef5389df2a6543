import "../http/environment.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET, POST, PUT } from "#app/api/inngest/route.ts";
import { startExecutor, stopExecutor } from "#inngest/embedded/index.ts";
import { createDesign } from "#lib/designs/create-design.ts";
import { cancelJob } from "#lib/jobs/cancel-job.ts";
import { eventStream } from "#lib/jobs/event-stream.ts";
import { getJob } from "#lib/jobs/get-job.ts";
import { retryTask } from "#lib/jobs/retry-task.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import { signatureOf } from "#tests/doubles/inngest/sign.ts";
import { openStudio } from "../designs/studio.ts";
import { db } from "../http/environment.ts";
import { serve } from "../http/serve.ts";

const studio = await openStudio();
Object.assign(globalThis, { maquetteAdapters: studio.ctx.adapters });
const route = { GET, POST, PUT };
const app = await serve((request) => route[request.method as "POST"](request as never, {}));
beforeAll(() => startExecutor());
afterAll(() => stopExecutor());

/** Resolves when the job's stream ends, which it does with the job. */
async function endOf(jobId: string) {
  for await (const _ of await eventStream(studio.ctx, { jobId, afterId: 0 }));
  return getJob(studio.ctx, jobId);
}

const makeRing = () => createDesign(studio.ctx, { kind: "ring", spec: { style: "plain" } });

describe("jobs under the embedded executor", () => {
  test("are worked on as soon as they are made", async () => {
    const made = await makeRing();
    await flushOutbox(db);
    const model = await endOf(made.modelJobId ?? "");
    const pictures = await endOf(made.picturesJobId ?? "");
    expect(model).toMatchObject({ status: "succeeded", successful: 1 });
    expect(pictures).toMatchObject({ status: "succeeded", failed: 0 });
  });

  test("fail in the user's words and work when tried again", async () => {
    studio.engine.breakOnce = null;
    const made = await makeRing();
    studio.engine.breakOnce = invalidInput("The oven is cold.");
    await flushOutbox(db);
    const [one, other] = [
      await endOf(made.modelJobId ?? ""),
      await endOf(made.picturesJobId ?? ""),
    ];
    const failed = [...one.tasks, ...other.tasks].filter((task) => task.status === "failed");
    expect(failed).toMatchObject([{ error: { message: "The oven is cold." } }]);
    const again = await retryTask(studio.ctx, failed[0]?.taskId ?? "");
    expect(await endOf(again.jobId)).toMatchObject({ status: "succeeded", failed: 0 });
  });

  test("stop when they are cancelled, run and all", async () => {
    const made = await makeRing();
    const jobId = made.picturesJobId ?? "";
    await cancelJob(studio.ctx, jobId);
    expect((await endOf(jobId)).status).toBe("cancelled");
    const of = { path: ["data", "jobId"], equals: jobId };
    while ((await db.executorRun.count({ where: { event: of, status: "running" } })) > 0) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await db.image.count({ where: { jobId } })).toBe(0);
  });
});

describe("the functions' route while the embedded executor runs", () => {
  test.each(["GET", "POST", "PUT"])("is closed to %s, signed or not", async (method) => {
    const body = method === "GET" ? undefined : "{}";
    const url = `${app.url}/api/inngest?fnId=maquette-build-model&stepId=step`;
    const plain = await fetch(url, { method, body });
    const signed = await fetch(url, {
      method,
      body,
      headers: { "x-inngest-signature": signatureOf("signkey-test-00", "{}") },
    });
    expect([plain.status, signed.status]).toEqual([404, 404]);
  });
});
