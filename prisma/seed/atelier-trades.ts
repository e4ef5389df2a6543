import type { AtelierLimits } from "#lib/ateliers/limits.ts";
import type { AtelierRates } from "#lib/ateliers/rates.ts";
import { HOUSE_RATES } from "#lib/kernel/price/rate-card.ts";
import { ALLOYS } from "#lib/shared/alloys.ts";
import type { CraftId } from "#lib/shared/crafts.ts";
import { type Currency, exchangeMinor, STARTING_RATES } from "#lib/shared/exchange.ts";
import { FABRICS, PRINT_MATERIALS } from "#lib/shared/materials.ts";
import { STONES } from "#lib/shared/stones.ts";
import type { PortfolioWorkName } from "./portfolio-works.ts";

/** What ateliers of one trade have in common. */
export interface Trade {
  crafts: readonly CraftId[];
  materials: readonly string[];
  stones: readonly string[];
  limits: AtelierLimits;
  leadTimeDays: number;
  hoursPerWeek: number;
  minimumOrderEuroCents: number;
  works: readonly PortfolioWorkName[];
}

const alloys = (...metals: string[]) =>
  ALLOYS.filter(({ metal, id }) => metals.includes(metal) || metals.includes(id)).map(
    ({ id }) => id,
  );
const prints = (...sorts: string[]) =>
  PRINT_MATERIALS.filter(({ sort }) => sorts.includes(sort)).map(({ id }) => id);
const ALL_STONES = STONES.map(({ id }) => id);
const COLOURED = ALL_STONES.filter((id) => id !== "diamond" && id !== "moissanite");
const CLOTHS = FABRICS.map(({ id }) => id).filter((id) => id !== "fabric-leather");
const BASE_METALS = ["brass", "bronze"];

const limits = (given: Partial<AtelierLimits>): AtelierLimits => ({
  largestBoxMm: null,
  wallMm: {},
  stoneMm: null,
  quantity: { least: 1, most: 50 },
  ...given,
});

const jeweller = {
  crafts: ["casting", "stone-setting", "engraving", "goldsmithing"],
  materials: alloys("gold", "platinum", "silver"),
  stones: ALL_STONES,
  leadTimeDays: 24,
  hoursPerWeek: 45,
  minimumOrderEuroCents: 15_000,
} as const;

