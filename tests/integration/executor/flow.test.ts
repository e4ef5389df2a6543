import { cron } from "inngest";
import { beforeEach, describe, expect, test } from "vitest";
import { runClock } from "#inngest/embedded/clock.ts";
import { TIMING } from "#inngest/embedded/executor-state.ts";
import { readRegistry } from "#inngest/embedded/registry.ts";
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

describe("waiting for an event", () => {
  const order = client.createFunction(
    { id: "order", triggers: [{ event: "test/order" }] },
    async ({ step }) => {
      const paid = await step.waitForEvent("paid", {
        event: "test/paid",
        match: "data.orderId",
        timeout: "1h",
      });
      return { by: paid?.data.by };
    },
  );
  const waiting = async () => {
    while ((await db.executorWait.count()) === 0)
      await new Promise((resolve) => setImmediate(resolve));
  };

  test("goes on with the one that matches", async () => {
    await startTestExecutor(db, client, [order]);
    await send(db, "test/order", { orderId: "o1" });
    await waiting();
    await send(db, "test/paid", { orderId: "o2", by: "eve" });
    await send(db, "test/paid", { orderId: "o1", by: "ada" });
    expect((await endedRun(db, "test-order")).output).toEqual({ by: "ada" });
    expect(await db.executorWork.count()).toBe(0);
  });

  test("goes on with one that fulfils a condition", async () => {
    const big = client.createFunction(
      { id: "big", triggers: [{ event: "test/order" }] },
      async ({ step }) => {
        const found = await step.waitForEvent("offer", {
          event: "test/paid",
          if: "async.data.amount >= event.data.amount && async.data.kind != 'test'",
          timeout: "1h",
        });
        return found?.data.amount;
      },
    );
    await startTestExecutor(db, client, [big]);
    await send(db, "test/order", { amount: 10 });
    await waiting();
    await send(db, "test/paid", { amount: 9, kind: "real" });
    await send(db, "test/paid", { amount: 12, kind: "test" });
    await send(db, "test/paid", { amount: 11, kind: "real" });
    expect((await endedRun(db, "test-big")).output).toBe(11);
  });

  test("ends with nothing after its time", async () => {
    const short = client.createFunction(
      { id: "short", triggers: [{ event: "test/order" }] },
      async ({ step }) => ({
        got: await step.waitForEvent("paid", { event: "test/paid", timeout: "1s" }),
      }),
    );
    await startTestExecutor(db, client, [short]);
    await send(db, "test/order");
    expect((await endedRun(db, "test-short")).output).toEqual({ got: null });
    expect(await db.executorWait.count()).toBe(0);
  });
});

describe("cancelling", () => {
  test("stops the runs the event is about, and only those", async () => {
    const work = client.createFunction(
      {
        id: "work",
        triggers: [{ event: "test/work" }],
        cancelOn: [{ event: "test/stop", match: "data.jobId" }],
      },
      async ({ event, step }) => {
        await step.waitForEvent("go", { event: "test/go", timeout: "1h" });
        return event.data.jobId;
      },
    );
    await startTestExecutor(db, client, [work]);
    await send(db, "test/work", { jobId: "a" });
    await send(db, "test/work", { jobId: "b" });
    await send(db, "test/stop", { jobId: "a" });
    await endedRuns(db, "test-work", 1);
    while ((await db.executorWait.count()) === 0)
      await new Promise((resolve) => setImmediate(resolve));
    await send(db, "test/go");
    const runs = await endedRuns(db, "test-work", 2);
    expect(runs.map((run) => [run.status, run.output])).toEqual([
      ["cancelled", null],
      ["completed", "b"],
    ]);
  });

  test("discards the result of a step that was under way", async () => {
    const started = gate();
    const release = gate();
    let after = 0;
    const work = client.createFunction(
      {
        id: "work",
        triggers: [{ event: "test/work" }],
        cancelOn: [{ event: "test/stop" }],
      },
      async ({ step }) => {
        await step.run("long", async () => {
          started.resolve();
          await release.promise;
        });
        await step.run("after", () => {
          after += 1;
        });
      },
    );
    const executor = await startTestExecutor(db, client, [work]);
    await send(db, "test/work");
    await started.promise;
    await send(db, "test/stop");
    expect((await endedRun(db, "test-work")).status).toBe("cancelled");
    release.resolve();
    await executor.stop();
    expect(after).toBe(0);
    expect(await db.executorStep.count()).toBe(0);
  });

  test("tells other functions", async () => {
    const work = client.createFunction(
      { id: "work", triggers: [{ event: "test/work" }], cancelOn: [{ event: "test/stop" }] },
      ({ step }) => step.sleep("long", "1h"),
    );
    const watcher = client.createFunction(
      { id: "watcher", triggers: [{ event: "inngest/function.cancelled" }] },
      ({ event }) => event.data.function_id,
    );
    await startTestExecutor(db, client, [work, watcher]);
    await send(db, "test/work");
    await send(db, "test/stop");
    expect((await endedRun(db, "test-watcher")).output).toBe("test-work");
  });
});

