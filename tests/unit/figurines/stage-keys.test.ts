import { describe, expect, test } from "vitest";
import { type FigurineInput, STANDARD_INPUT } from "#lib/figurines/options.ts";
import { openStages, stageKeys } from "#lib/figurines/stage-keys.ts";
import { STAGES, type StoredStages } from "#lib/figurines/types.ts";

/** All stages as if made of an input. */
const madeOf = (input: FigurineInput) => {
  const keys = stageKeys(input);
  return Object.fromEntries(
    STAGES.map((name) => [name, { key: keys[name], result: {} }]),
  ) as StoredStages;
};

const done = madeOf(STANDARD_INPUT);
const openAfter = (changes: Partial<FigurineInput>) =>
  openStages({ ...STANDARD_INPUT, ...changes }, done);

describe("the stages a change reaches", () => {
  test("are none where nothing changed", () => expect(openAfter({})).toEqual([]));

  test.each([
    ["style", { style: "comic" as const }, "cartoon"],
    ["mouth", { mouth: [0.5, 0.6] as const }, "cartoon"],
    ["choice", { choice: 1 }, "head"],
    ["glasses", { glasses: "round" as const }, "head"],
    ["template", { template: "chef" as const }, "fusion"],
    ["height", { heightMm: 120 }, "fusion"],
    ["outfit", { spec: { base: "none" } }, "fusion"],
  ])("of %s begin with its own and go on to the proof", (_what, changes, first) => {
    expect(openAfter(changes)).toEqual(STAGES.slice(STAGES.indexOf(first as "head")));
  });

  test("begin where one is missing, whatever comes after it", () => {
    const { head: _, ...rest } = done;
    expect(openStages(STANDARD_INPUT, rest)).toEqual(STAGES.slice(1));
  });
});
