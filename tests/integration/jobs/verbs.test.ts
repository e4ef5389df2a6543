import { beforeEach, describe, expect, test } from "vitest";
import { appendEvent } from "#lib/jobs/append-event.ts";
import { cancelJob } from "#lib/jobs/cancel-job.ts";
import { cancelTask } from "#lib/jobs/cancel-task.ts";
import { createJob } from "#lib/jobs/create-job.ts";
import { failTask, succeedTask } from "#lib/jobs/end-task.ts";
import { getJob, getTask } from "#lib/jobs/get-job.ts";
import { readEvents } from "#lib/jobs/read-events.ts";
import { reportProgress } from "#lib/jobs/report-progress.ts";
import { retryTask } from "#lib/jobs/retry-task.ts";
import { startTask } from "#lib/jobs/start-task.ts";
import type { TaskError } from "#lib/jobs/types.ts";
import { testDatabase } from "#tests/setup/database.ts";
import { makeJob, makePerson, type Person } from "./fixtures.ts";

const { db, clear } = await testDatabase();
const TOO_THIN: TaskError = { code: "rule_broken", message: "Too thin to cast.", retryable: false };
let ada: Person;

beforeEach(async () => {
  await clear();
  ada = await makePerson(db);
});

/** Id of the n-th task. */
const taskOf = (made: { tasks: { id: string }[] }, index = 0): string => {
  const task = made.tasks[index];
  if (!task) throw new Error(`The job has no task ${index}.`);
  return task.id;
};

describe("a new job", () => {
  test("is written with its tasks in order, a first event and the promise of its start", async () => {
    const { job } = await makeJob(ada, ["front", "side", "top"], {
      event: { name: "design/pictures.requested", data: { quality: "final" } },
    });
    const view = await getJob(ada.ctx, job.id);
    expect(view).toMatchObject({ status: "queued", total: 3, successful: 0, failed: 0 });
    expect(view.tasks.map((task) => task.name)).toEqual(["front", "side", "top"]);
    const events = await readEvents(ada.ctx, job.id, 0);
    expect(events).toMatchObject([{ id: 1, type: "progress", data: { current: 0, total: 3 } }]);
    const [promised] = await db.outboxEvent.findMany();
    expect(promised).toMatchObject({
      name: "design/pictures.requested",
      data: { jobId: job.id, userId: ada.userId, quality: "final" },
    });
  });

  test("leaves nothing behind when its transaction fails", async () => {
    const failing = db.$transaction(async (tx) => {
      await createJob(tx, {
        workspaceId: ada.workspaceId,
        createdById: ada.userId,
        kind: "test",
        input: {},
        tasks: [{ name: "one" }],
        event: { name: "test/requested" },
      });
      throw new Error("the verb failed");
    });
    await expect(failing).rejects.toThrow("the verb failed");
    expect(await db.job.count()).toBe(0);
    expect(await db.outboxEvent.count()).toBe(0);
  });

  test("without a task is refused", async () => {
    await expect(makeJob(ada, [])).rejects.toMatchObject({ code: "invalid_input" });
    expect(await db.job.count()).toBe(0);
  });
});

