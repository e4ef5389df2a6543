import { describe, expect, it } from "vitest";
import type { Measures } from "#lib/kernel/measures.ts";
import { ring } from "#lib/kinds/ring/index.ts";
import { planRing } from "#lib/kinds/ring/plan.ts";
import { type RingSpec, ringSchema } from "#lib/kinds/ring/schema.ts";
import { AppError } from "#lib/shared/errors.ts";
import { randomFields, randomRingSpec, refusalOf } from "./random-spec.ts";

const specOf = (fields: Partial<RingSpec>) => ringSchema.parse(fields);

function refusal(fields: Partial<RingSpec>): AppError {
  try {
    planRing(specOf(fields));
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("The ring was not refused.");
}

const IMPOSSIBLE: [string, Partial<RingSpec>, string, number][] = [
  ["a stone too long for its band", { stoneLengthMm: 14, bandWidthMm: 1.8 }, "stoneLengthMm", 9],
  [
    "a stone too slender to be cut",
    { cut: "oval", stoneLengthMm: 12, stoneWidthMm: 3 },
    "stoneWidthMm",
    4,
  ],
  ["side stones the band cannot carry", { style: "three-stone", sideStoneMm: 7 }, "sideStoneMm", 6],
  ["pavé wider than the band", { shoulders: "pave", paveStoneMm: 2.2 }, "paveStoneMm", 1.8],
  [
    "a band too narrow for any pavé",
    { shoulders: "pave", bandWidthMm: 1.6, taperPercent: 50, paveArcDeg: 150, paveStoneMm: 1 },
    "bandWidthMm",
    2.9,
  ],
  [
    "pavé deeper than the band",
    { shoulders: "pave", bandThicknessMm: 1.2, paveStoneMm: 2.2, bandWidthMm: 4 },
    "bandThicknessMm",
    1.3,
  ],
];

describe("numbers that do not go together", () => {
  it.each(IMPOSSIBLE)(
    "%s: refused with the nearest that works",
    (_what, fields, field, nearest) => {
      const error = refusal(fields);
      expect(error.code).toBe("invalid_input");
      expect(error.details).toMatchObject({ field, nearest, unit: "mm" });
      expect(error.fieldErrors?.[field]).toContain(`${nearest} mm`);
      expect(refusalOf(specOf({ ...fields, [field]: nearest }))).toBeNull();
    },
  );

  it("are always answered with a way to a ring that can be built", () => {
    const seeds = Array.from({ length: 60 }, (_, seed) => seed + 1000);
    const refused = seeds.filter((seed) => refusalOf(randomFields(seed)) !== null);
    expect(refused.length).toBeGreaterThan(10);
    for (const seed of seeds) expect(refusalOf(randomRingSpec(seed))).toBeNull();
  });
});

describe("casting rules of settings", () => {
  const check = (fields: Partial<RingSpec>) => ring.check(specOf(fields), {} as Measures);
  const verdict = (fields: Partial<RingSpec>, rule: string) =>
    check(fields).find((finding) => finding.rule === rule);

  it("fails prongs under 0.8 mm, warns under 1.0 mm", () => {
    expect(verdict({ prongWidthMm: 0.7 }, "prong-width")).toMatchObject({
      status: "fail",
      value: 0.7,
      limit: 0.8,
      unit: "mm",
    });
    expect(verdict({ prongWidthMm: 0.9 }, "prong-width")?.status).toBe("warn");
    expect(verdict({ prongWidthMm: 1 }, "prong-width")?.status).toBe("pass");
  });

  it("wants prongs to reach a tenth of the stone over its girdle", () => {
    const reach = verdict({ stoneLengthMm: 8, bandWidthMm: 3 }, "prong-reach");
    expect(reach).toMatchObject({ status: "pass" });
    expect(reach?.limit).toBeCloseTo(0.8, 9);
  });

  it("fails a bezel's wall under 0.8 mm", () => {
    expect(verdict({ head: "bezel", bezelWallMm: 0.7 }, "bezel-wall")?.status).toBe("fail");
    expect(verdict({ head: "bezel" }, "bezel-wall")?.status).toBe("pass");
  });

  it("wants half a millimetre of metal under every pavé seat", () => {
    const fields = {
      shoulders: "pave",
      bandThicknessMm: 1.2,
      bandWidthMm: 3,
      paveStoneMm: 1.6,
    } as const;
    const thin = verdict(fields, "pave-under-seat");
    expect(thin?.status).toBe("fail");
    expect(thin?.at).not.toBeNull();
    expect(verdict({ ...fields, bandThicknessMm: 1.8 }, "pave-under-seat")?.status).toBe("pass");
  });

  it("asks a plain band nothing about settings", () => {
    expect(check({ style: "plain" })).toEqual([]);
  });
});
