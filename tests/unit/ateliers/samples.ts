import fc from "fast-check";
import type { Bill } from "#lib/ateliers/features/bill.ts";
import { complexityOf } from "#lib/ateliers/features/complexity.ts";
import { craftsNeeded } from "#lib/ateliers/features/crafts-needed.ts";
import type { DesignFeatures } from "#lib/ateliers/features/types.ts";
import { atelierLimits } from "#lib/ateliers/limits.ts";
import type { Candidate, MatchRequest } from "#lib/ateliers/match/types.ts";
import { type AtelierRates, atelierRates } from "#lib/ateliers/rates.ts";
import { HOUSE_RATES } from "#lib/kernel/price/rate-card.ts";
import { ALLOYS, massG } from "#lib/shared/alloys.ts";
import { CRAFT_IDS } from "#lib/shared/crafts.ts";
import { CURRENCIES, type Currency, exchangeMinor, STARTING_RATES } from "#lib/shared/exchange.ts";
import { PLACES } from "#lib/shared/places/places.ts";
import { caratsOf, STONES } from "#lib/shared/stones.ts";

export const NOW = new Date("2026-03-04T10:00:00Z");

/** The house's card as an atelier's. */
export const HOUSE: AtelierRates = atelierRates.parse({ ...HOUSE_RATES, hourlyMinor: 4_200 });

const alloyId = fc.constantFrom(...ALLOYS.map(({ id }) => id));
const stoneId = fc.constantFrom(...STONES.map(({ id }) => id));

/** A jewel as a bill: metal, stones, letters, links and handwork at random. */
export const bills: fc.Arbitrary<Bill> = fc
  .record({
    alloy: alloyId,
    volumeMm3: fc.double({ min: 20, max: 4000, noNaN: true }),
    stones: fc.array(
      fc.record({
        stone: stoneId,
        mm: fc.double({ min: 0.8, max: 14, noNaN: true }),
        count: fc.integer({ min: 1, max: 60 }),
      }),
      { maxLength: 3 },
    ),
    letters: fc.integer({ min: 0, max: 12 }),
    chainLinks: fc.constantFrom(0, 0, 90),
    enamelHours: fc.constantFrom(0, 0, 4),
  })
  .map(({ alloy, volumeMm3, stones, letters, chainLinks, enamelHours }) => ({
    madeOf: [{ material: alloy, volumeMm3, clothMm2: 0, massG: massG(volumeMm3, alloy) }],
    stones: stones.map(({ stone, mm, count }) => ({
      stone,
      count,
      cut: "round",
      sizeMm: [mm, mm, mm * 0.6] as const,
      caratsEach: caratsOf(0.25 * mm ** 3, stone),
    })),
    settings: stones.map(({ count }, at) => ({
      style: at === 0 ? ("prong" as const) : ("pave" as const),
      count,
    })),
    letters,
    chainLinks,
    hasEarringBacks: false,
    sewn: null,
    handwork: enamelHours > 0 ? [{ craft: "enamel" as const, hours: enamelHours }] : [],
  }));

export const features: fc.Arbitrary<DesignFeatures> = fc
  .record({
    bill: bills,
    box: fc.tuple(...Array.from({ length: 3 }, () => fc.double({ min: 2, max: 200, noNaN: true }))),
    wall: fc.option(fc.double({ min: 0.3, max: 3, noNaN: true })),
    isRange: fc.boolean(),
  })
  .map(({ bill, box, wall, isRange }) => {
    const crafts = craftsNeeded(bill);
    const [longest, middle, shortest] = box.sort((one, other) => other - one);
    const [share] = bill.madeOf;
    const heavy = { ...share!, volumeMm3: share!.volumeMm3 * 2, massG: share!.massG * 2 };
    return {
      source: isRange ? ("words" as const) : ("measures" as const),
      category: "jewellery" as const,
      kind: "ring",
      complexity: complexityOf(bill, crafts, null),
      crafts,
      materials: bill.madeOf.map(({ material }) => material),
      stones: bill.stones.map(({ stone, count, sizeMm }) => ({
        stone,
        count,
        lengthMm: sizeMm[0],
      })),
      boxMm: [longest!, middle!, shortest!] as [number, number, number],
      thinnestWallMm: wall,
      process: "cast-metal" as const,
      colours: [],
      bill: { low: bill, high: isRange ? { ...bill, madeOf: [heavy] } : bill },
    };
  });

/** The house's card in a currency, work dearer or cheaper. */
export function ratesIn(currency: Currency, level = 1): AtelierRates {
  const of = (cents: number) =>
    Math.round(exchangeMinor(cents * level, "EUR", currency, STARTING_RATES));
  return {
    ...HOUSE,
    currency,
    metalPerGMinor: Object.fromEntries(
      Object.entries(HOUSE.metalPerGMinor).map(([id, cents]) => [id, of(cents!)]),
    ),
    stones: Object.fromEntries(
      Object.entries(HOUSE.stones).map(([id, rates]) => [
        id,
        rates!.map((rate) => ({ ...rate, perCaratMinor: of(rate.perCaratMinor) })),
      ]),
    ),
    making: { fixedMinor: of(6_500), perGMinor: of(400) },
    finishMinor: of(2_500),
    hourlyMinor: of(4_200),
  };
}