describe("concurrency", () => {
  /** A function whose first steps are held until `together` of them run at once, and that counts how many do. */
  function held(together: number, options: object) {
    let now = 0;
    const full = gate();
    const seen = { most: 0, mostOf: new Map<string, number>() };
    const of = new Map<string, number>();
    const work = client.createFunction(
      { id: "work", triggers: [{ event: "test/work" }], ...options },
      ({ event, step }) =>
        step.run("hold", async () => {
          const user = String(event.data.user);
          now += 1;
          of.set(user, (of.get(user) ?? 0) + 1);
          seen.most = Math.max(seen.most, now);
          seen.mostOf.set(user, Math.max(seen.mostOf.get(user) ?? 0, of.get(user) ?? 0));
          if (now === together) full.resolve();
          await full.promise;
          // Time in which one too many would begin.
          await new Promise((resolve) => setTimeout(resolve, 15));
          now -= 1;
          of.set(user, (of.get(user) ?? 0) - 1);
        }),
    );
    return { work, seen };
  }

  test("is limited for the function", async () => {
    const { work, seen } = held(2, { concurrency: 2 });
    await startTestExecutor(db, client, [work]);
    for (let index = 0; index < 7; index += 1) await send(db, "test/work");
    await endedRuns(db, "test-work", 7);
    expect(seen.most).toBe(2);
  });

  test("is limited for each user, so that one with much work leaves room for another", async () => {
    const { work, seen } = held(3, {
      concurrency: [
        { scope: "env", key: '"all"', limit: 3 },
        { scope: "fn", key: "event.data.user", limit: 2 },
      ],
    });
    const handler = handlerOf(client, [work]);
    expect((await readRegistry(handler)).get("test-work")?.concurrency).toHaveLength(2);
    for (let index = 0; index < 8; index += 1) await send(db, "test/work", { user: "busy" });
    await send(db, "test/work", { user: "quiet" });
    await startTestExecutor(db, client, [work]);
    const runs = await endedRuns(db, "test-work", 9);
    expect(runs.every((run) => run.status === "completed")).toBe(true);
    expect(seen.mostOf.get("busy")).toBe(2);
    expect(seen.most).toBe(3);
    const inOrderOfEnd = [...runs].sort((a, b) => Number(a.endedAt) - Number(b.endedAt));
    const quietPlace = inOrderOfEnd.findIndex(
      (run) => (run.event as { data: { user: string } }).data.user === "quiet",
    );
    expect(quietPlace).toBeLessThan(4);
  });

  test("goes first to what has priority", async () => {
    const order: string[] = [];
    const work = client.createFunction(
      {
        id: "work",
        triggers: [{ event: "test/work" }],
        concurrency: 1,
        priority: { run: "event.data.urgent ? 100 : 0" },
      },
      ({ event, step }) =>
        step.run("note", () => {
          order.push(String(event.data.name));
        }),
    );
    for (const name of ["a", "b"]) await send(db, "test/work", { name, urgent: false });
    await send(db, "test/work", { name: "urgent", urgent: true });
    await startTestExecutor(db, client, [work]);
    await endedRuns(db, "test-work", 3);
    expect(order).toEqual(["urgent", "a", "b"]);
  });
});