export const TRADES = {
  "fine jeweller": {
    ...jeweller,
    limits: limits({
      largestBoxMm: [110, 110, 70],
      wallMm: { "cast-metal": 0.8 },
      stoneMm: { smallest: 1, largest: 16 },
      quantity: { least: 1, most: 10 },
    }),
    works: ["rose-oval", "platinum-solitaire", "three-stone", "halo-cushion", "signet-gold"],
  },
  "open workshop": {
    ...jeweller,
    crafts: [
      ...jeweller.crafts,
      ...(["enamel", "chain-making", "plating", "sla", "fdm", "full-colour", "painting"] as const),
      ...(["tailoring", "embroidery", "knitting", "leather"] as const),
    ],
    materials: [...ALLOYS, ...PRINT_MATERIALS, ...FABRICS].map(({ id }) => id),
    limits: limits({
      largestBoxMm: [300, 200, 160],
      wallMm: { "cast-metal": 0.8, sla: 0.8, fdm: 1, "full-colour": 1.8 },
      stoneMm: { smallest: 1, largest: 16 },
      quantity: { least: 1, most: 20 },
    }),
    works: ["rose-oval", "signet-gold", "paperclip-necklace", "wrap-dress", "graduate-figurine"],
  },
  "bridal bench": {
    ...jeweller,
    materials: alloys("gold", "platinum", "palladium"),
    leadTimeDays: 18,
    limits: limits({
      largestBoxMm: [60, 60, 40],
      wallMm: { "cast-metal": 1 },
      stoneMm: { smallest: 1.2, largest: 10 },
      quantity: { least: 1, most: 4 },
    }),
    works: ["platinum-solitaire", "plain-band", "eternity-sapphire", "three-stone"],
  },
  "pavé setter": {
    ...jeweller,
    crafts: ["casting", "stone-setting", "goldsmithing", "plating"],
    leadTimeDays: 30,
    limits: limits({
      largestBoxMm: [90, 90, 60],
      wallMm: { "cast-metal": 0.8 },
      stoneMm: { smallest: 0.8, largest: 9 },
      quantity: { least: 1, most: 30 },
    }),
    works: ["pave-bangle", "halo-cushion", "rose-oval", "eternity-sapphire", "cluster-ruby"],
  },
  "gem cutter's house": {
    ...jeweller,
    materials: alloys("gold", "silver"),
    stones: COLOURED,
    leadTimeDays: 28,
    limits: limits({
      largestBoxMm: [100, 100, 60],
      wallMm: { "cast-metal": 0.9 },
      stoneMm: { smallest: 1.5, largest: 20 },
      quantity: { least: 1, most: 25 },
    }),
    works: ["cluster-ruby", "garnet-pendant", "aquamarine-pendant", "rose-oval"],
  },
  silversmith: {
    crafts: ["casting", "engraving", "goldsmithing", "stone-setting"],
    materials: [...alloys("silver"), ...BASE_METALS],
    stones: ["amethyst", "citrine", "garnet", "quartz", "topaz", "peridot", "cubic-zirconia"],
    limits: limits({
      largestBoxMm: [220, 160, 90],
      wallMm: { "cast-metal": 1 },
      stoneMm: { smallest: 2, largest: 18 },
      quantity: { least: 1, most: 60 },
    }),
    leadTimeDays: 16,
    hoursPerWeek: 40,
    minimumOrderEuroCents: 6_000,
    works: ["silver-band", "signet-silver", "silver-cuff", "silver-necklace"],
  },
  "casting house": {
    crafts: ["casting", "plating"],
    materials: alloys("gold", "silver", "platinum", "palladium", "base"),
    stones: [],
    limits: limits({
      largestBoxMm: [180, 120, 90],
      wallMm: { "cast-metal": 0.7 },
      quantity: { least: 1, most: 500 },
    }),
    leadTimeDays: 8,
    hoursPerWeek: 120,
    minimumOrderEuroCents: 4_000,
    works: ["plain-band", "silver-band", "silver-cuff"],
  },
  "chain maker": {
    crafts: ["chain-making", "casting", "goldsmithing"],
    materials: alloys("gold", "silver"),
    stones: [],
    limits: limits({ wallMm: { "cast-metal": 0.8 }, quantity: { least: 1, most: 200 } }),
    leadTimeDays: 12,
    hoursPerWeek: 80,
    minimumOrderEuroCents: 9_000,
    works: ["paperclip-necklace", "curb-bracelet", "silver-necklace"],
  },
  enameller: {
    crafts: ["enamel", "casting", "engraving", "stone-setting", "plating"],
    materials: alloys("silver", "gold-18k-yellow", "gold-22k-yellow", "brass", "bronze"),
    stones: ["diamond", "ruby", "sapphire", "garnet", "quartz"],
    limits: limits({
      largestBoxMm: [120, 90, 60],
      wallMm: { "cast-metal": 1.1 },
      stoneMm: { smallest: 1.5, largest: 10 },
      quantity: { least: 1, most: 20 },
    }),
    leadTimeDays: 26,
    hoursPerWeek: 35,
    minimumOrderEuroCents: 12_000,
    works: ["signet-gold", "garnet-pendant", "silver-cuff"],
  },
  "name and signet engraver": {
    crafts: ["casting", "engraving", "stone-setting", "chain-making"],
    materials: alloys("gold", "silver"),
    stones: ["diamond", "cubic-zirconia", "ruby", "sapphire"],
    limits: limits({
      largestBoxMm: [80, 80, 50],
      wallMm: { "cast-metal": 0.9 },
      stoneMm: { smallest: 1.2, largest: 8 },
      quantity: { least: 1, most: 40 },
    }),
    leadTimeDays: 10,
    hoursPerWeek: 50,
    minimumOrderEuroCents: 7_000,
    works: ["signet-silver", "signet-gold", "name-script", "diamond-studs"],
  },
  "print laboratory": {
    crafts: ["sla", "fdm", "full-colour"],
    materials: prints("resin", "filament", "full-colour"),
    stones: [],
    limits: limits({
      largestBoxMm: [330, 280, 200],
      wallMm: { sla: 0.6, fdm: 0.9, "full-colour": 1.5 },
      quantity: { least: 1, most: 1000 },
    }),
    leadTimeDays: 5,
    hoursPerWeek: 160,
    minimumOrderEuroCents: 2_000,
    works: ["graduate-figurine", "resin-figurine", "doctor-figurine"],
  },
  "figurine studio": {
    crafts: ["full-colour", "sla", "painting"],
    materials: prints("full-colour", "resin"),
    stones: [],
    limits: limits({
      largestBoxMm: [250, 180, 150],
      wallMm: { sla: 0.8, "full-colour": 2 },
      quantity: { least: 1, most: 80 },
    }),
    leadTimeDays: 9,
    hoursPerWeek: 60,
    minimumOrderEuroCents: 3_500,
    works: ["bride-figurine", "graduate-figurine", "doctor-figurine", "resin-figurine"],
  },
  tailor: {
    crafts: ["tailoring", "embroidery"],
    materials: CLOTHS,
    stones: [],
    limits: limits({ quantity: { least: 1, most: 30 } }),
    leadTimeDays: 14,
    hoursPerWeek: 60,
    minimumOrderEuroCents: 6_000,
    works: ["wrap-dress", "linen-dress", "twill-trousers", "camel-coat"],
  },
  "couture house": {
    crafts: ["tailoring", "embroidery"],
    materials: CLOTHS,
    stones: [],
    limits: limits({ quantity: { least: 1, most: 3 } }),
    leadTimeDays: 40,
    hoursPerWeek: 90,
    minimumOrderEuroCents: 60_000,
    works: ["red-dress", "grey-coat", "camel-coat", "wrap-dress"],
  },
  knitter: {
    crafts: ["knitting", "tailoring"],
    materials: ["fabric-jersey", "fabric-wool-flannel"],
    stones: [],
    limits: limits({ quantity: { least: 1, most: 60 } }),
    leadTimeDays: 21,
    hoursPerWeek: 40,
    minimumOrderEuroCents: 5_000,
    works: ["knit-turtleneck", "jersey-top"],
  },
  "leather workshop": {
    crafts: ["leather", "tailoring"],
    materials: ["fabric-leather", "fabric-denim", "fabric-cotton-twill", "fabric-wool-coating"],
    stones: [],
    limits: limits({ quantity: { least: 1, most: 25 } }),
    leadTimeDays: 20,
    hoursPerWeek: 45,
    minimumOrderEuroCents: 8_000,
    works: ["denim-skirt", "denim-trousers", "grey-coat"],
  },
  "medal foundry": {
    crafts: ["casting", "engraving", "plating"],
    materials: [...alloys("silver"), ...BASE_METALS, "steel-420"],
    stones: [],
    limits: limits({
      largestBoxMm: [260, 200, 120],
      wallMm: { "cast-metal": 1.2 },
      quantity: { least: 5, most: 5000 },
    }),
    leadTimeDays: 15,
    hoursPerWeek: 110,
    minimumOrderEuroCents: 20_000,
    works: ["signet-silver", "silver-cuff"],
  },
} as const satisfies Record<string, Trade>;

