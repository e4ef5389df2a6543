import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Finding } from "#lib/kernel/finding.ts";
import { HOUSE_RATES } from "#lib/kernel/price/rate-card.ts";
import { mm } from "#lib/kinds/field.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import { solve } from "#lib/kinds/solve/solve.ts";
import type { PriceSteps, SolveTarget } from "#lib/kinds/solve/target.ts";
import type { SolveBuild } from "#lib/kinds/solve/way.ts";
import { AppError, invalidInput } from "#lib/shared/errors.ts";

type Spec = Record<string, unknown>;

const group = "Bar";
/** A bar as heavy as its section: only what the solver reads of a kind. */
const bar = {
  title: "Bar",
  schema: z.object({
    widthMm: mm(1, 10, 5, { label: "Width", group }),
    thicknessMm: mm(1, 10, 5, { label: "Thickness", group }),
  }),
  free: ["widthMm", "thicknessMm"],
} as unknown as Kind;
const START = { widthMm: 5, thicknessMm: 5 };

const area = ({ widthMm, thicknessMm }: Spec) => Number(widthMm) * Number(thicknessMm);
const NOTHING: readonly Finding[] = [];
const built = (massG: number, findings = NOTHING): SolveBuild => ({
  ...{ massG, totalMinor: Math.round(massG * 3) * 100, findings },
});

interface Tried {
  kind?: Kind;
  prices?: PriceSteps;
  build?: (spec: Spec, quality: "preview" | "final") => SolveBuild;
}

function solving(target: SolveTarget, { kind = bar, prices, build }: Tried = {}) {
  const make = build ?? ((spec: Spec) => built(area(spec)));
  return solve(kind, START, target, async (spec, quality) => make(spec, quality), prices);
}

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw error ?? new Error("It was not refused.");
}

const mass = (value: number): SolveTarget => ({ measure: "mass", value, bound: "at-most" });
const price = (value: number): SolveTarget => ({ measure: "price", value, bound: "at-most" });

describe("a price that moves in steps", () => {
  it("is met at the step below the target", async () => {
    for (const value of [1_000, 2_000, 3_333, 5_050, 7_000]) {
      const solution = await solving(price(value));
      expect([value, solution.value]).toEqual([value, Math.floor(value / 100) * 100]);
    }
  });

  it("is met at that step by the final mesh too, which comes out dearer", async () => {
    const build = (spec: Spec, quality: string) =>
      built(area(spec) * (quality === "final" ? 1.04 : 1));
    const solution = await solving(price(4_000), { build });
    expect(solution.value).toBe(4_000);
  });

  it("that are coarser than the piece can follow takes the nearest on the keeping side", async () => {
    const build = (spec: Spec) => ({
      ...built(area(spec)),
      totalMinor: area(spec) > 16 ? 5_100 : 4_900,
    });
    expect((await solving(price(5_000), { build })).value).toBe(4_900);
  });
});

describe("a search", () => {
  it("that does not end is refused in words", async () => {
    const build = (spec: Spec) => {
      const { widthMm } = spec;
      if (spec === START) return built(25);
      throw invalidInput("Too narrow.", {
        details: { field: "widthMm", nearest: Number(widthMm) + 0.01 },
      });
    };
    const error = await refusal(solving(mass(9), { build }));
    expect(error.code).toBe("rule_broken");
    expect(error.message).toBe("No such piece was found inside the rules.");
  });

  it("stays at a limit once it was told, so that every limit costs one build", async () => {
    const refused: unknown[] = [];
    const build = (spec: Spec) => {
      if (Number(spec.widthMm) >= 4) return built(area(spec));
      refused.push(spec.widthMm);
      throw invalidInput("Too narrow.", { details: { field: "widthMm", nearest: 4 } });
    };
    const solution = await solving(mass(9), { build });
    expect(refused).toEqual([1]);
    expect(solution.spec.widthMm).toBe(4);
    expect(solution.value).toBeGreaterThan(8.9);
  });

  it("goes on from what it found when the final mesh misses", async () => {
    const finals = { off: 1.02, count: 0 };
    const previews = new Set<string>();
    let previewCount = 0;
    const build = (spec: Spec, quality: string) => {
      if (quality === "final") finals.count++;
      else {
        previews.add(JSON.stringify(spec));
        previewCount++;
      }
      return built(area(spec) * (quality === "final" ? finals.off : 1));
    };
    const solution = await solving(mass(9), { build });
    expect(solution.value).toBeLessThanOrEqual(9);
    expect(solution.value).toBeGreaterThanOrEqual(8.91);
    expect(finals.count).toBe(2);
    expect(previewCount).toBe(previews.size);
    expect(solution.builds).toBeLessThanOrEqual(10);
  });
});

describe("a refusal", () => {
  it("names amounts in the currency's own digits", async () => {
    const dong = { currency: "VND", roundToMinor: 1 };
    const inDong = await refusal(solving(price(100), { prices: dong }));
    expect(inDong.message).toContain("costs 300 VND at the nearest to 100 VND");
    const inEuro = await refusal(solving(price(100), { prices: HOUSE_RATES }));
    expect(inEuro.message).toContain("costs 3.00 EUR at the nearest to 1.00 EUR");
    expect((await refusal(solving(mass(0.5)))).message).toContain("weighs 1.00 g");
  });

  it("is told where nothing is free to move", async () => {
    const error = await refusal(solving(mass(9), { kind: { ...bar, free: [] } }));
    expect(error.code).toBe("invalid_input");
    expect(error.message).toContain("Nothing of this bar can be made stouter or finer");
  });

  it("comes of a second failure of a rule that another place broke before", async () => {
    const failure = (x: number): Finding => ({
      ...{ rule: "prong-width", process: "cast-metal", status: "fail", value: 0.4, limit: 0.6 },
      ...{ unit: "mm", at: [x, 0, 0], message: `The prong at ${x} is too thin.` },
    });
    const build = (spec: Spec) =>
      built(area(spec), area(spec) < 16 ? [failure(0), failure(5)] : [failure(0)]);
    const error = await refusal(solving(mass(9), { build }));
    expect(error.message).toContain("The prong at 5 is too thin.");
    expect((await solving(mass(18), { build })).value).toBeLessThanOrEqual(18);
  });
});
