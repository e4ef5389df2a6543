import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ORDER_MACHINE, ORDER_STAGES, ORDER_STATES } from "#lib/orders/machine.ts";
import { QUOTE_MACHINE, QUOTE_STATES } from "#lib/quotes/machine.ts";
import { actionsIn, isAllowed, type Transition, toDiagram } from "#lib/shared/state-machine.ts";

const MACHINES = [
  { name: "quote", machine: QUOTE_MACHINE, states: QUOTE_STATES, start: "asked" },
  { name: "order", machine: ORDER_MACHINE, states: ORDER_STATES, start: "accepted" },
] as const satisfies readonly {
  name: string;
  machine: readonly Transition[];
  states: readonly string[];
  start: string;
}[];

/** Every state that can be reached from the start. */
function reached(machine: readonly Transition[], start: string): Set<string> {
  const found = new Set([start]);
  for (const state of found) {
    for (const { from, to } of machine) if (from.includes(state)) found.add(to);
  }
  return found;
}

describe.each(MACHINES)("the machine of a $name", ({ machine, states, start }) => {
  test("reaches every state", () => {
    expect([...reached(machine, start)].sort()).toEqual([...states].sort());
  });

  test("has one way for an action of one side", () => {
    const ways = machine.map(({ action, by }) => `${by} ${action}`);
    expect(new Set(ways).size).toBe(ways.length);
  });

  test("stands in the documents as it is", () => {
    expect(readFileSync("docs/orders.md", "utf8")).toContain(toDiagram(machine, start));
  });
});

describe("an order", () => {
  test("goes through its stages one after another", () => {
    for (const [index, to] of ORDER_STAGES.slice(1).entries()) {
      const from = ORDER_STAGES[index]!;
      expect(ORDER_MACHINE.some((way) => way.from.includes(from) && way.to === to)).toBe(true);
    }
  });

  test("is cancelled by its customer until work has begun", () => {
    const can = ORDER_STATES.filter((state) =>
      actionsIn(ORDER_MACHINE, state, "customer").includes("cancel"),
    );
    expect(can).toEqual(["accepted", "confirmed"]);
  });

  test("is not what nobody's action leads to", () => {
    const leap = { action: "ship", by: "atelier", from: "accepted", to: "shipped" };
    expect(isAllowed(ORDER_MACHINE, leap)).toBe(false);
    expect(isAllowed(ORDER_MACHINE, { ...leap, from: "in_work" })).toBe(true);
  });
});
