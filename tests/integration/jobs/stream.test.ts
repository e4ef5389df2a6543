import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { answerStream } from "#lib/jobs/answer-stream.ts";
import { appendEvent, appendEvents } from "#lib/jobs/append-event.ts";
import { cancelJob } from "#lib/jobs/cancel-job.ts";
import { failTask, succeedTask } from "#lib/jobs/end-task.ts";
import { eventStream } from "#lib/jobs/event-stream.ts";
import { retryTask } from "#lib/jobs/retry-task.ts";
import { startTask } from "#lib/jobs/start-task.ts";
import { listenedJobs, wakeReaders } from "#lib/jobs/wake-ups.ts";
import { testDatabase } from "#tests/setup/database.ts";
import { makeJob, makePerson, type Person } from "./fixtures.ts";

const { db, clear } = await testDatabase();
let ada: Person;
beforeEach(async () => {
  await clear();
  ada = await makePerson(db);
});

/** Real HTTP: `/job/{id}` and `/task/{id}` answer the streams of Ada's jobs. */
const server = createServer(async (request, response) => {
  const left = new AbortController();
  response.on("close", () => left.abort());
  const [, kind, id] = (request.url ?? "").split("/");
  const asked = new Request(`http://localhost${request.url}`, {
    headers: request.headers as Record<string, string>,
    signal: left.signal,
  });
  const followed = kind === "task" ? { taskId: id ?? "" } : { jobId: id ?? "" };
  const answer = await answerStream(ada.ctx, { ...followed, request: asked });
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  const body = answer.body ? Readable.fromWeb(answer.body as never) : Readable.from([]);
  body.on("error", () => {}).pipe(response);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

interface Received {
  id: number;
  event: string;
  data: Record<string, unknown>;
}

function parseBlock(block: string): Received | null {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1];
  const data = field("data");
  return data
    ? { id: Number(field("id")), event: field("event") ?? "", data: JSON.parse(data) }
    : null;
}

/** Reads a stream as a browser does; `onEvent` sees each event as it comes. */
async function readStream(path: string, lastEventId?: number, onEvent?: (event: Received) => void) {
  const headers = new Headers();
  if (lastEventId !== undefined) headers.set("last-event-id", String(lastEventId));
  const response = await fetch(origin + path, { headers });
  const events: Received[] = [];
  let rest = "";
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const event of blocks.map(parseBlock)) {
      if (!event) continue;
      events.push(event);
      onEvent?.(event);
    }
  }
  return { response, events };
}

/** Progress and the end of the job together, as a look at what another process wrote finds them: nobody is woken. */
async function stopElsewhere(jobId: string, taskId: string): Promise<void> {
  const status = "cancelled";
  await db.$transaction(async (tx) => {
    await appendEvents(tx, jobId, [
      { taskId, type: "progress", data: { task_id: taskId, percent: 50 } },
      { type: "job_completed", data: { job_id: jobId, status } },
    ]);
    await tx.job.update({ where: { id: jobId }, data: { status } });
    await tx.task.updateMany({ where: { jobId }, data: { status } });
  });
}

const first = (made: { tasks: { id: string }[] }): string => made.tasks[0]?.id ?? "";

