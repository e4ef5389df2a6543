import { hostname } from "node:os";
import { beforeEach, describe, expect, test } from "vitest";
import { callFunction, readOutcome } from "#inngest/embedded/protocol.ts";
import { claimWork } from "#inngest/embedded/queue.ts";
import { keepStep } from "#inngest/embedded/steps.ts";
import { sweepExecutor } from "#inngest/embedded/sweep.ts";
import { testDatabase } from "#tests/setup/database.ts";
import {
  endedRun,
  endedRuns,
  gate,
  handlerOf,
  send,
  startTestExecutor,
  testClient,
} from "./harness.ts";

const { db, clear } = await testDatabase();
const client = testClient();
beforeEach(clear);

/** Longer than a test's leases hold. */
const LEASE_MS = 400;

/** A run whose first step is stored and whose work is leased by an owner that no longer answers. */
async function interruptedRun(owner: string, leasedUntil: Date) {
  const run = await db.executorRun.create({
    data: {
      functionId: "test-work",
      dedupeKey: "event:interrupted",
      event: { id: "interrupted", name: "test/work", data: {}, ts: Date.now() },
      slots: [],
    },
  });
  const work = await db.executorWork.create({
    data: {
      runId: run.id,
      functionId: run.functionId,
      kind: "discover",
      slots: [],
      leaseOwner: owner,
      leasedUntil,
    },
  });
  return { run, work };
}

function twoSteps() {
  const calls: string[] = [];
  const work = client.createFunction(
    { id: "work", triggers: [{ event: "test/work" }] },
    async ({ step }) => {
      const first = await step.run("first", () => {
        calls.push("first");
        return 1;
      });
      return (
        first +
        (await step.run("second", () => {
          calls.push("second");
          return 2;
        }))
      );
    },
  );
  return { work, calls };
}

describe("after a crash", () => {
  test("the work of an owner that is gone goes on when its lease runs out, without the finished step", async () => {
    const { work, calls } = twoSteps();
    const leased = await interruptedRun("elsewhere 1 x", new Date(Date.now() + 60_000));
    const dead = { ...leased.work, kind: "discover" as const };
    const handler = handlerOf(client, [work]);
    const outcome = await callFunction(handler, {
      functionId: "test-work",
      stepId: "step",
      runId: leased.run.id,
      event: { id: "interrupted", name: "test/work", data: {}, ts: 0 },
      steps: new Map(),
      attempt: 0,
      maxAttempts: 4,
      isBusy: false,
    });
    const operation = outcome.type === "operations" ? outcome.operations[0] : undefined;
    expect(operation?.data).toBe(1);
    const step = { id: operation?.id ?? "", name: "first" };
    await keepStep(db, dead, "elsewhere 1 x", step, { type: "data", data: 1 });
    await db.executorWork.updateMany({ data: { leasedUntil: new Date(Date.now() + LEASE_MS) } });
    const startedAt = Date.now();
    await startTestExecutor(db, client, [work]);
    expect(await endedRun(db, "test-work")).toMatchObject({ status: "completed", output: 3 });
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(LEASE_MS - 50);
    expect(calls).toEqual(["first", "second"]);
  });

  test("the work of a dead process of this machine goes on at once", async () => {
    const { work } = twoSteps();
    const gone = `${hostname()} 4194303 x`;
    await interruptedRun(gone, new Date(Date.now() + 3_600_000));
    await startTestExecutor(db, client, [work]);
    expect((await endedRun(db, "test-work")).output).toBe(3);
  });

  test("an owner whose lease was taken over stores nothing more", async () => {
    const { run, work } = await interruptedRun("new owner", new Date(Date.now() + 60_000));
    const stale = { ...work, kind: "discover" as const };
    const step = { id: "late", name: "late" };
    expect(await keepStep(db, stale, "old owner", step, { type: "data", data: 1 })).toBe(false);
    expect(await db.executorStep.count({ where: { runId: run.id } })).toBe(0);
  });

  test("an event that was half routed starts what is missing, and nothing twice", async () => {
    const calls = { one: 0, two: 0 };
    const one = client.createFunction({ id: "one", triggers: [{ event: "test/work" }] }, () => {
      calls.one += 1;
    });
    const two = client.createFunction({ id: "two", triggers: [{ event: "test/work" }] }, () => {
      calls.two += 1;
    });
    await startTestExecutor(db, client, [one]);
    await send(db, "test/work", {}, "half");
    await endedRun(db, "test-one");
    await db.executorEvent.updateMany({ where: { id: "half" }, data: { routedAt: null } });
    await startTestExecutor(db, client, [one, two]);
    await endedRun(db, "test-two");
    expect(calls).toEqual({ one: 1, two: 1 });
  });
});

