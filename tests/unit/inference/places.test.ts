import { describe, expect, test } from "vitest";
import { Places } from "#lib/adapters/inference/fal/places.ts";

const gate = () => Promise.withResolvers<void>();

/** Whether a promise has settled by the next turns of the loop. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  promise.then(
    () => (settled = true),
    () => (settled = true),
  );
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  return settled;
}

describe("places at a provider", () => {
  test("are given in the order of coming, each once", async () => {
    const places = new Places(1);
    const giveBack = await places.take();
    const order: string[] = [];
    const second = places.take().then((back) => {
      order.push("second");
      return back;
    });
    const third = places.take().then(() => order.push("third"));
    giveBack();
    giveBack();
    await second;
    expect(await isSettled(third)).toBe(false);
    (await second)();
    await third;
    expect(order).toEqual(["second", "third"]);
  });

  test("that are free do not wait for what is on its way", async () => {
    const places = new Places(2);
    await places.take();
    const sent = gate();
    const leaving = places.leave(() => sent.promise);
    expect(await places.prepare(async () => "ready")).toBe("ready");
    sent.resolve();
    await leaving;
  });

  test("that are all taken have the next order made ready after what is on its way", async () => {
    const places = new Places(1);
    await places.take();
    const sent = gate();
    const order: string[] = [];
    const leaving = places.leave(() => sent.promise).then(() => order.push("sent"));
    const ready = places.prepare(async () => order.push("ready"));
    sent.resolve();
    await Promise.all([leaving, ready]);
    expect(order).toEqual(["sent", "ready"]);
  });

  test("do not hold anybody up for long when the provider is slow to answer", async () => {
    const places = new Places(1);
    const never = gate();
    void places.leave(() => never.promise);
    await places.giveWay();
    never.resolve();
  });

  test("are not held up by a sending that failed", async () => {
    const places = new Places(1);
    const failing = places.leave(() => Promise.reject(new Error("refused")));
    await expect(failing).rejects.toThrow("refused");
    await places.giveWay();
  });

  test("go to the next when whoever waited for one has left", async () => {
    const places = new Places(1);
    const giveBack = await places.take();
    const leaving = new AbortController();
    const left = places.take(leaving.signal);
    const next = places.take();
    leaving.abort(new Error("gone"));
    await expect(left).rejects.toThrow("gone");
    giveBack();
    expect(typeof (await next)).toBe("function");
  });
});
