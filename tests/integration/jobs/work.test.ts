import { beforeEach, describe, expect, test } from "vitest";
import { storeEvents } from "#lib/adapters/events/embedded.ts";
import type { EventBus, OutgoingEvent } from "#lib/adapters/events/port.ts";
import { cancelJob } from "#lib/jobs/cancel-job.ts";
import { deleteOldEvents } from "#lib/jobs/delete-old-events.ts";
import { succeedTask } from "#lib/jobs/end-task.ts";
import { failJob } from "#lib/jobs/fail-job.ts";
import { getJob, getTask } from "#lib/jobs/get-job.ts";
import { listOpenTasks } from "#lib/jobs/list-open-tasks.ts";
import { readEvents } from "#lib/jobs/read-events.ts";
import { sweepJobs } from "#lib/jobs/sweep-jobs.ts";
import { workOnTask } from "#lib/jobs/work-on-task.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { promiseEvent } from "#lib/outbox/promise-event.ts";
import { invalidInput, unavailable } from "#lib/shared/errors.ts";
import { testDatabase } from "#tests/setup/database.ts";
import { makeJob, makePerson, type Person } from "./fixtures.ts";

const { db, clear } = await testDatabase();
let ada: Person;
beforeEach(async () => {
  await clear();
  ada = await makePerson(db);
});
const first = (made: { tasks: { id: string }[] }): string => made.tasks[0]?.id ?? "";

describe("working on a task", () => {
  test("stores what the work answers", async () => {
    const id = first(await makeJob(ada));
    const work = async () => ({ pictures: 1 });
    expect(await workOnTask(ada.ctx, { taskId: id, lastAttempt: false, work })).toBe("succeeded");
    expect(await getTask(ada.ctx, id)).toMatchObject({
      status: "succeeded",
      result: { pictures: 1 },
    });
  });

  test("a second time does nothing", async () => {
    const id = first(await makeJob(ada));
    let calls = 0;
    const work = async () => {
      calls += 1;
    };
    await workOnTask(ada.ctx, { taskId: id, lastAttempt: false, work });
    expect(await workOnTask(ada.ctx, { taskId: id, lastAttempt: false, work })).toBe("stopped");
    expect(calls).toBe(1);
  });

  test("throws what another attempt may mend, and leaves the task running", async () => {
    const id = first(await makeJob(ada));
    const work = async () => {
      throw unavailable("The workshop is busy.");
    };
    const working = workOnTask(ada.ctx, { taskId: id, lastAttempt: false, work });
    await expect(working).rejects.toMatchObject({ code: "unavailable" });
    expect((await getTask(ada.ctx, id)).status).toBe("running");
  });

  test("fails the task when no attempt is left, in the user's words", async () => {
    const id = first(await makeJob(ada));
    const work = async () => {
      throw unavailable("The workshop is busy.");
    };
    expect(await workOnTask(ada.ctx, { taskId: id, lastAttempt: true, work })).toBe("failed");
    expect((await getTask(ada.ctx, id)).error).toEqual({
      code: "unavailable",
      message: "The workshop is busy.",
      retryable: true,
    });
  });

  test("fails at once what no attempt will mend, and hides what is not for the user", async () => {
    const made = await makeJob(ada, ["wrong", "defect"]);
    const [wrong = "", defect = ""] = made.tasks.map((task) => task.id);
    const refuse = async () => {
      throw invalidInput("Too thin to cast.", { details: { minimum: 0.8 } });
    };
    const breakDown = async () => {
      throw new TypeError("undefined is not a mesh");
    };
    await workOnTask(ada.ctx, { taskId: wrong, lastAttempt: false, work: refuse });
    await workOnTask(ada.ctx, { taskId: defect, lastAttempt: true, work: breakDown });
    const job = await getJob(ada.ctx, made.job.id);
    expect(job.tasks[0]?.error).toMatchObject({ details: { minimum: 0.8 } });
    expect(job.tasks[1]?.error).toMatchObject({ code: "internal" });
    expect(JSON.stringify(job)).not.toContain("mesh");
  });

  test("stops when the job is cancelled meanwhile", async () => {
    const made = await makeJob(ada);
    const begun = Promise.withResolvers<AbortSignal>();
    const working = workOnTask(ada.ctx, {
      taskId: first(made),
      lastAttempt: true,
      work: (_, signal) => {
        begun.resolve(signal);
        return new Promise(() => {});
      },
    });
    const signal = await begun.promise;
    await cancelJob(ada.ctx, made.job.id);
    expect(await working).toBe("stopped");
    expect(signal.aborted).toBe(true);
    expect((await getTask(ada.ctx, first(made))).status).toBe("cancelled");
  });

  test("is stopped after its time", async () => {
    const id = first(await makeJob(ada));
    const outcome = await workOnTask(ada.ctx, {
      taskId: id,
      lastAttempt: true,
      timeoutMs: 20,
      work: () => new Promise(() => {}),
    });
    expect(outcome).toBe("failed");
    expect((await getTask(ada.ctx, id)).error?.code).toBe("timeout");
  });
});