describe("two executors of one database", () => {
  test("share the work and do every step once", async () => {
    const counts = new Map<string, number>();
    const work = client.createFunction(
      { id: "work", triggers: [{ event: "test/work" }] },
      async ({ event, step }) => {
        for (const name of ["a", "b", "c"]) {
          await step.run(name, () => {
            const key = `${event.id} ${name}`;
            counts.set(key, (counts.get(key) ?? 0) + 1);
          });
        }
      },
    );
    await Promise.all([
      startTestExecutor(db, client, [work]),
      startTestExecutor(db, client, [work]),
    ]);
    for (let index = 0; index < 15; index += 1) await send(db, "test/work");
    const runs = await endedRuns(db, "test-work", 15);
    expect(runs.every((run) => run.status === "completed")).toBe(true);
    expect(counts.size).toBe(45);
    expect([...counts.values()].every((count) => count === 1)).toBe(true);
  });

  test("never hold one piece of work both", async () => {
    await interruptedRun("nobody", new Date(0));
    const claim = (owner: string) =>
      claimWork(db, { owner, functions: ["test-work"], limit: 5, now: new Date(), leaseMs: 1_000 });
    const claimed = await Promise.all([claim("a"), claim("b"), claim("c")]);
    expect(claimed.flat()).toHaveLength(1);
  });
});

describe("a step longer than a lease", () => {
  /** Long enough that a busy machine does not miss every renewal. */
  const LEASE_MS = 1_500;

  test("keeps it by renewal and runs once", async () => {
    let calls = 0;
    const work = client.createFunction(
      { id: "work", triggers: [{ event: "test/work" }] },
      ({ step }) =>
        step.run("long", async () => {
          calls += 1;
          await new Promise((resolve) => setTimeout(resolve, 2 * LEASE_MS));
        }),
    );
    await Promise.all([
      startTestExecutor(db, client, [work], { leaseMs: LEASE_MS }),
      startTestExecutor(db, client, [work], { leaseMs: LEASE_MS }),
    ]);
    await send(db, "test/work");
    expect((await endedRun(db, "test-work")).status).toBe("completed");
    expect(calls).toBe(1);
  });
});

describe("stopping", () => {
  test("waits for what is under way, and a later start does the rest", async () => {
    const started = gate();
    const release = gate();
    const { work, calls } = twoSteps();
    const slow = client.createFunction(
      { id: "slow", triggers: [{ event: "test/slow" }] },
      ({ step }) =>
        step.run("long", async () => {
          started.resolve();
          await release.promise;
          return "whole";
        }),
    );
    const executor = await startTestExecutor(db, client, [slow, work]);
    await send(db, "test/slow");
    await started.promise;
    const stopping = executor.stop();
    release.resolve();
    await stopping;
    await send(db, "test/work");
    expect(calls).toEqual([]);
    await startTestExecutor(db, client, [slow, work]);
    expect((await endedRun(db, "test-work")).output).toBe(3);
    expect((await endedRun(db, "test-slow")).output).toBe("whole");
  });
});

describe("the sweep", () => {
  test("deletes old events and ended runs, and leaves what still runs", async () => {
    const now = new Date();
    const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
    const event = { name: "test/work", data: {} };
    await db.executorEvent.createMany({
      data: [
        { ...event, id: "old", routedAt: daysAgo(3), receivedAt: daysAgo(3) },
        { ...event, id: "not routed", receivedAt: daysAgo(3) },
        { ...event, id: "new", routedAt: now },
      ],
    });
    const run = { functionId: "f", event: {}, slots: [] };
    await db.executorRun.createMany({
      data: [
        { ...run, dedupeKey: "old", status: "completed", endedAt: daysAgo(8) },
        { ...run, dedupeKey: "runs", createdAt: daysAgo(30) },
        { ...run, dedupeKey: "new", status: "failed", endedAt: daysAgo(1) },
      ],
    });
    expect(await sweepExecutor(db, now)).toBe(2);
    const left = await db.executorEvent.findMany({ orderBy: { id: "asc" } });
    expect(left.map((one) => one.id)).toEqual(["new", "not routed"]);
    expect(await db.executorRun.count()).toBe(2);
  });
});

describe("an answer of the functions", () => {
  test("carries its Retry-After as seconds or as a date", async () => {
    const answer = (value: string) =>
      readOutcome(
        new Response('{"message":"busy"}', {
          status: 500,
          headers: { "retry-after": value, "x-inngest-no-retry": "false" },
        }),
      );
    expect(await answer("7")).toMatchObject({
      type: "failed",
      retryable: true,
      retryAfterMs: 7_000,
    });
    const later = await answer(new Date(Date.now() + 5_000).toISOString());
    const { retryAfterMs } = later as { retryAfterMs: number };
    expect(retryAfterMs).toBeGreaterThan(4_000);
    expect(retryAfterMs).toBeLessThanOrEqual(5_000);
  });
});
