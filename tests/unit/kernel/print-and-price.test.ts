import { describe, expect, test } from "vitest";
import type { Measures, StoneTally } from "#lib/kernel/measures.ts";
import { priceOf, settingLines, stoneLines, stoneRateMinor } from "#lib/kernel/price/price-of.ts";
import { HOUSE_RATES, type RateCard } from "#lib/kernel/price/rate-card.ts";
import { checkProcess } from "#lib/kernel/print/check-process.ts";
import { ALLOYS, massByAlloy } from "#lib/shared/alloys.ts";
import { massOf } from "#lib/shared/materials.ts";
import { STONES } from "#lib/shared/stones.ts";

const ALLOY_IDS = ALLOYS.map(({ id }) => id);
const STONE_IDS = STONES.map(({ id }) => id);

const sapphire: StoneTally = {
  stone: "sapphire",
  cut: "oval",
  sizeMm: [7, 5, 3.2],
  count: 1,
  caratsEach: 0.9,
};
const melee: StoneTally = {
  stone: "diamond",
  cut: "round",
  sizeMm: [1.3, 1.3, 0.8],
  count: 14,
  caratsEach: 0.0092,
};

/** The measures that say what the piece is made of. */
const inAlloy = (material: string) => {
  const massG = massOf({ volumeMm3: 186.91, clothMm2: 0 }, material);
  return { massG, madeOf: [{ material, volumeMm3: 186.91, clothMm2: 0, massG }] };
};

const measures = (changes: Partial<Measures> = {}): Measures => ({
  boxMm: [20, 6, 24],
  volumeMm3: 186.91,
  areaMm2: 500,
  watertight: true,
  pieces: 1,
  genus: 1,
  thinnestWallMm: 1.1,
  thinnestWallAt: [1, 2, 3],
  massG: 2.81,
  madeOf: inAlloy("gold-18k-rose").madeOf,
  massByAlloy: massByAlloy(186.91),
  stones: [sapphire, melee],
  totalCarats: 1.03,
  triangles: 1000,
  ...changes,
});

describe("rules of a process", () => {
  const verdicts = (changes: Partial<Measures>) =>
    checkProcess("cast-metal", measures(changes))
      .filter(({ status }) => status !== "pass")
      .map(({ rule, value, limit, unit, at }) => ({ rule, value, limit, unit, at }));

  test("a sound piece passes them all", () => {
    expect(verdicts({})).toEqual([]);
  });

  test("a thin wall fails with its place, value and limit", () => {
    expect(verdicts({ thinnestWallMm: 0.6 })).toEqual([
      { rule: "wall-thickness", value: 0.6, limit: 0.8, unit: "mm", at: [1, 2, 3] },
    ]);
  });

  test("says in plain words what is wrong and what it takes", () => {
    const findings = checkProcess("cast-metal", measures({ thinnestWallMm: 0.6 }));
    expect(findings.map(({ message }) => message)).toContain(
      "A wall of 0.60 mm is too thin to cast here; it takes 0.80 mm.",
    );
  });

  test("a hole, a loose bead and a tiny piece fail", () => {
    expect(verdicts({ watertight: false }).map(({ rule }) => rule)).toEqual(["closed-surface"]);
    expect(verdicts({ pieces: 5 })).toEqual([
      { rule: "one-solid", value: 5, limit: 1, unit: "count", at: null },
    ]);
    expect(verdicts({ boxMm: [3, 3, 3] }).map(({ rule }) => rule)).toEqual(["smallest-size"]);
  });

  test("a wall that was not measured has no verdict", () => {
    const rules = checkProcess("sla", measures({ thinnestWallMm: null })).map(({ rule }) => rule);
    expect(rules).toEqual(["closed-surface", "one-solid"]);
  });

  test("limits differ by process and may be an atelier's own", () => {
    const wall = (options = {}) =>
      checkProcess("fdm", measures({ thinnestWallMm: 0.9 }), options).at(-1)?.status;
    expect(wall()).toBe("fail");
    expect(wall({ limits: { fdm: { wallMm: 0.6, sizeSumMm: null } } })).toBe("pass");
  });

  test("a pair is two solids", () => {
    const whole = checkProcess("cast-metal", measures({ pieces: 2 }), { pieces: 2 });
    expect(whole.find(({ rule }) => rule === "one-solid")?.status).toBe("pass");
  });
});

