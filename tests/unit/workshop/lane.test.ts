import { describe, expect, it } from "vitest";
import { Lane } from "#lib/workshop/lane.ts";

const never = new AbortController().signal;

/** Work that ends when told to, and writes its name into `order` when it begins. */
function gate(order: string[], name: string) {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const work = async () => {
    order.push(name);
    await opened;
    return name;
  };
  return { work, open };
}

describe("a lane", () => {
  it("does one thing at a time, the urgent before what came earlier", async () => {
    const lane = new Lane(10);
    const order: string[] = [];
    const first = gate(order, "first");
    const done = [
      lane.run(0, never, first.work),
      lane.run(0, never, async () => void order.push("patient")),
      lane.run(1, never, async () => void order.push("urgent")),
    ];
    expect(order).toEqual(["first"]);
    first.open();
    await Promise.all(done);
    expect(order).toEqual(["first", "urgent", "patient"]);
  });

  it("goes on after work that failed", async () => {
    const lane = new Lane(10);
    const failing = lane.run(0, never, async () => {
      throw new Error("broken");
    });
    await expect(failing).rejects.toThrow("broken");
    await expect(lane.run(0, never, async () => "next")).resolves.toBe("next");
  });

  it("lets waiting work leave when it is cancelled", async () => {
    const lane = new Lane(10);
    const order: string[] = [];
    const first = gate(order, "first");
    const running = lane.run(0, never, first.work);
    const abort = new AbortController();
    const waiting = lane.run(0, abort.signal, async () => void order.push("cancelled"));
    abort.abort();
    await expect(waiting).rejects.toMatchObject({ code: "cancelled" });
    first.open();
    await running;
    expect(order).toEqual(["first"]);
    expect(lane.length).toBe(0);
  });

  it("refuses more than it can hold, and says when to come back", async () => {
    const lane = new Lane(1);
    const order: string[] = [];
    const first = gate(order, "first");
    const running = lane.run(0, never, first.work);
    const waiting = lane.run(0, never, async () => "waited");
    await expect(lane.run(0, never, async () => "refused")).rejects.toMatchObject({
      code: "unavailable",
      retryable: true,
      retryAfterSeconds: 5,
    });
    first.open();
    await running;
    await expect(waiting).resolves.toBe("waited");
  });
});
