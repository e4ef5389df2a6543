import { describe, expect, it } from "vitest";
import { RING_SYSTEMS, toInnerDiameterMm, toRingLabel } from "#lib/shared/ring-size.ts";

describe("ring sizes", () => {
  it.each([
    ["us", 7, 17.32, 54.41],
    ["eu", 54, 17.19, 54],
    ["it", 14, 17.19, 54],
    ["jp", 14, 17.33, 54.45],
    ["uk", "A", 11.94, 37.5],
    ["uk", "N½", 17.31, 54.375],
    ["ru", 17.25, 17.25, 54.19],
    ["hk", 14, 16.92, 53.14],
    ["hk", 20, 18.95, 59.53],
  ] as const)("%s %s is %f mm inside and %f mm around", (system, label, diameter, around) => {
    const inner = toInnerDiameterMm(system, label)!;
    expect(inner).toBeCloseTo(diameter, 1);
    expect(inner * Math.PI).toBeCloseTo(around, 1);
  });

  it("follows the published line of US circumferences", () => {
    for (let size = 3; size <= 13; size += 0.5) {
      const around = toInnerDiameterMm("us", size)! * Math.PI;
      expect(Math.abs(around - (36.5367 + 2.5535 * size))).toBeLessThan(0.02);
    }
  });

  it("reads back the label it wrote, in every system", () => {
    for (const system of RING_SYSTEMS) {
      const label = toRingLabel(system, 17.32)!;
      expect(Math.abs(toInnerDiameterMm(system, label)! - 17.32)).toBeLessThan(0.25);
    }
  });

  it("reads British half sizes however they are written", () => {
    const half = toInnerDiameterMm("uk", "N½");
    expect(toInnerDiameterMm("uk", "n 1/2")).toBe(half);
    expect(toInnerDiameterMm("uk", "N.5")).toBe(half);
    expect(toInnerDiameterMm("uk", "Z+2")).toBeCloseTo((37.5 + 1.25 * 27) / Math.PI, 6);
  });

  it("has no label where a system has no size", () => {
    expect(toInnerDiameterMm("uk", "7")).toBeNull();
    expect(toInnerDiameterMm("hk", 30)).toBeNull();
    expect(toRingLabel("hk", 25)).toBeNull();
    expect(toInnerDiameterMm("us", "seven")).toBeNull();
  });
});