describe("work that takes its process down again and again", () => {
  test("ends when the task's time is over, counted from its first start", async () => {
    const id = first(await makeJob(ada));
    const crash = workOnTask(ada.ctx, {
      taskId: id,
      lastAttempt: false,
      work: async () => {
        throw new Error("killed");
      },
    });
    await expect(crash).rejects.toThrow("killed");
    const later = { ...ada.ctx, now: () => new Date(Date.now() + 31 * 60_000) };
    let calls = 0;
    const work = async () => {
      calls += 1;
    };
    expect(await workOnTask(later, { taskId: id, lastAttempt: false, work })).toBe("failed");
    expect(calls).toBe(0);
    expect((await getTask(ada.ctx, id)).error?.code).toBe("timeout");
  });
});

describe("work that was under way when its process ended", () => {
  const work = async () => "made";
  const longAgo = new Date(Date.now() - 5 * 3_600_000);

  test("has its time anew after hours in which nobody ran, and not for ever", async () => {
    const made = await makeJob(ada);
    const id = first(made);
    const interrupted = { status: "running", startedAt: longAgo } as const;
    const lost = async () => {
      throw unavailable("The provider is away.");
    };
    for (const _ of ["second start", "third start"]) {
      await db.task.update({ where: { id }, data: interrupted });
      const attempt = workOnTask(ada.ctx, { taskId: id, lastAttempt: false, work: lost });
      await expect(attempt).rejects.toThrow("away");
    }
    await db.task.update({ where: { id }, data: interrupted });
    expect(await workOnTask(ada.ctx, { taskId: id, lastAttempt: false, work })).toBe("failed");
    expect((await getTask(ada.ctx, id)).error?.code).toBe("timeout");
  });

  test("is done when it is taken up again", async () => {
    const id = first(await makeJob(ada));
    await db.task.update({ where: { id }, data: { status: "running", startedAt: longAgo } });
    expect(await workOnTask(ada.ctx, { taskId: id, lastAttempt: false, work })).toBe("succeeded");
  });
});

describe("a job that is given up", () => {
  test("fails what is open, keeps what is done, and ends", async () => {
    const made = await makeJob(ada, ["a", "b", "c"]);
    await succeedTask(ada.ctx, first(made));
    const error = { code: "internal", message: "Something went wrong.", retryable: false };
    expect(await failJob(ada.ctx, made.job.id, error)).toBe(2);
    expect(await failJob(ada.ctx, made.job.id, error)).toBe(0);
    expect(await getJob(ada.ctx, made.job.id)).toMatchObject({ successful: 1, failed: 2 });
    expect(await listOpenTasks(ada.ctx, made.job.id)).toEqual([]);
    const events = await readEvents(ada.ctx, made.job.id, 0);
    expect(events.filter((event) => event.type === "task_failed")).toHaveLength(2);
    expect(events.at(-1)?.type).toBe("job_completed");
  });
});