describe("the life of a task", () => {
  test("goes from queued through running to succeeded, and ends the job", async () => {
    const made = await makeJob(ada);
    const id = taskOf(made);
    expect((await startTask(ada.ctx, id))?.status).toBe("running");
    expect(await reportProgress(ada.ctx, id, { progress: 0.5, message: "Polishing" })).toBe(true);
    expect(await getTask(ada.ctx, id)).toMatchObject({ progress: 0.5, message: "Polishing" });
    expect(await succeedTask(ada.ctx, id, { pictureId: "p1" })).toBe(true);
    const job = await getJob(ada.ctx, made.job.id);
    expect(job).toMatchObject({ status: "succeeded", progress: 1, successful: 1, failed: 0 });
    expect(job.tasks[0]?.result).toEqual({ pictureId: "p1" });
    expect(job.finishedAt).toBeInstanceOf(Date);
    const events = await readEvents(ada.ctx, made.job.id, 0);
    expect(events.map((event) => event.type)).toEqual([
      "progress",
      "progress",
      "progress",
      "progress",
      "task_completed",
      "job_completed",
    ]);
    expect(events[2]?.data).toMatchObject({ percent: 50, task_percent: 50, message: "Polishing" });
    expect(events.map((event) => event.id)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("starts again when it already runs, so that a step taken up again goes on", async () => {
    const id = taskOf(await makeJob(ada));
    await startTask(ada.ctx, id);
    expect((await startTask(ada.ctx, id))?.id).toBe(id);
  });

  test("begins beside the others of its job, each told once and in order", async () => {
    const names = Array.from({ length: 12 }, (_, index) => `photo ${index}`);
    const made = await makeJob(ada, names);
    const ids = made.tasks.map(({ id }) => id);
    const other = await makeJob(ada);
    const started = await Promise.all(
      [...ids, ids[0]!, taskOf(other)].map((id) => startTask(ada.ctx, id)),
    );
    expect(started.map((task) => task?.status)).toEqual(started.map(() => "running"));
    expect(started.map((task) => task?.id)).toEqual([...ids, ids[0], taskOf(other)]);
    const events = await readEvents(ada.ctx, made.job.id, 0);
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
    const told = events.slice(1).map(({ taskId }) => taskId);
    expect(told.toSorted()).toEqual(ids.toSorted());
    expect(events.at(-1)?.data).toMatchObject({ status: "running", current: 0, total: 12 });
    const job = await db.job.findUniqueOrThrow({ where: { id: made.job.id } });
    expect([job.status, job.lastEventId]).toEqual(["running", 13]);
  });

  test("begins though another of its job has ended", async () => {
    const made = await makeJob(ada, ["front", "side"]);
    await succeedTask(ada.ctx, taskOf(made, 0));
    const both = await Promise.all(made.tasks.map(({ id }) => startTask(ada.ctx, id)));
    expect(both.map((task) => task?.status ?? null)).toEqual([null, "running"]);
  });

  test("ends once: the second end loses the race and changes nothing", async () => {
    const made = await makeJob(ada);
    const id = taskOf(made);
    await startTask(ada.ctx, id);
    const ends = await Promise.all([
      succeedTask(ada.ctx, id, { by: "first" }),
      failTask(ada.ctx, id, TOO_THIN),
    ]);
    expect(ends.filter(Boolean)).toHaveLength(1);
    const events = await readEvents(ada.ctx, made.job.id, 0);
    const completed = events.filter((event) => event.type === "job_completed");
    expect(completed).toHaveLength(1);
  });

  test("does not start when it has ended", async () => {
    const id = taskOf(await makeJob(ada));
    await succeedTask(ada.ctx, id);
    expect(await startTask(ada.ctx, id)).toBeNull();
  });
});

describe("a job with failures", () => {
  test("ends with its last task and lists them item by item", async () => {
    const made = await makeJob(ada, ["front", "side"]);
    await failTask(ada.ctx, taskOf(made, 0), TOO_THIN);
    expect((await getJob(ada.ctx, made.job.id)).finishedAt).toBeNull();
    await succeedTask(ada.ctx, taskOf(made, 1));
    const job = await getJob(ada.ctx, made.job.id);
    expect(job).toMatchObject({ status: "succeeded", successful: 1, failed: 1 });
    const last = (await readEvents(ada.ctx, made.job.id, 0)).at(-1);
    expect(last).toMatchObject({
      type: "job_completed",
      data: {
        job_id: made.job.id,
        successful: 1,
        failed: 1,
        failures: [{ name: "front", error: TOO_THIN }],
      },
    });
  });

  test("is failed when nothing succeeded, with the task's own words", async () => {
    const made = await makeJob(ada);
    await failTask(ada.ctx, taskOf(made), TOO_THIN);
    expect(await getJob(ada.ctx, made.job.id)).toMatchObject({
      status: "failed",
      error: TOO_THIN,
    });
  });
});

describe("a retry", () => {
  test("starts the failed task alone and ends the job again", async () => {
    const made = await makeJob(ada, ["front", "side"]);
    await failTask(ada.ctx, taskOf(made, 0), TOO_THIN);
    await succeedTask(ada.ctx, taskOf(made, 1));
    const task = await retryTask(ada.ctx, taskOf(made, 0));
    expect(task).toMatchObject({ status: "queued", attempt: 1, error: null });
    expect(await getJob(ada.ctx, made.job.id)).toMatchObject({ status: "running" });
    const promised = await db.outboxEvent.findMany({ orderBy: { createdAt: "asc" } });
    expect(promised.at(-1)).toMatchObject({
      name: "test/requested",
      data: { jobId: made.job.id, taskId: task.taskId },
    });
    await startTask(ada.ctx, task.taskId);
    await succeedTask(ada.ctx, task.taskId);
    expect(await getJob(ada.ctx, made.job.id)).toMatchObject({
      status: "succeeded",
      successful: 2,
      failed: 0,
      error: null,
    });
  });

  test("of a task that has not failed is a conflict", async () => {
    const id = taskOf(await makeJob(ada));
    await expect(retryTask(ada.ctx, id)).rejects.toMatchObject({ code: "conflict" });
  });

  test("asked for twice at once starts once", async () => {
    const made = await makeJob(ada);
    await failTask(ada.ctx, taskOf(made), TOO_THIN);
    const tries = await Promise.allSettled([
      retryTask(ada.ctx, taskOf(made)),
      retryTask(ada.ctx, taskOf(made)),
    ]);
    expect(tries.map((entry) => entry.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.outboxEvent.count()).toBe(2);
  });
});

describe("a cancellation", () => {
  test("stops what is open, keeps what is done, and promises the event that stops the functions", async () => {
    const made = await makeJob(ada, ["front", "side"]);
    await succeedTask(ada.ctx, taskOf(made, 0));
    await startTask(ada.ctx, taskOf(made, 1));
    const job = await cancelJob(ada.ctx, made.job.id);
    expect(job.status).toBe("cancelled");
    expect(job.tasks.map((task) => task.status)).toEqual(["succeeded", "cancelled"]);
    expect(await succeedTask(ada.ctx, taskOf(made, 1))).toBe(false);
    const promised = await db.outboxEvent.findMany({ where: { name: "job/cancelled" } });
    expect(promised).toMatchObject([{ data: { jobId: made.job.id } }]);
  });

  test("twice changes nothing", async () => {
    const made = await makeJob(ada);
    await cancelJob(ada.ctx, made.job.id);
    const before = await readEvents(ada.ctx, made.job.id, 0);
    expect((await cancelJob(ada.ctx, made.job.id)).status).toBe("cancelled");
    expect(await readEvents(ada.ctx, made.job.id, 0)).toEqual(before);
  });

  test("of a job that is done is a conflict", async () => {
    const made = await makeJob(ada);
    await succeedTask(ada.ctx, taskOf(made));
    await expect(cancelJob(ada.ctx, made.job.id)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("one task that is stopped", () => {
  test("ends alone: the others go on, readers are told, and the job ends with its last", async () => {
    const made = await makeJob(ada, ["front", "side"]);
    await startTask(ada.ctx, taskOf(made, 0));
    expect((await cancelTask(ada.ctx, taskOf(made, 0))).status).toBe("cancelled");
    expect(await succeedTask(ada.ctx, taskOf(made, 0))).toBe(false);
    expect((await getJob(ada.ctx, made.job.id)).status).toBe("running");
    await succeedTask(ada.ctx, taskOf(made, 1));
    expect((await getJob(ada.ctx, made.job.id)).status).toBe("succeeded");
    const ends = (await readEvents(ada.ctx, made.job.id, 0)).filter(
      ({ type }) => type === "task_failed",
    );
    expect(ends).toMatchObject([
      { taskId: taskOf(made, 0), data: { error: { code: "cancelled" } } },
    ]);
  });

  test("twice changes nothing, and after its end is a conflict", async () => {
    const made = await makeJob(ada, ["front", "side"]);
    await cancelTask(ada.ctx, taskOf(made, 0));
    const before = await readEvents(ada.ctx, made.job.id, 0);
    expect((await cancelTask(ada.ctx, taskOf(made, 0))).status).toBe("cancelled");
    expect(await readEvents(ada.ctx, made.job.id, 0)).toEqual(before);
    await succeedTask(ada.ctx, taskOf(made, 1));
    await expect(cancelTask(ada.ctx, taskOf(made, 1))).rejects.toMatchObject({ code: "conflict" });
  });

  test("was the only one: the job was stopped", async () => {
    const made = await makeJob(ada);
    await cancelTask(ada.ctx, taskOf(made));
    expect((await getJob(ada.ctx, made.job.id)).status).toBe("cancelled");
  });

  test("is started again alone when asked", async () => {
    const made = await makeJob(ada, ["front", "side"]);
    await cancelTask(ada.ctx, taskOf(made, 0));
    await succeedTask(ada.ctx, taskOf(made, 1));
    expect(await retryTask(ada.ctx, taskOf(made, 0))).toMatchObject({
      status: "queued",
      attempt: 1,
    });
  });
});

describe("a job of someone else", () => {
  test("is not found by any verb, nor for a guest", async () => {
    const made = await makeJob(ada);
    const eve = await makePerson(db);
    const notFound = { code: "not_found" };
    await expect(getJob(eve.ctx, made.job.id)).rejects.toMatchObject(notFound);
    await expect(getTask(eve.ctx, taskOf(made))).rejects.toMatchObject(notFound);
    await expect(readEvents(eve.ctx, made.job.id, 0)).rejects.toMatchObject(notFound);
    await expect(cancelJob(eve.ctx, made.job.id)).rejects.toMatchObject(notFound);
    await expect(retryTask(eve.ctx, taskOf(made))).rejects.toMatchObject(notFound);
    await expect(cancelTask(eve.ctx, taskOf(made))).rejects.toMatchObject(notFound);
    const guest = { ...ada.ctx, actor: { type: "guest" as const } };
    await expect(getJob(guest, made.job.id)).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("events of one job", () => {
  test("written by many at once are numbered without a gap or a double", async () => {
    const { job } = await makeJob(ada);
    const numbers = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        appendEvent(db, job.id, { type: "chunk", data: { index } }),
      ),
    );
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i + 2));
    const events = await readEvents(ada.ctx, job.id, 1);
    expect(events.map((event) => event.id)).toEqual(numbers);
  });

  test("of tasks that end at once end the job exactly once", async () => {
    const made = await makeJob(ada, ["a", "b", "c", "d", "e", "f"]);
    await Promise.all(made.tasks.map((task) => succeedTask(ada.ctx, task.id)));
    const events = await readEvents(ada.ctx, made.job.id, 0);
    expect(events.filter((event) => event.type === "job_completed")).toHaveLength(1);
    expect(await getJob(ada.ctx, made.job.id)).toMatchObject({
      status: "succeeded",
      successful: 6,
    });
  });

  test("of a job that is gone are not found", async () => {
    const writing = appendEvent(db, "no-such-job", { type: "chunk", data: {} });
    await expect(writing).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a batch", () => {
  test("has a parent task that runs with the first child and ends with the last", async () => {
    const made = await makeJob(ada, ["a", "b"], { parent: { name: "2 photos" } });
    const parentId = made.parent?.id ?? "";
    await startTask(ada.ctx, taskOf(made, 0));
    expect((await getTask(ada.ctx, parentId)).status).toBe("running");
    await succeedTask(ada.ctx, taskOf(made, 0));
    await succeedTask(ada.ctx, taskOf(made, 1));
    expect((await getTask(ada.ctx, parentId)).status).toBe("succeeded");
    expect(await getJob(ada.ctx, made.job.id)).toMatchObject({ total: 2, successful: 2 });
  });
});