describe("one run for one cause", () => {
  test("is kept by an idempotency key for a day", async () => {
    const work = client.createFunction(
      { id: "work", triggers: [{ event: "test/work" }], idempotency: "event.data.orderId" },
      ({ event }) => event.data.n,
    );
    await startTestExecutor(db, client, [work]);
    await send(db, "test/work", { orderId: "o1", n: 1 });
    await endedRuns(db, "test-work", 1);
    await send(db, "test/work", { orderId: "o1", n: 2 });
    await send(db, "test/work", { orderId: "o2", n: 3 });
    await endedRuns(db, "test-work", 2);
    await db.executorRun.updateMany({ data: { createdAt: new Date(Date.now() - 25 * 3_600_000) } });
    await send(db, "test/work", { orderId: "o1", n: 4 });
    const runs = await endedRuns(db, "test-work", 3);
    expect(runs.map((run) => run.output).sort()).toEqual([1, 3, 4]);
  });

  test("is skipped, or takes the place, when it is a singleton", async () => {
    const single = (id: string, mode: "skip" | "cancel") =>
      client.createFunction(
        {
          id,
          triggers: [{ event: "test/work" }],
          singleton: { mode, key: "event.data.user" },
        },
        async ({ event, step }) => {
          await step.waitForEvent("go", { event: "test/go", timeout: "1h" });
          return event.data.n;
        },
      );
    const skips = single("skips", "skip");
    const takes = single("takes", "cancel");
    await startTestExecutor(db, client, [skips, takes]);
    await send(db, "test/work", { user: "ada", n: 1 });
    await send(db, "test/work", { user: "ada", n: 2 });
    await endedRuns(db, "test-takes", 1);
    while ((await db.executorWait.count()) < 2)
      await new Promise((resolve) => setImmediate(resolve));
    await send(db, "test/go");
    const taken = await endedRuns(db, "test-takes", 2);
    const skipped = await endedRuns(db, "test-skips", 1);
    expect(taken.map((run) => [run.status, run.output])).toEqual([
      ["cancelled", null],
      ["completed", 2],
    ]);
    expect(skipped.map((run) => run.output)).toEqual([1]);
    expect(await db.executorRun.count({ where: { functionId: "test-skips" } })).toBe(1);
  });
});

describe("the clock", () => {
  const hourly = client.createFunction(
    { id: "hourly", triggers: [cron("0 * * * *")] },
    () => "ticked",
  );

  test("starts a function when its time has come, once also for two executors", async () => {
    const handler = handlerOf(client, [hourly]);
    await startTestExecutor(db, client, [hourly]);
    const [next] = await db.executorCron.findMany();
    expect(next?.nextAt.getUTCMinutes()).toBe(0);
    const due = new Date(Date.now() - 1_000);
    await db.executorCron.updateMany({ data: { nextAt: due } });
    const registry = await readRegistry(handler);
    const twin = { db, handler, registry, owner: "twin", timing: TIMING, inFlight: new Map() };
    await Promise.all([runClock(twin, new Date()), runClock(twin, new Date())]);
    expect((await endedRun(db, "test-hourly")).output).toBe("ticked");
    expect(await db.executorRun.count()).toBe(1);
    const [after] = await db.executorCron.findMany();
    expect(after?.nextAt.getTime()).toBeGreaterThan(Date.now());
  });
});

describe("an option the executor does not support", () => {
  test.each([
    ["throttle", { throttle: { limit: 1, period: "1s" } }],
    ["debounce", { debounce: { period: "1s" } }],
    ["rateLimit", { rateLimit: { limit: 1, period: "1s" } }],
    ["batchEvents", { batchEvents: { maxSize: 2, timeout: "1s" } }],
    ["timeouts", { timeouts: { finish: "1m" } }],
  ])("%s is refused at the start, by its name", async (name, option) => {
    const work = client.createFunction(
      { id: "work", triggers: [{ event: "test/work" }], ...option } as never,
      (() => 1) as never,
    );
    const starting = startTestExecutor(db, client, [work]);
    await expect(starting).rejects.toThrow(`test-work cannot run here: ${name} is not supported`);
  });

  test("a condition that cannot be read is refused at the start", async () => {
    const work = client.createFunction(
      { id: "work", triggers: [{ event: "test/work", if: "event.data.x =~ 'y'" }] },
      () => 1,
    );
    const starting = startTestExecutor(db, client, [work]);
    await expect(starting).rejects.toThrow("cannot be read");
  });
});