export type TradeName = keyof typeof TRADES;

type Amount = (euroCents: number) => number;

/** The house's example card in another currency, work at another level; metal and stones cost the same everywhere. */
export function exampleRates(trade: Trade, currency: Currency, level: number): AtelierRates {
  const goods: Amount = (cents) =>
    Math.max(1, Math.round(exchangeMinor(cents, "EUR", currency, STARTING_RATES)));
  const work: Amount = (cents) => goods(cents * level);
  return {
    currency,
    asOf: HOUSE_RATES.asOf,
    validDays: 14,
    densityGPerCm3: {},
    ...materialRates(trade, goods),
    ...metalWork(trade, work),
    ...clothAndPrint(trade, work, goods),
    hourlyMinor: work(4_200),
    markup: HOUSE_RATES.markup,
    roundToMinor: 10 ** Math.round(Math.log10(goods(100))),
  };
}

function materialRates({ materials, stones }: Trade, goods: Amount) {
  const metals = materials.filter((id) => HOUSE_RATES.metalPerGMinor[id] !== undefined);
  const others = materials.filter((id) => HOUSE_RATES.materials[id]);
  const stoneRates = (id: string) =>
    HOUSE_RATES.stones[id]!.map(({ upToCarats, perCaratMinor }) => ({
      upToCarats,
      perCaratMinor: goods(perCaratMinor),
    }));
  const otherRate = (id: string) => {
    const { per, minor } = HOUSE_RATES.materials[id]!;
    return { per, minor: goods(minor) };
  };
  return {
    metalPerGMinor: Object.fromEntries(
      metals.map((id) => [id, goods(HOUSE_RATES.metalPerGMinor[id]!)]),
    ),
    materials: Object.fromEntries(others.map((id) => [id, otherRate(id)])),
    stones: Object.fromEntries(stones.map((id) => [id, stoneRates(id)])),
  };
}

/** Every amount of a record of the card. */
const each = <Rates extends Readonly<Record<string, number>>>(rates: Rates, of: Amount) =>
  Object.fromEntries(Object.entries(rates).map(([name, cents]) => [name, of(cents)])) as {
    -readonly [Name in keyof Rates]: number;
  };

function metalWork({ crafts }: Trade, work: Amount) {
  const { making, finishMinor, settingMinor, engraving, chain, earringBacksMinor } = HOUSE_RATES;
  return {
    ...(crafts.includes("casting") && {
      making: each(making, work),
      finishMinor: work(finishMinor),
      earringBacksMinor: work(earringBacksMinor),
    }),
    ...(crafts.includes("stone-setting") && { settingMinor: each(settingMinor, work) }),
    ...(crafts.includes("engraving") && { engraving: each(engraving, work) }),
    ...(crafts.includes("chain-making") && { chain: each(chain, work) }),
  };
}

function clothAndPrint({ crafts }: Trade, work: Amount, goods: Amount) {
  const { sewing, printing } = HOUSE_RATES;
  const processes = (["sla", "fdm", "full-colour"] as const).filter((id) => crafts.includes(id));
  const printed = processes.map((process) => {
    const { cm3PerHour, ...rate } = printing[process];
    return [process, { cm3PerHour, ...each(rate, work) }] as const;
  });
  const { hoursPerM2, fixedMinor, perHourMinor, finishMinor, ...trims } = sewing;
  const isSewn = crafts.includes("tailoring") || crafts.includes("leather");
  return {
    printing: Object.fromEntries(printed),
    ...(isSewn && {
      sewing: {
        hoursPerM2,
        ...each({ fixedMinor, perHourMinor, finishMinor }, work),
        ...each(trims, goods),
      },
    }),
  };
}
