import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { exportPiece } from "#lib/kernel/export/export-piece.ts";
import { boxOf, sizeOf } from "#lib/kernel/measure/extent.ts";
import type { Part } from "#lib/kernel/mesh.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import { patchSpec } from "#lib/kinds/parse-spec.ts";
import { buildPiece } from "#lib/kinds/piece.ts";
import { ring } from "#lib/kinds/ring/index.ts";
import { ringSchema } from "#lib/kinds/ring/schema.ts";
import { resized, sizeRun } from "#lib/kinds/size-run/size-run.ts";
import { sizesBetween } from "#lib/kinds/size-run/sizes-between.ts";
import { solve } from "#lib/kinds/solve/solve.ts";
import type { SolveTarget } from "#lib/kinds/solve/target.ts";
import { AppError } from "#lib/shared/errors.ts";

const kernel = await loadSolidKernel();
const kind = ring as unknown as Kind;
const specOf = (fields: object) => ringSchema.parse(fields);
const built = (spec: Record<string, unknown>, quality: "preview" | "final" = "preview") =>
  buildPiece(kernel, kind, patchSpec(kind, spec, {}), quality);

const solved = (fields: object, target: SolveTarget) =>
  solve(kind, specOf(fields), target, async (spec, quality) => {
    const { measures, price, findings } = built(spec, quality);
    return { massG: measures.massG, totalMinor: price.totalMinor, findings };
  });

