import { describe, expect, test } from "vitest";
import { measureParts } from "#lib/kernel/measure/measure-parts.ts";
import type { Part } from "#lib/kernel/mesh.ts";
import { priceOf } from "#lib/kernel/price/price-of.ts";
import { HOUSE_RATES } from "#lib/kernel/price/rate-card.ts";
import { surfaceOf } from "#lib/kernel/render/surface.ts";
import { FABRICS, findMaterial, MATERIALS, PRINT_MATERIALS } from "#lib/shared/materials.ts";
import { kernel, meshOf } from "./shapes.ts";

const part = (role: Part["role"], material: string, sizeMm: [number, number, number]): Part => ({
  name: material,
  role,
  material,
  mesh: meshOf(() => kernel.cube(sizeMm)),
});

const lineOf = (parts: Part[], id: string) =>
  priceOf(measureParts(parts, null), [], HOUSE_RATES).lines.find((line) => line.id === id);

describe("materials beyond metal", () => {
  test("each has one id, a rate and a look of its own", () => {
    expect(new Set(MATERIALS.map(({ id }) => id)).size).toBe(MATERIALS.length);
    for (const { id, colour } of MATERIALS) {
      expect(HOUSE_RATES.materials[id]?.minor).toBeGreaterThan(0);
      const { r, g, b } = surfaceOf(part("body", id, [1, 1, 1]), 1);
      expect([r, g, b]).toEqual([...colour]);
    }
    expect(findMaterial("gold-18k-rose")).toBeNull();
  });

  test("a print weighs its volume, and is compared with other prints", () => {
    const measures = measureParts([part("body", "pla-white", [10, 10, 10])], null);
    expect(measures.massG).toBeCloseTo(1.24, 9);
    expect(Object.keys(measures.massByAlloy)).toEqual(PRINT_MATERIALS.map(({ id }) => id));
    expect(measures.massByAlloy["resin-grey"]).toBeCloseTo(1.18, 9);
  });

  test("cloth weighs its area, of which a closed shell shows both sides", () => {
    const measures = measureParts([part("cloth", "fabric-denim", [1000, 1000, 1])], null);
    const bothSides = 2 * 1000 * 1000 + 4 * 1000;
    expect(measures.madeOf[0]?.clothMm2).toBeCloseTo(bothSides / 2, 3);
    expect(measures.massG).toBeCloseTo((bothSides / 2 / 1e6) * 407, 6);
    expect(Object.keys(measures.massByAlloy)).toEqual(FABRICS.map(({ id }) => id));
  });

  test("cloth has no wall to measure", () => {
    const cloth = part("cloth", "fabric-linen", [50, 50, 0.5]);
    expect(measureParts([cloth], {}).thinnestWallMm).toBeNull();
  });

  test("a piece of two metals weighs and costs each in its own", () => {
    const parts = [
      part("metal", "gold-18k-yellow", [10, 10, 1]),
      part("metal", "platinum-950", [10, 10, 2]),
    ];
    const { madeOf, massG } = measureParts(parts, null);
    expect(madeOf.map(({ material }) => material)).toEqual(["platinum-950", "gold-18k-yellow"]);
    expect(massG).toBeCloseTo(0.2 * 20.7 + 0.1 * 15.53, 9);
    const gold = Math.round(1.55 * HOUSE_RATES.metalPerGMinor["gold-18k-yellow"]!);
    const platinum = Math.round(4.14 * HOUSE_RATES.metalPerGMinor["platinum-950"]!);
    expect(lineOf(parts, "metal")?.amountMinor).toBe(gold + platinum);
  });

  test("resin is paid by the cubic centimetre, filament by the gram, cloth by the square metre", () => {
    const resin = lineOf([part("body", "resin-grey", [20, 10, 10])], "material");
    expect(resin).toMatchObject({ amountMinor: 76, label: "Resin, grey" });
    expect(resin?.basis).toBe("2.00 cm³ × 0.38 EUR/cm³ (grey resin, 1.18 g/cm³)");
    const filament = lineOf([part("body", "petg-black", [100, 10, 10])], "material");
    expect(filament?.basis).toBe("12.70 g × 0.04 EUR/g (black PETG, 1.27 g/cm³)");
    const cloth = lineOf([part("cloth", "fabric-linen", [1000, 2000, 0.001])], "material");
    expect(cloth).toMatchObject({ amountMinor: 3600 });
    expect(cloth?.basis).toBe("2.00 m² × 18.00 EUR/m² (linen, 185 g/m²)");
  });

  test("printing and sewing are charged by the hour they take", () => {
    const print = lineOf([part("body", "pla-white", [120, 10, 10])], "making");
    expect(print).toMatchObject({ label: "Printing", amountMinor: 600 + 250 });
    const sewn = lineOf([part("cloth", "fabric-crepe", [1000, 2000, 0.001])], "making");
    expect(sewn).toMatchObject({ label: "Cutting and sewing", amountMinor: 2500 + 5760 });
  });
});
