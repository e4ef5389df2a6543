import { describe, expect, it } from "vitest";
import { distance } from "#lib/kernel/jewelry/vector.ts";
import type { Part } from "#lib/kernel/mesh.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { bangle } from "#lib/kinds/bangle/index.ts";
import { bangleSchema } from "#lib/kinds/bangle/schema.ts";
import { cluster } from "#lib/kinds/cluster/index.ts";
import { clusterSchema } from "#lib/kinds/cluster/schema.ts";
import { planCuff } from "#lib/kinds/cuff/build.ts";
import { cuff } from "#lib/kinds/cuff/index.ts";
import { cuffSchema } from "#lib/kinds/cuff/schema.ts";
import { eternity } from "#lib/kinds/eternity/index.ts";
import { planEternity } from "#lib/kinds/eternity/plan.ts";
import { type EternitySpec, eternitySchema } from "#lib/kinds/eternity/schema.ts";
import { buildPiece } from "#lib/kinds/piece.ts";
import type { AppError } from "#lib/shared/errors.ts";

const kernel = await loadSolidKernel();

/** Volume that the metal shares with stones, mm³. */
function overlapMm3(parts: readonly Part[]): number {
  const [metal, ...stones] = parts;
  return kernel.scope(() => {
    const solid = kernel.fromMesh(metal!.mesh);
    const each = stones.map(({ mesh }) =>
      kernel.intersect([solid, kernel.fromMesh(mesh)]).volume(),
    );
    return each.reduce((sum, volume) => sum + volume, 0);
  });
}

function innerDiameterMm({ mesh }: Part): number {
  let least = Number.POSITIVE_INFINITY;
  for (let v = 0; v < mesh.positions.length; v += 3) {
    least = Math.min(least, Math.hypot(mesh.positions[v]!, mesh.positions[v + 2]!));
  }
  return 2 * least;
}

describe("a round bangle of round wire", () => {
  it.each(["preview", "final"] as const)("is a torus within 0.1 %, %s", (quality) => {
    const spec = bangleSchema.parse({
      ...{ shape: "round", section: "round", stones: "none" },
      ...{ innerWidthMm: 60, thicknessMm: 4 },
    });
    const { measures } = buildPiece(kernel, bangle, spec, quality);
    expect(Math.abs(measures.volumeMm3 / (2 * Math.PI ** 2 * 32 * 4) - 1)).toBeLessThan(1e-3);
    expect([measures.pieces, measures.genus]).toEqual([1, 1]);
  });
});

describe.each(["flush", "pave"] as const)("a bangle with %s stones", (stones) => {
  const { parts, measures } = buildPiece(kernel, bangle, bangleSchema.parse({ stones }), "preview");

  it("is one solid that leaves every stone its room", () => {
    expect([measures.pieces, measures.watertight]).toEqual([1, true]);
    expect(overlapMm3(parts)).toBeLessThan(0.01);
  });
});

describe("a cuff", () => {
  it("leaves room between its balls where the named opening is taken, and not a degree less", () => {
    const fields = { ends: "ball", section: "round", thicknessMm: 3, ballMm: 14, gapDeg: 20 };
    const open = (gapDeg: number) => planCuff(cuffSchema.parse({ ...fields, gapDeg }));
    const nearest = (() => {
      try {
        open(20);
      } catch (error) {
        return (error as AppError).details.nearest as number;
      }
      throw new Error("It was not refused.");
    })();
    expect(open(nearest).gapMm).toBeGreaterThanOrEqual(20);
    expect(() => open(nearest - 1)).toThrow(/balls/);
  });

  it("is open: a solid without a handle", () => {
    const { measures } = buildPiece(kernel, cuff, cuffSchema.parse({}), "preview");
    expect([measures.pieces, measures.genus]).toEqual([1, 0]);
  });

  it("is as wide as its ends and walls make it", () => {
    const spec = cuffSchema.parse({ ends: "flat", section: "flat", taperPercent: 0, widthMm: 12 });
    expect(buildPiece(kernel, cuff, spec, "final").measures.boxMm[2]).toBeCloseTo(12, 3);
  });
});

const eternityOf = (fields: Partial<EternitySpec>) => eternitySchema.parse(fields);

describe.each([
  ["shared prongs", { setting: "prong" }],
  ["a channel", { setting: "channel", bandWidthMm: 4.2 }],
  ["pavé", { setting: "pave", bandWidthMm: 3.2 }],
] as const)("an eternity ring in %s", (_name, fields) => {
  const spec = eternityOf(fields);

  it("has exactly spaced stones whose seats do not meet", () => {
    const { row } = planEternity(spec);
    const apart = row.stones.map(({ origin }, i) =>
      distance(origin, row.stones[(i + 1) % row.stones.length]!.origin),
    );
    expect(Math.max(...apart) - Math.min(...apart)).toBeLessThan(1e-9);
    expect(apart[0]! - spec.stoneMm).toBeCloseTo(row.gapMm, 9);
    expect(row.gapMm).toBeGreaterThanOrEqual(Math.max(0.15, spec.gapMm) - 1e-9);
    // One more stone would not fit.
    const more = 2 * Math.sin(Math.PI / (row.stones.length + 1));
    const radius = Math.hypot(row.stones[0]!.origin[0], row.stones[0]!.origin[2]);
    expect(more * radius).toBeLessThan(spec.stoneMm + spec.gapMm);
  });

  it("is one solid on the finger that leaves every stone its room", () => {
    const { parts, measures } = buildPiece(kernel, eternity, spec, "preview");
    expect([measures.pieces, measures.watertight]).toEqual([1, true]);
    expect(innerDiameterMm(parts[0]!)).toBeCloseTo(17.32, 1);
    expect(overlapMm3(parts)).toBeLessThan(0.01);
  });

  it("covers the upper half when it is a half one", () => {
    const { row } = planEternity({ ...spec, coverage: "half" });
    expect(Math.min(...row.stones.map(({ origin }) => origin[2]))).toBeGreaterThan(-1e-6);
    expect(row.stones.length).toBeLessThan(planEternity(spec).row.stones.length);
  });
});

describe("an eternity ring of another size", () => {
  it("keeps its stone and changes their number", () => {
    const small = planEternity(eternityOf({ innerDiameterMm: 14.9 })).row;
    const large = planEternity(eternityOf({ innerDiameterMm: 21.4 })).row;
    expect(large.gem).toBe(small.gem);
    expect(large.stones.length).toBeGreaterThan(small.stones.length);
  });
});

describe("a cluster ring", () => {
  it.each([7, 10, 12])("of %i outer stones is one solid that leaves all their room", (petals) => {
    const spec = clusterSchema.parse({ petals });
    const { parts, measures } = buildPiece(kernel, cluster, spec, "preview");
    expect([measures.pieces, measures.watertight]).toEqual([1, true]);
    expect(parts).toHaveLength(petals + 2);
    expect(innerDiameterMm(parts[0]!)).toBeCloseTo(17.32, 2);
    expect(overlapMm3(parts)).toBeLessThan(0.01);
  });
});

describe("a cluster ring whose prongs nearly touch", () => {
  it.each(["preview", "final"] as const)("is one piece without a splinter, %s", (quality) => {
    const spec = clusterSchema.parse({
      ...{ innerDiameterMm: 15.52, stoneMm: 5.9, petals: 14, gapMm: 0.34, centreRiseMm: 0.4 },
      ...{ prongMm: 1.3, headLiftMm: 3.6, bandWidthMm: 3.1, bandThicknessMm: 3 },
    });
    expect(buildPiece(kernel, cluster, spec, quality).measures.pieces).toBe(1);
  });
});