describe("a job's stream", () => {
  test("carries what happens while it is read, and ends with the job", async () => {
    const made = await makeJob(ada, ["front", "side"]);
    const [front = "", side = ""] = made.tasks.map((task) => task.id);
    const reading = readStream(`/job/${made.job.id}`);
    await startTask(ada.ctx, front);
    await succeedTask(ada.ctx, front, { url: "/p" });
    await failTask(ada.ctx, side, { code: "timeout", message: "Too slow.", retryable: true });
    const { response, events } = await reading;
    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(events.map((event) => event.id)).toEqual(events.map((_, index) => index + 1));
    const named = (name: string) => events.filter((event) => event.event === name);
    expect(named("task_completed")).toMatchObject([
      { data: { task_id: front, job_id: made.job.id, name: "front", successful: 1, failed: 0 } },
    ]);
    expect(named("task_failed")).toMatchObject([
      { data: { name: "side", successful: 1, failed: 1 } },
    ]);
    expect(events.at(-1)).toMatchObject({
      event: "job_completed",
      data: { job_id: made.job.id, successful: 1, failed: 1 },
    });
    expect(named("progress").at(-1)?.data).toMatchObject({
      current: 2,
      total: 2,
      percent: 100,
      status: "running",
    });
  });

  test("begins after the last event the reader has seen", async () => {
    const made = await makeJob(ada);
    await succeedTask(ada.ctx, first(made));
    const all = await readStream(`/job/${made.job.id}`);
    const rest = await readStream(`/job/${made.job.id}`, 2);
    expect(rest.events).toEqual(all.events.slice(2));
    expect(rest.events[0]?.id).toBe(3);
  });

  test("of one task ends when another process stops the job right after its last progress", async () => {
    const made = await makeJob(ada, ["front", "side"]);
    const [taskId, jobId] = [first(made), made.job.id];
    await startTask(ada.ctx, taskId);
    const { events } = await readStream(`/task/${taskId}`, undefined, ({ data }) => {
      if (data.task_percent === 0) void stopElsewhere(jobId, taskId);
    });
    expect(events.at(-1)).toMatchObject({ event: "progress", data: { percent: 50 } });
  });

  test("tells a reader that has seen it all to come no more", async () => {
    const made = await makeJob(ada);
    await succeedTask(ada.ctx, first(made));
    const { events } = await readStream(`/job/${made.job.id}`);
    const again = await readStream(`/job/${made.job.id}`, events.at(-1)?.id);
    expect([again.response.status, again.events]).toEqual([204, []]);
    const other = await makeJob(ada);
    const open = await fetch(`${origin}/job/${other.job.id}`, {
      headers: { "last-event-id": "1" },
    });
    expect(open.status).toBe(200);
    await open.body?.cancel();
  });

  test("misses and repeats nothing over many reconnections while events are written", async () => {
    const made = await makeJob(ada);
    const writing = (async () => {
      for (let index = 0; index < 120; index += 1) {
        await appendEvent(db, made.job.id, { type: "chunk", data: { index } });
        wakeReaders(made.job.id);
      }
      await succeedTask(ada.ctx, first(made));
    })();
    const seen: number[] = [];
    while (seen.at(-1) !== 124) {
      const stream = await eventStream(ada.ctx, { jobId: made.job.id, afterId: seen.at(-1) ?? 0 });
      const reader = stream.pipeThrough(new TextDecoderStream() as never).getReader();
      for (let chunks = 0; chunks < 9; chunks += 1) {
        const { value, done } = await reader.read();
        if (done) break;
        for (const [, id] of String(value).matchAll(/^id: (\d+)$/gm)) seen.push(Number(id));
      }
      await reader.cancel();
    }
    await writing;
    expect(seen).toEqual(Array.from({ length: 124 }, (_, index) => index + 1));
  });

  test("carries events of another process, found by looking", async () => {
    const made = await makeJob(ada);
    const told = Promise.withResolvers<void>();
    const reading = readStream(`/job/${made.job.id}`, 1, (event) => {
      if (event.event === "chunk") told.resolve();
    });
    while (!listenedJobs().includes(made.job.id))
      await new Promise((resolve) => setImmediate(resolve));
    await db.taskEvent.create({ data: { jobId: made.job.id, id: 2, type: "chunk", data: {} } });
    await db.job.update({ where: { id: made.job.id }, data: { lastEventId: 2 } });
    await told.promise;
    await succeedTask(ada.ctx, first(made));
    expect((await reading).events.map((event) => event.id)).toEqual([2, 3, 4, 5]);
  });

  test("ends when the job is cancelled", async () => {
    const made = await makeJob(ada);
    const reading = readStream(`/job/${made.job.id}`);
    await cancelJob(ada.ctx, made.job.id);
    expect((await reading).events.at(-1)).toMatchObject({
      event: "job_completed",
      data: { status: "cancelled" },
    });
  });

  test("goes on past an earlier end when a task was tried again", async () => {
    const made = await makeJob(ada);
    await failTask(ada.ctx, first(made), { code: "timeout", message: "Slow.", retryable: true });
    await retryTask(ada.ctx, first(made));
    const reading = readStream(`/job/${made.job.id}`);
    await succeedTask(ada.ctx, first(made));
    const ends = (await reading).events.filter((event) => event.event === "job_completed");
    expect(ends.map((event) => event.data.status)).toEqual(["failed", "succeeded"]);
  });

  test("beats while nothing happens", async () => {
    const made = await makeJob(ada);
    const stream = await eventStream(ada.ctx, { jobId: made.job.id, afterId: 1, heartbeatMs: 10 });
    const reader = stream.pipeThrough(new TextDecoderStream() as never).getReader();
    let text = "";
    while (!/: heartbeat\n\n: heartbeat\n\n/.test(text))
      text += String((await reader.read()).value);
    await reader.cancel();
    expect(text).toContain("retry: ");
  });

  test("stops listening when the reader leaves", async () => {
    const made = await makeJob(ada);
    const leave = new AbortController();
    const stream = await eventStream(ada.ctx, {
      jobId: made.job.id,
      afterId: 0,
      signal: leave.signal,
    });
    while (!listenedJobs().includes(made.job.id))
      await new Promise((resolve) => setImmediate(resolve));
    leave.abort();
    for await (const _ of stream);
    expect(listenedJobs()).not.toContain(made.job.id);
  });

  test("of someone else is not found", async () => {
    const made = await makeJob(ada);
    const eve = await makePerson(db);
    const asking = eventStream(eve.ctx, { jobId: made.job.id, afterId: 0 });
    await expect(asking).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a task's stream", () => {
  test("carries that task alone and ends with it", async () => {
    const made = await makeJob(ada, ["front", "side"]);
    const [front = "", side = ""] = made.tasks.map((task) => task.id);
    await succeedTask(ada.ctx, front);
    const { events } = await readStream(`/task/${front}`);
    expect(events.map((event) => event.event)).toEqual(["progress", "task_completed"]);
    expect(events.every((event) => event.data.task_id === front)).toBe(true);
    await succeedTask(ada.ctx, side);
  });

  test("of a batch's own task carries the whole batch", async () => {
    const made = await makeJob(ada, ["a", "b"], { parent: { name: "2 photos" } });
    for (const task of made.tasks) await succeedTask(ada.ctx, task.id);
    const { events } = await readStream(`/task/${made.parent?.id}`);
    expect(events.filter((event) => event.event === "task_completed")).toHaveLength(2);
    expect(events.at(-1)?.event).toBe("job_completed");
  });
});
