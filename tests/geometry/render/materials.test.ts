import { describe, expect, it } from "vitest";
import { findGemLook } from "#lib/kernel/render/gem-looks.ts";
import { findMetal } from "#lib/kernel/render/metals.ts";
import { METAL, STONE, surfaceOf } from "#lib/kernel/render/surface.ts";
import { ALLOYS } from "#lib/shared/alloys.ts";
import { STONES } from "#lib/shared/stones.ts";
import { ball, stone } from "./fixtures.ts";

describe("materials", () => {
  it.each(ALLOYS.map(({ id }) => id))("alloy %s has a reflectance", (id) => {
    const metal = findMetal(id);
    expect(metal).not.toBeNull();
    for (const channel of metal!.reflectance) {
      expect(channel).toBeGreaterThan(0.2);
      expect(channel).toBeLessThanOrEqual(1);
    }
    expect(surfaceOf({ ...ball, material: id }, 1).sort).toBe(METAL);
  });

  it.each(STONES.map(({ id }) => id))("stone %s has a tone and the table's index", (id) => {
    const look = findGemLook(id);
    expect(look?.refractiveIndex).toBe(STONES.find((entry) => entry.id === id)!.refractiveIndex);
    for (const channel of look!.tone) {
      expect(channel).toBeGreaterThan(0);
      expect(channel).toBeLessThan(1);
    }
    expect(surfaceOf({ ...stone, material: id }, 6).sort).toBe(STONE);
  });

  it("satin scatters more widely than polish", () => {
    expect(findMetal("silver-925", "satin")!.lobe).toBeGreaterThan(
      findMetal("silver-925", "polished")!.lobe,
    );
  });

  it("a small stone has the tone of a large one", () => {
    const small = surfaceOf(stone, 1.3);
    const large = surfaceOf(stone, 6.5);
    expect(small.absorbG * 1.3).toBeCloseTo(large.absorbG * 6.5, 10);
  });

  it("knows nothing of a material that is not in the tables", () => {
    expect(findMetal("cheese")).toBeNull();
    expect(findGemLook("cheese")).toBeNull();
  });
});
