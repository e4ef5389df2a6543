import { describe, expect, it } from "vitest";
import { ALLOYS, castMassG, findAlloy, getAlloy, massByAlloy, massG } from "#lib/shared/alloys.ts";
import { caratsOf, STONES } from "#lib/shared/stones.ts";

describe("alloys", () => {
  it("has every alloy of the published table under its own id", () => {
    expect(new Set(ALLOYS.map(({ id }) => id)).size).toBe(21);
    expect(getAlloy("gold-18k-rose")).toMatchObject({
      label: "18K rose gold",
      densityGPerCm3: 15.02,
    });
    expect(getAlloy("gold-14k-white-ni").densityGPerCm3).toBe(12.61);
    expect(findAlloy("gold-9k")).toBeNull();
  });

  it("weighs a cubic centimetre as its density", () => {
    expect(massG(1000, "platinum-950")).toBeCloseTo(20.7, 9);
    expect(massByAlloy(1000)["silver-925"]).toBeCloseTo(10.36, 9);
  });
});

describe("stones", () => {
  it("weighs 200 mm³ of each stone as many carats as its density says", () => {
    for (const stone of STONES) {
      expect(caratsOf(200, stone.id)).toBeCloseTo(stone.densityGPerCm3, 9);
    }
  });

  it("says what a wax model comes to in metal: 5.5 g of wax are 74.25 g of 14K", () => {
    expect(castMassG(5.5, "gold-14k-yellow")).toBeCloseTo(74.25, 1);
    expect(castMassG(1, "platinum-950", 1)).toBeCloseTo(20.7, 9);
  });
});
