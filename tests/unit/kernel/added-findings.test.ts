import { expect, it } from "vitest";
import { addedFindings } from "#lib/kernel/added-findings.ts";
import type { Finding } from "#lib/kernel/finding.ts";

const finding = (rule: string, x: number): Finding => ({
  ...{ rule, process: "cast-metal", status: "fail", value: 0.4, limit: 0.6, unit: "mm" },
  at: [x, 0, 0],
  message: `The ${rule} at ${x} is too small.`,
});
const [left, right] = [finding("prong-width", -5), finding("prong-width", 5)];

it("finds a second failure of a rule that failed on another stone before", () => {
  expect(addedFindings([left], [left, right])).toEqual([right]);
  expect(addedFindings([right], [left, right])).toEqual([left]);
  expect(addedFindings([left, right], [right])).toEqual([]);
});

it("takes a failure that only moved for the old one, and one of another rule for a new one", () => {
  const wall = finding("wall-thickness", 5);
  expect(addedFindings([left], [finding("prong-width", -4.9)])).toEqual([]);
  expect(addedFindings([left], [finding("prong-width", -4.9), wall])).toEqual([wall]);
  expect(addedFindings([], [])).toEqual([]);
});
