import { describe, expect, it } from "vitest";
import type { Part } from "#lib/kernel/mesh.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { buildPiece } from "#lib/kinds/piece.ts";
import { ring } from "#lib/kinds/ring/index.ts";
import { type RingSpec, ringSchema } from "#lib/kinds/ring/schema.ts";
import { CUTS } from "#lib/shared/stones.ts";

const kernel = await loadSolidKernel();
const specOf = (fields: Partial<RingSpec>) => ringSchema.parse(fields);
const build = (fields: Partial<RingSpec>, quality: "preview" | "final" = "preview") =>
  buildPiece(kernel, ring, specOf(fields), quality);

const STYLES: [string, Partial<RingSpec>][] = [
  ["plain", { style: "plain" }],
  ["solitaire", { style: "solitaire" }],
  ["halo", { style: "halo" }],
  ["three-stone", { style: "three-stone" }],
  ["pavé", { style: "plain", shoulders: "pave" }],
];

function innerDiameterMm({ mesh }: Part): number {
  let least = Number.POSITIVE_INFINITY;
  for (let v = 0; v < mesh.positions.length; v += 3) {
    least = Math.min(least, Math.hypot(mesh.positions[v]!, mesh.positions[v + 2]!));
  }
  return 2 * least;
}

/** Volume shared by the metal and any stone, mm³. */
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

describe("a flat band", () => {
  const fields = {
    style: "plain",
    profile: "flat",
    taperPercent: 0,
    bandWidthMm: 4,
    bandThicknessMm: 2,
  } as const;
  const { measures, parts } = build(fields, "final");

  it("has the volume of its section going round, within 0.1 %", () => {
    const round = 0.22;
    const section = 4 * 2 - (4 - Math.PI) * round ** 2;
    const exact = section * 2 * Math.PI * (17.32 / 2 + 1);
    expect(Math.abs(measures.volumeMm3 / exact - 1)).toBeLessThan(0.001);
  });

  it("fits the finger and has the size it says", () => {
    expect(Math.abs(innerDiameterMm(parts[0]!) - 17.32)).toBeLessThan(0.02);
    expect(measures.boxMm[0]).toBeCloseTo(21.32, 2);
    expect(measures.boxMm[1]).toBeCloseTo(4, 3);
    expect(measures.thinnestWallMm).toBeGreaterThan(1.98);
  });
});

describe.each(STYLES)("the default of %s", (_name, fields) => {
  const piece = build(fields, "final");

  it("is one closed solid around the finger", () => {
    expect(piece.measures.pieces).toBe(1);
    expect(piece.measures.watertight).toBe(true);
    expect(piece.measures.genus).toBeGreaterThanOrEqual(1);
    expect(Math.abs(innerDiameterMm(piece.parts[0]!) - 17.32)).toBeLessThan(0.02);
  });

  it("passes its own casting rules", () => {
    expect(piece.findings.filter(({ status }) => status === "fail")).toEqual([]);
    expect(piece.findings.map(({ rule }) => rule)).toContain("wall-thickness");
  });

  it("leaves every stone its room", () => {
    expect(overlapMm3(piece.parts)).toBeLessThan(1e-3);
  });
});

describe("the stones", () => {
  it.each(CUTS)("cut %s sit in prongs and bezels of one solid", (cut) => {
    for (const head of ["prong", "bezel"] as const) {
      const { measures, parts } = build({ cut, head, stoneLengthMm: 7, stoneWidthMm: 5 });
      expect([measures.pieces, measures.watertight]).toEqual([1, true]);
      expect(overlapMm3(parts)).toBeLessThan(1e-3);
    }
  });

  it("of a halo leave each other their gap", () => {
    const { findings } = build({ style: "halo", cut: "princess", haloStoneMm: 1.1 });
    const gap = findings.find(({ rule }) => rule === "pave-gap");
    expect(gap?.status).toBe("pass");
    expect(gap?.value).toBeGreaterThanOrEqual(0.15);
  });

  it("are counted and weighed by sort", () => {
    const { measures } = build({ style: "three-stone", sideStone: "sapphire", stoneLengthMm: 6.5 });
    const [centre, side] = measures.stones;
    expect(centre).toMatchObject({ stone: "diamond", count: 1 });
    expect(centre?.caratsEach).toBeCloseTo(1.03, 1);
    expect(side).toMatchObject({ stone: "sapphire", count: 2 });
    expect(measures.totalCarats).toBeCloseTo(centre!.caratsEach + 2 * side!.caratsEach, 9);
  });
});

describe("a ring", () => {
  it("has the same mesh for the same spec, and another for another", () => {
    const fields = { shoulders: "pave", cut: "oval", stoneLengthMm: 7, stoneWidthMm: 5 } as const;
    expect(build(fields).meshHash).toBe(build(fields).meshHash);
    expect(build({ ...fields, bandWidthMm: 2.5 }).meshHash).not.toBe(build(fields).meshHash);
  });

  it("gains metal when it gets wider, and money with it", () => {
    const narrow = build({ style: "plain" });
    const wide = build({ style: "plain", bandWidthMm: 3 });
    expect(wide.measures.massG).toBeGreaterThan(narrow.measures.massG);
    expect(wide.price.totalMinor).toBeGreaterThan(narrow.price.totalMinor);
  });
});
