import { invoke, NonRetriableError, RetryAfterError } from "inngest";
import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { testDatabase } from "#tests/setup/database.ts";
import { endedRun, endedRuns, gate, send, startTestExecutor, testClient } from "./harness.ts";

const { db, clear } = await testDatabase();
const client = testClient();
beforeEach(clear);

describe("steps", () => {
  test("run once each, one after the other, and their results reach the end", async () => {
    const calls: string[] = [];
    const work = client.createFunction(
      { id: "work", triggers: [{ event: "test/work" }] },
      async ({ event, step }) => {
        const a = await step.run("a", () => calls.push("a"));
        const b = await step.run("b", () => calls.push("b"));
        return { sum: a + b, given: event.data.given };
      },
    );
    await startTestExecutor(db, client, [work]);
    await send(db, "test/work", { given: 7 });
    const run = await endedRun(db, "test-work");
    expect(run).toMatchObject({ status: "completed", output: { sum: 3, given: 7 } });
    expect(calls).toEqual(["a", "b"]);
  });

  test("run side by side, and a chain goes on while another branch still runs", async () => {
    const slow = gate();
    const order: string[] = [];
    const work = client.createFunction(
      { id: "work", triggers: [{ event: "test/work" }] },
      async ({ step }) => {
        const chain = async () => {
          await step.run("quick", () => order.push("quick"));
          await step.run("after quick", () => {
            order.push("after quick");
            slow.resolve();
          });
        };
        const waiting = step.run("slow", async () => {
          await slow.promise;
          order.push("slow");
        });
        await Promise.all([chain(), waiting]);
        return "all";
      },
    );
    await startTestExecutor(db, client, [work]);
    await send(db, "test/work");
    expect(await endedRun(db, "test-work")).toMatchObject({ status: "completed", output: "all" });
    expect(order).toEqual(["quick", "after quick", "slow"]);
  });

  test("run once each, also many at once", async () => {
    const counts = new Map<number, number>();
    const work = client.createFunction(
      { id: "work", triggers: [{ event: "test/work" }] },
      ({ step }) =>
        Promise.all(
          Array.from({ length: 12 }, (_, index) =>
            step.run(`part ${index}`, () => {
              counts.set(index, (counts.get(index) ?? 0) + 1);
              return index;
            }),
          ),
        ),
    );
    await startTestExecutor(db, client, [work]);
    await send(db, "test/work");
    const run = await endedRun(db, "test-work");
    expect(run.output).toEqual(Array.from({ length: 12 }, (_, index) => index));
    expect([...counts.values()]).toEqual(Array.from({ length: 12 }, () => 1));
  });

  test("under one name are told apart", async () => {
    const work = client.createFunction(
      { id: "work", triggers: [{ event: "test/work" }] },
      async ({ step }) => {
        const values = [];
        for (const value of [1, 2, 3]) values.push(await step.run("same", () => value));
        return values;
      },
    );
    await startTestExecutor(db, client, [work]);
    await send(db, "test/work");
    expect((await endedRun(db, "test-work")).output).toEqual([1, 2, 3]);
  });
});

describe("sleep", () => {
  test("lets time pass, for a duration and until a date", async () => {
    const work = client.createFunction(
      { id: "work", triggers: [{ event: "test/work" }] },
      async ({ step }) => {
        const from = await step.run("from", () => Date.now());
        await step.sleep("a while", "1s");
        await step.sleepUntil("a date", new Date(from + 1_300));
        return { tookMs: (await step.run("to", () => Date.now())) - from };
      },
    );
    await startTestExecutor(db, client, [work]);
    await send(db, "test/work");
    const { output } = await endedRun(db, "test-work");
    const { tookMs } = output as { tookMs: number };
    expect(tookMs).toBeGreaterThanOrEqual(1_300);
    expect(tookMs).toBeLessThan(4_000);
  });
});

