import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Part } from "#lib/kernel/mesh.ts";
import { HOUSE_RATES } from "#lib/kernel/price/rate-card.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import { buildPiece } from "#lib/kinds/piece.ts";
import { kernel } from "./shapes.ts";

type PlateSpec = { thicknessMm: number };

/** A silver plate with a round hole, the smallest thing that is a kind. */
const plate: Kind<PlateSpec> = {
  id: "plate",
  title: "Plate",
  category: "jewellery",
  schema: z.object({ thicknessMm: z.number().default(1) }),
  example: "a silver plate",
  build({ thicknessMm }, { difference, cube, cylinder, toMesh }, quality): Part[] {
    const hole = cylinder(10, 2, 2, quality === "final" ? 96 : 24, true);
    const mesh = toMesh(difference(cube([12, 8, thicknessMm], true), [hole]));
    return [{ name: "plate", role: "metal", material: "silver-925", mesh }];
  },
  check: () => [
    {
      rule: "hole-width",
      process: "cast-metal",
      status: "pass",
      value: 4,
      limit: 1,
      unit: "mm",
      at: null,
      message: "The hole is wide enough.",
    },
  ],
  price: () => [{ id: "setting", label: "Setting", basis: "none", amountMinor: 500 }],
  read: () => ({ patch: {}, refused: [], questions: [], confidence: 0 }),
  free: [],
  words: ({ thicknessMm }) => `A plate ${thicknessMm} mm thick.`,
};

const build = (thicknessMm: number, quality: "preview" | "final" = "final", options = {}) =>
  buildPiece(kernel, plate, { thicknessMm }, quality, options);

describe("a built piece", () => {
  const piece = build(1);

  test("has shaded parts, measures, findings of process and kind, price and words", () => {
    expect(piece.parts[0]?.mesh.normals?.length).toBe(piece.parts[0]?.mesh.positions.length);
    expect(piece.measures.thinnestWallMm).toBeCloseTo(1, 4);
    expect(piece.measures.massG).toBeCloseTo(piece.measures.massByAlloy["silver-925"]!, 9);
    expect(piece.findings.map(({ rule }) => rule)).toEqual([
      "closed-surface",
      "one-solid",
      "smallest-size",
      "wall-thickness",
      "hole-width",
    ]);
    expect(piece.price.lines.find(({ id }) => id === "setting")?.amountMinor).toBe(500);
    expect(piece.words).toBe("A plate 1 mm thick.");
  });

  test("is the same twice and another one for another number", () => {
    expect(build(1).meshHash).toBe(piece.meshHash);
    expect(build(1.1).meshHash).not.toBe(piece.meshHash);
  });

  test("leaves its walls unmeasured where nobody asks for them", () => {
    const { measures, findings, meshHash } = build(0.5, "final", { walls: false });
    expect([measures.thinnestWallMm, meshHash]).toEqual([null, build(0.5).meshHash]);
    expect(findings.map(({ rule }) => rule)).not.toContain("wall-thickness");
  });

  test("fails the rule its wall breaks", () => {
    const wall = build(0.5).findings.find(({ rule }) => rule === "wall-thickness");
    expect(wall).toMatchObject({ status: "fail", limit: 0.8 });
  });

  test("leaves the wall to the final quality", () => {
    const preview = build(0.5, "preview");
    expect(preview.measures.thinnestWallMm).toBeNull();
    expect(preview.findings.map(({ rule }) => rule)).not.toContain("wall-thickness");
  });

  test("takes an atelier's rates and limits", () => {
    const rates = { ...HOUSE_RATES, markup: 1, roundToMinor: 1 };
    const limits = { "cast-metal": { wallMm: 1.5, sizeSumMm: null } };
    const { price, findings } = build(1, "final", { rates, limits });
    expect(price.totalMinor).toBeLessThan(piece.price.totalMinor);
    expect(findings.find(({ rule }) => rule === "wall-thickness")?.status).toBe("fail");
  });

  test("leaves out walls the kind checks by itself", () => {
    const own: Kind<PlateSpec> = {
      ...plate,
      ownWalls: () => [{ at: [0, 0, 0], radiusMm: 20 }],
    };
    const { measures } = buildPiece(kernel, own, { thicknessMm: 0.5 }, "final");
    expect(measures.thinnestWallMm).toBeNull();
  });
});