describe("price", () => {
  const own = (rates: RateCard) => [
    ...stoneLines([sapphire, melee], rates),
    ...settingLines(
      [
        { style: "prong", count: 1 },
        { style: "pave", count: 14 },
      ],
      rates,
    ),
  ];
  const price = priceOf(measures(), own(HOUSE_RATES), HOUSE_RATES);

  test("the lines add up to the total to the cent, for every alloy", () => {
    const gaps = ALLOY_IDS.map((alloy) => {
      const { lines, totalMinor } = priceOf(
        measures(inAlloy(alloy)),
        own(HOUSE_RATES),
        HOUSE_RATES,
      );
      return totalMinor - lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    });
    expect(gaps).toEqual(ALLOY_IDS.map(() => 0));
  });

  test("names mass, rate and density of the metal, and they give its amount", () => {
    const metal = price.lines[0]!;
    const perG = HOUSE_RATES.metalPerGMinor["gold-18k-rose"]!;
    expect(metal.basis).toBe(`2.81 g × ${(perG / 100).toFixed(2)} EUR/g (18K rose, 15.02 g/cm³)`);
    expect(metal.amountMinor).toBe(Math.round(2.81 * perG));
  });

  test("goes in order from metal to margin and rounds to whole euros", () => {
    const ids = price.lines.map(({ id }) => id);
    const order = ["metal", "making", "finish", "stones", "setting", "markup", "rounding"];
    expect(ids).toEqual(order.filter((id) => ids.includes(id)));
    expect(ids.slice(0, 6)).toEqual(order.slice(0, 6));
    expect(price.totalMinor % HOUSE_RATES.roundToMinor).toBe(0);
    expect(price).toMatchObject({ currency: "EUR", ratesAsOf: HOUSE_RATES.asOf });
  });

  test("counts stones by the size class of the single stone", () => {
    const [line] = stoneLines([melee], HOUSE_RATES);
    expect(line?.amountMinor).toBe(
      Math.round(14 * 0.009 * stoneRateMinor("diamond", 0.009, HOUSE_RATES)),
    );
    expect(stoneRateMinor("diamond", 0.009, HOUSE_RATES)).toBeLessThan(
      stoneRateMinor("diamond", 1.2, HOUSE_RATES),
    );
  });

  test("has no line for stones or setting where there are none", () => {
    const plain = priceOf(measures({ ...inAlloy("silver-925"), stones: [] }), [], HOUSE_RATES);
    const ids = plain.lines.map(({ id }) => id);
    expect(ids).not.toContain("stones");
    expect(ids).not.toContain("setting");
    expect(stoneLines([], HOUSE_RATES)).toEqual([]);
    expect(settingLines([{ style: "prong", count: 0 }], HOUSE_RATES)).toEqual([]);
  });

  test("the card has a rate for every alloy and every stone", () => {
    expect(Object.keys(HOUSE_RATES.metalPerGMinor).sort()).toEqual([...ALLOY_IDS].sort());
    expect(Object.keys(HOUSE_RATES.stones).sort()).toEqual([...STONE_IDS].sort());
  });

  test("follows another card: currency without cents, margin, rounding", () => {
    const rates: RateCard = {
      ...HOUSE_RATES,
      currency: "VND",
      metalPerGMinor: { "silver-925": 40_000 },
      making: { fixedMinor: 500_000, perGMinor: 0 },
      finishMinor: 0,
      markup: 1.5,
      roundToMinor: 10_000,
    };
    const { lines, totalMinor } = priceOf(measures(inAlloy("silver-925")), [], rates);
    expect(lines[0]?.basis).toContain("× 40000 VND/g");
    expect(totalMinor).toBe(Math.round(((1.94 * 40_000 + 500_000) * 1.5) / 10_000) * 10_000);
  });
});