describe("retries", () => {
  test("come until the step works, each with its number", async () => {
    const attempts: number[] = [];
    const work = client.createFunction(
      { id: "work", triggers: [{ event: "test/work" }], retries: 3 },
      async ({ step, attempt }) =>
        step.run("flaky", () => {
          attempts.push(attempt);
          if (attempt < 2) throw new Error("not yet");
          return "done";
        }),
    );
    await startTestExecutor(db, client, [work]);
    await send(db, "test/work");
    expect(await endedRun(db, "test-work")).toMatchObject({ status: "completed", output: "done" });
    expect(attempts).toEqual([0, 1, 2]);
  });

  test("end after the last: the function may go on without the step", async () => {
    let calls = 0;
    const work = client.createFunction(
      { id: "work", triggers: [{ event: "test/work" }], retries: 1 },
      async ({ step }) => {
        const failing = step.run("broken", () => {
          calls += 1;
          throw new Error("always");
        });
        return failing.catch((error: Error) => ({ caught: error.message }));
      },
    );
    await startTestExecutor(db, client, [work]);
    await send(db, "test/work");
    expect((await endedRun(db, "test-work")).output).toEqual({ caught: "always" });
    expect(calls).toBe(2);
  });

  test("come also for one of several parallel steps, alone", async () => {
    const calls = { good: 0, flaky: 0 };
    const work = client.createFunction(
      { id: "work", triggers: [{ event: "test/work" }], retries: 2 },
      ({ step }) =>
        Promise.all([
          step.run("good", () => {
            calls.good += 1;
          }),
          step.run("flaky", () => {
            calls.flaky += 1;
            if (calls.flaky < 3) throw new Error("not yet");
          }),
        ]),
    );
    await startTestExecutor(db, client, [work]);
    await send(db, "test/work");
    expect((await endedRun(db, "test-work")).status).toBe("completed");
    expect(calls).toEqual({ good: 1, flaky: 3 });
  });

  test("wait as long as the step asks", async () => {
    const times: number[] = [];
    const work = client.createFunction(
      { id: "work", triggers: [{ event: "test/work" }] },
      ({ step }) =>
        step.run("later", () => {
          times.push(Date.now());
          if (times.length === 1) throw new RetryAfterError("busy", 1_000);
        }),
    );
    await startTestExecutor(db, client, [work]);
    await send(db, "test/work");
    expect((await endedRun(db, "test-work")).status).toBe("completed");
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(990);
  });

  test("do not come for what will never work", async () => {
    let calls = 0;
    const work = client.createFunction(
      { id: "work", triggers: [{ event: "test/work" }], retries: 3 },
      ({ step }) =>
        step.run("wrong", () => {
          calls += 1;
          throw new NonRetriableError("never");
        }),
    );
    await startTestExecutor(db, client, [work]);
    await send(db, "test/work");
    const run = await endedRun(db, "test-work");
    expect(run).toMatchObject({ status: "failed", error: { message: "never" } });
    expect(calls).toBe(1);
  });

  test("come for code outside steps too", async () => {
    let calls = 0;
    const work = client.createFunction(
      { id: "work", triggers: [{ event: "test/work" }], retries: 2 },
      async ({ step }) => {
        const kept = await step.run("kept", () => "kept");
        calls += 1;
        if (calls < 3) throw new Error("not yet");
        return kept;
      },
    );
    await startTestExecutor(db, client, [work]);
    await send(db, "test/work");
    expect((await endedRun(db, "test-work")).output).toBe("kept");
    expect(calls).toBe(3);
  });
});

describe("a failed run", () => {
  test("calls onFailure with its error and its event", async () => {
    const told = gate<{ message: string; given: unknown; functionId: string }>();
    const work = client.createFunction(
      {
        id: "work",
        triggers: [{ event: "test/work" }],
        retries: 0,
        onFailure: ({ error, event }) => {
          told.resolve({
            message: error.message,
            given: event.data.event.data.given,
            functionId: event.data.function_id,
          });
        },
      },
      ({ step }) =>
        step.run("broken", () => {
          throw new Error("out of gold");
        }),
    );
    await startTestExecutor(db, client, [work]);
    await send(db, "test/work", { given: 5 });
    expect(await told.promise).toEqual({
      message: "out of gold",
      given: 5,
      functionId: "test-work",
    });
    expect((await endedRun(db, "test-work-failure")).status).toBe("completed");
  });

  test("asks for an operation the executor does not do, and says so", async () => {
    const work = client.createFunction(
      { id: "work", triggers: [{ event: "test/work" }] },
      ({ step }) =>
        step.waitForSignal("signal", { signal: "s", timeout: "1h", onConflict: "fail" }),
    );
    await startTestExecutor(db, client, [work]);
    await send(db, "test/work");
    const run = await endedRun(db, "test-work");
    expect(run.status).toBe("failed");
    expect(JSON.stringify(run.error)).toContain("WaitForSignal");
  });
});