async function refusal(fields: object, target: SolveTarget): Promise<AppError> {
  try {
    await solved(fields, target);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("The target was not refused.");
}

describe("a target", () => {
  it.each([
    [
      "under 4 g of 14K",
      { alloy: "gold-14k-yellow", bandWidthMm: 5, bandThicknessMm: 2.4 },
      "mass",
      4,
    ],
    ["at most 600 EUR", { style: "plain", bandWidthMm: 4 }, "price", 60_000],
    ["pavé under 3 g", { shoulders: "pave", bandWidthMm: 3, bandThicknessMm: 2.2 }, "mass", 3],
  ] as const)(
    "%s is hit within 1 % by the final mesh, in few builds",
    async (_what, fields, measure, value) => {
      const solution = await solved(fields, { measure, value, bound: "at-most" });
      expect(solution.value).toBeLessThanOrEqual(value);
      expect(solution.value).toBeGreaterThanOrEqual(0.99 * value);
      expect(solution.builds).toBeLessThanOrEqual(10);
      const { measures, price, findings } = built(solution.spec, "final");
      expect(measure === "mass" ? measures.massG : price.totalMinor).toBe(solution.value);
      expect(findings.filter(({ status }) => status === "fail")).toEqual([]);
    },
  );

  it("moves only what is free, and moves it the same way again", async () => {
    const fields = { bandWidthMm: 5, bandThicknessMm: 2.4 };
    const target = { measure: "mass", value: 4, bound: "at-most" } as const;
    const [once, twice] = [await solved(fields, target), await solved(fields, target)];
    expect(once).toEqual(twice);
    const before = specOf(fields);
    const changed = Object.keys(before).filter(
      (name) => before[name as keyof typeof before] !== once.spec[name],
    );
    expect(changed).toEqual(["bandWidthMm", "bandThicknessMm"]);
  });

  it("that is kept already changes nothing, unless it is to be come near", async () => {
    const far = { measure: "mass", value: 9, bound: "at-most" } as const;
    expect(await solved({}, far)).toMatchObject({ spec: specOf({}), builds: 1 });
    const near = await solved({}, { ...far, bound: "near" });
    expect(near.value).toBeGreaterThan(8.9);
  });

  it("that no band reaches is refused with the ends that bind", async () => {
    const error = await refusal(
      { style: "plain", alloy: "platinum-950" },
      { measure: "mass", value: 0.5, bound: "at-most" },
    );
    expect(error.code).toBe("rule_broken");
    expect(error.message).toContain("band width at its least of 1.6 mm");
    expect(error.details).toMatchObject({ measure: "mass", target: 0.5 });
  });

  it("that a rule stands before is refused by the rule", async () => {
    const fields = { stoneLengthMm: 12, cut: "round", bandWidthMm: 3, bandThicknessMm: 1.9 };
    const error = await refusal(fields, { measure: "mass", value: 1.2, bound: "at-most" });
    expect(error.details).toMatchObject({ field: "stoneLengthMm", unit: "mm" });
    expect(error.message).toContain("carries a stone of at most");
  });
});

const stones = (parts: readonly Part[]) => parts.filter(({ role }) => role === "stone");

describe("a run of sizes", () => {
  it("from US 4 to 13 has 19 sizes, UK J to N five, and refuses what is none", () => {
    expect(sizesBetween({ system: "us", from: 4, to: 13 })).toHaveLength(19);
    expect(sizesBetween({ system: "uk", from: "J", to: "N" }).map(({ label }) => label)).toEqual([
      ...["UK J", "UK K", "UK L", "UK M", "UK N"],
    ]);
    expect(() => sizesBetween({ system: "us", from: 9, to: 4 })).toThrow(
      /smaller size to the larger/,
    );
    expect(() => sizesBetween({ system: "uk", from: "??", to: "N" })).toThrow(/no ring size/);
    expect(() => sizesBetween({ system: "us", from: 1, to: 13, step: 0.1 })).toThrow(/at most 40/);
  });

  it("keeps stones and seats as they are, higher by what the band grows", () => {
    const spec = specOf({ style: "halo", cut: "oval", stoneLengthMm: 7, stoneWidthMm: 5 });
    const [small, large] = [15, 20].map((mm) => stones(built(resized(kind, spec, mm)).parts));
    expect(small).toHaveLength(large!.length);
    small!.forEach(({ mesh }, i) => {
      const other = large![i]!.mesh;
      mesh.positions.forEach((value, k) => {
        const rise = k % 3 === 2 ? 2.5 : 0;
        expect(Math.abs(other.positions[k]! - value - rise)).toBeLessThan(1e-3);
      });
    });
  });

  it("keeps the number and the size of pavé stones", () => {
    const spec = specOf({ shoulders: "pave" });
    const tallies = [14.9, 17.32, 21].map((mm) => built(resized(kind, spec, mm)).measures.stones);
    expect(tallies[0]).toEqual(tallies[1]);
    expect(tallies[2]).toEqual(tallies[1]);
  });

  it("is one ZIP of files, a gram table and a price table; what cannot be is told", async () => {
    const spec = specOf({ stoneLengthMm: 11, bandWidthMm: 3 });
    const sizes = [
      { innerDiameterMm: 12.5, label: "US 1" },
      { innerDiameterMm: 17.32, label: "US 7" },
      { innerDiameterMm: 20, label: "US 10.25" },
    ];
    const run = await sizeRun(kind, spec, sizes, async (one) => {
      const piece = built(one);
      const files = await exportPiece(piece, ["stl"]);
      return { ...piece, files };
    });
    expect(run.rows.map(({ refused }) => refused === null)).toEqual([false, true, true]);
    expect(run.rows[2]!.massG).toBeGreaterThan(run.rows[1]!.massG!);
    const files = unzipSync(run.zip);
    expect(Object.keys(files)).toContain("US-7/ring-cast.stl");
    const grams = strFromU8(files["grams.csv"]!).trim().split("\r\n");
    expect(grams[0]).toBe("size,inner_diameter_mm,inner_circumference_mm,mass_g,carats,refused");
    expect(grams[2]).toContain(`US 7,17.32,54.41,${Number(run.rows[1]!.massG!.toFixed(3))}`);
    expect(strFromU8(files["prices.csv"]!)).toContain(`US 7,${run.rows[1]!.totalMinor},EUR,`);
    expect(JSON.parse(strFromU8(files["sizes.json"]!)).sizes).toHaveLength(3);
  });

  it("fails with the first refusal where no size can be made", async () => {
    const sizes = [
      { innerDiameterMm: 17, label: "US 6.5" },
      { innerDiameterMm: 18, label: "US 8" },
    ];
    const run = sizeRun(kind, specOf({}), sizes, async (_spec, { label }) => {
      throw new AppError("invalid_input", `No ${label}.`, { details: { field: label } });
    });
    await expect(run).rejects.toMatchObject({
      code: "rule_broken",
      userMessage: "The piece can be made in none of these sizes. US 6.5: No US 6.5.",
      details: { field: "US 6.5" },
    });
  });

  it("measures as large as it says", () => {
    const [across] = sizeOf(
      boxOf(built(resized(kind, specOf({ style: "plain" }), 20)).parts.map(({ mesh }) => mesh)),
    );
    expect(across).toBeCloseTo(20 + 2 * 1.8, 1);
  });
});