/** The ring maker that can do everything, changed as a test needs it. */
export function candidate(changed: Partial<Candidate> = {}): Candidate {
  return {
    id: "atelier-1",
    name: "Linden",
    place: "Vienna",
    country: "AT",
    latitude: 48.21,
    longitude: 16.37,
    shipsTo: new Set(["world"]),
    languages: ["en"],
    crafts: new Set(CRAFT_IDS),
    materials: new Set(ALLOYS.map(({ id }) => id)),
    stones: new Set(STONES.map(({ id }) => id)),
    limits: atelierLimits.parse({}),
    leadTimeDays: 14,
    minimumOrderMinor: 0,
    hoursPerWeek: 40,
    weeks: new Map(),
    ratingSum: 45,
    ratingCount: 10,
    featured: false,
    isExample: false,
    rates: HOUSE,
    rateCardVersion: 1,
    works: [
      {
        kind: "ring",
        crafts: ["casting", "stone-setting"],
        materials: ["gold-18k-rose"],
        vector: null,
      },
    ],
    ...changed,
  };
}

const some = (ids: readonly string[]) =>
  fc.subarray([...ids], { minLength: Math.floor(ids.length * 0.6) }).map((list) => new Set(list));

export const candidates: fc.Arbitrary<Candidate[]> = fc
  .array(
    fc.record({
      place: fc.constantFrom(...PLACES),
      isPlaced: fc.boolean(),
      crafts: some(CRAFT_IDS),
      materials: some(ALLOYS.map(({ id }) => id)),
      stones: some(STONES.map(({ id }) => id)),
      shipsTo: fc.constantFrom(["world"], ["eu"], [], ["asia", "US"]).map((ids) => new Set(ids)),
      wall: fc.option(fc.double({ min: 0.5, max: 1.5, noNaN: true })),
      box: fc.option(fc.double({ min: 30, max: 250, noNaN: true })),
      stoneMm: fc.option(fc.constant({ smallest: 1.2, largest: 9 })),
      least: fc.constantFrom(1, 1, 5),
      currency: fc.constantFrom(...CURRENCIES),
      level: fc.double({ min: 0.4, max: 2, noNaN: true }),
      leadTimeDays: fc.integer({ min: 2, max: 60 }),
      hoursPerWeek: fc.integer({ min: 0, max: 80 }),
      ratingCount: fc.integer({ min: 0, max: 40 }),
      density: fc.option(fc.double({ min: 8, max: 20, noNaN: true })),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((list) =>
    list.map(({ place, isPlaced, wall, box, least, currency, level, ...rest }, at) =>
      candidate({
        id: `atelier-${at}`,
        country: place.country,
        latitude: isPlaced ? place.latitude : null,
        longitude: isPlaced ? place.longitude : null,
        crafts: rest.crafts,
        materials: rest.materials,
        stones: rest.stones,
        shipsTo: rest.shipsTo,
        limits: atelierLimits.parse({
          wallMm: wall === null ? {} : { "cast-metal": wall },
          largestBoxMm: box === null ? null : [box, box, box],
          stoneMm: rest.stoneMm,
          quantity: { least, most: 20 },
        }),
        leadTimeDays: rest.leadTimeDays,
        hoursPerWeek: rest.hoursPerWeek,
        ratingCount: rest.ratingCount,
        ratingSum: rest.ratingCount * 4,
        rates: {
          ...ratesIn(currency, level),
          densityGPerCm3: rest.density === null ? {} : { "gold-18k-rose": rest.density },
        },
      }),
    ),
  );

export const requests: fc.Arbitrary<MatchRequest> = fc
  .record({
    place: fc.option(fc.constantFrom(...PLACES)),
    budget: fc.option(fc.integer({ min: 1_000, max: 2_000_000 })),
    days: fc.option(fc.integer({ min: 5, max: 120 })),
    quantity: fc.constantFrom(1, 1, 3, 25),
  })
  .map(({ place, budget, days, quantity }) =>
    request({
      destination: place ?? { country: null, latitude: null, longitude: null },
      budget: budget === null ? null : { amountMinor: budget, currency: "EUR" },
      deadline: days === null ? null : new Date(NOW.getTime() + days * 86_400_000),
      quantity,
    }),
  );

export function request(changed: Partial<MatchRequest> = {}): MatchRequest {
  return {
    destination: { country: null, latitude: null, longitude: null },
    budget: null,
    exchange: STARTING_RATES,
    deadline: null,
    quantity: 1,
    now: NOW,
    country: null,
    maxKm: null,
    withinBudget: false,
    ...changed,
  };
}