describe("events from steps", () => {
  test("start other functions", async () => {
    const first = client.createFunction(
      { id: "first", triggers: [{ event: "test/first" }] },
      ({ step }) => step.sendEvent("tell", { name: "test/second", data: { from: "first" } }),
    );
    const second = client.createFunction(
      { id: "second", triggers: [{ event: "test/second" }] },
      ({ event }) => event.data,
    );
    await startTestExecutor(db, client, [first, second]);
    await send(db, "test/first");
    expect((await endedRun(db, "test-second")).output).toEqual({ from: "first" });
  });
});

describe("an invoked function", () => {
  const double = client.createFunction(
    { id: "double", triggers: [invoke(z.object({ value: z.number() }))] },
    ({ event }) => {
      if (event.data.value < 0) throw new NonRetriableError("too small");
      return event.data.value * 2;
    },
  );
  const caller = client.createFunction(
    { id: "caller", triggers: [{ event: "test/call" }] },
    ({ event, step }) =>
      step
        .invoke("double it", { function: double, data: { value: event.data.value } })
        .then((value) => ({ value }))
        .catch((error: Error) => ({ caught: error.message })),
  );

  test("gives its result to the step", async () => {
    await startTestExecutor(db, client, [double, caller]);
    await send(db, "test/call", { value: 21 });
    expect((await endedRun(db, "test-caller")).output).toEqual({ value: 42 });
  });

  test("gives its failure to the step", async () => {
    await startTestExecutor(db, client, [double, caller]);
    await send(db, "test/call", { value: -1 });
    const { output } = await endedRun(db, "test-caller");
    expect(JSON.stringify(output)).toContain("too small");
  });

  test("that takes too long fails the step", async () => {
    const slow = client.createFunction(
      { id: "slow", triggers: [invoke(z.object({}))] },
      ({ step }) => step.sleep("long", "1h"),
    );
    const impatient = client.createFunction(
      { id: "impatient", triggers: [{ event: "test/call" }], retries: 0 },
      ({ step }) => step.invoke("slow one", { function: slow, data: {}, timeout: "1s" }),
    );
    await startTestExecutor(db, client, [slow, impatient]);
    await send(db, "test/call");
    const run = await endedRun(db, "test-impatient");
    expect(run.status).toBe("failed");
    expect(JSON.stringify(run.error)).toContain("too long");
  });
});

describe("one event", () => {
  test("sent twice under its id starts one run", async () => {
    const work = client.createFunction(
      { id: "work", triggers: [{ event: "test/work" }] },
      ({ event }) => event.id,
    );
    await startTestExecutor(db, client, [work]);
    await send(db, "test/work", {}, "the same");
    await send(db, "test/work", {}, "the same");
    await send(db, "test/work", {}, "another");
    const runs = await endedRuns(db, "test-work", 2);
    expect(runs.map((run) => run.output)).toEqual(["the same", "another"]);
    expect(await db.executorRun.count()).toBe(2);
  });

  test("starts only the functions whose condition holds", async () => {
    const big = client.createFunction(
      { id: "big", triggers: [{ event: "test/work", if: "event.data.size > 10" }] },
      () => "big",
    );
    const any = client.createFunction(
      { id: "any", triggers: [{ event: "test/work" }] },
      () => "any",
    );
    await startTestExecutor(db, client, [big, any]);
    await send(db, "test/work", { size: 3 });
    await send(db, "test/work", { size: 30 });
    await endedRuns(db, "test-any", 2);
    await endedRuns(db, "test-big", 1);
    expect(await db.executorRun.count({ where: { functionId: "test-big" } })).toBe(1);
  });
});