describe("the sweep of lost jobs", () => {
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
  const at = (now: Date) => ({ db, now: () => now });

  test("leaves a job alone that was heard of lately", async () => {
    await makeJob(ada);
    expect(await sweepJobs(at(new Date()))).toEqual({ started: 0, failed: 0 });
    expect(await db.outboxEvent.count()).toBe(1);
  });

  test("starts a silent one again, and gives it up after three times", async () => {
    const made = await makeJob(ada);
    expect(await sweepJobs(at(hours(1)))).toEqual({ started: 1, failed: 0 });
    expect(await sweepJobs(at(hours(2)))).toEqual({ started: 1, failed: 0 });
    const promised = await db.outboxEvent.findMany();
    expect(promised.map((event) => event.name)).toEqual(Array(3).fill("test/requested"));
    expect(await sweepJobs(at(hours(3)))).toEqual({ started: 0, failed: 1 });
    expect(await getJob(ada.ctx, made.job.id)).toMatchObject({
      status: "failed",
      error: { code: "timeout" },
    });
    expect(await sweepJobs(at(hours(9)))).toEqual({ started: 0, failed: 0 });
  });

  test("of old events keeps how a job ended", async () => {
    const made = await makeJob(ada);
    await succeedTask(ada.ctx, first(made));
    const open = await makeJob(ada);
    await db.outboxEvent.updateMany({ data: { sentAt: new Date() } });
    const inTenDays = at(hours(240));
    expect(await deleteOldEvents(inTenDays)).toBeGreaterThan(0);
    const left = await readEvents(ada.ctx, made.job.id, 0);
    expect(left.map((event) => event.type)).toEqual(["job_completed"]);
    expect(await readEvents(ada.ctx, open.job.id, 0)).toHaveLength(1);
    expect(await db.outboxEvent.count()).toBe(0);
    expect(await deleteOldEvents(inTenDays)).toBe(0);
  });
});

describe("the outbox", () => {
  /** A bus that keeps what it was sent and fails while it is told to. */
  function bus() {
    const state = { sent: [] as OutgoingEvent[], fails: false };
    const port: EventBus = {
      engine: "inngest",
      async send(events) {
        if (state.fails) throw unavailable("The queue does not answer.");
        state.sent.push(...events);
      },
      forget: async () => {},
    };
    return { state, port };
  }

  test("sends a promise once, under its own id", async () => {
    const id = await promiseEvent(db, "test/made", { n: 1 });
    const { state, port } = bus();
    expect(await flushOutbox(db, port)).toBe(1);
    expect(await flushOutbox(db, port)).toBe(0);
    expect(state.sent).toMatchObject([{ id, name: "test/made", data: { n: 1 } }]);
    expect(Math.abs((state.sent[0]?.ts ?? 0) - Date.now())).toBeLessThan(60_000);
  });

  test("sends nothing of a transaction that failed", async () => {
    const { state, port } = bus();
    const failing = db.$transaction(async (tx) => {
      await promiseEvent(tx, "test/made", {});
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    await flushOutbox(db, port);
    expect(state.sent).toEqual([]);
  });

  test("keeps what could not be sent, and sends it when its time has come", async () => {
    await promiseEvent(db, "test/made", {});
    const { state, port } = bus();
    state.fails = true;
    expect(await flushOutbox(db, port)).toBe(0);
    state.fails = false;
    expect(await flushOutbox(db, port)).toBe(0);
    await db.outboxEvent.updateMany({ data: { nextAttemptAt: new Date(Date.now() - 1_000) } });
    expect(await flushOutbox(db, port)).toBe(1);
    const [row] = await db.outboxEvent.findMany();
    expect(row).toMatchObject({ attempts: 2 });
    expect(row?.sentAt).toBeInstanceOf(Date);
  });

  test("flushed by several at once sends each promise once, and in order", async () => {
    for (let n = 0; n < 230; n += 1) await promiseEvent(db, "test/made", { n });
    const { state, port } = bus();
    await Promise.all([flushOutbox(db, port), flushOutbox(db, port), flushOutbox(db, port)]);
    expect(new Set(state.sent.map((event) => event.id)).size).toBe(230);
    expect(state.sent).toHaveLength(230);
    await promiseEvent(db, "test/first", {});
    await promiseEvent(db, "test/second", {});
    await flushOutbox(db, port);
    const last = state.sent.slice(-2).map((event) => event.name);
    expect(last).toEqual(["test/first", "test/second"]);
  });

  test("reaches the executor's inbox, where a double counts once", async () => {
    await promiseEvent(db, "test/made", { n: 1 });
    await flushOutbox(db);
    const [stored] = await db.executorEvent.findMany();
    expect(stored).toMatchObject({ name: "test/made", data: { n: 1 }, routedAt: null });
    const again = { id: stored?.id ?? "", name: "test/made", data: { n: 2 }, ts: Date.now() };
    await storeEvents(db, [again]);
    expect(await db.executorEvent.count()).toBe(1);
  });
});
