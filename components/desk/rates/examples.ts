import type { AtelierRates } from "#lib/ateliers/rates.ts";
import { sewnLines } from "#lib/kernel/garment/sewn-lines.ts";
import type { TechPack } from "#lib/kernel/garment/tech-pack.ts";
import type { MaterialShare, StoneTally } from "#lib/kernel/measures.ts";
import {
  assemblyLine,
  backsLines,
  engravingLines,
  priceOf,
  settingLines,
  stoneLines,
} from "#lib/kernel/price/price-of.ts";
import type { RateCard } from "#lib/kernel/price/rate-card.ts";
import { findMaterial, massOf, materialLabel, type PrintProcess } from "#lib/shared/materials.ts";
import type { Price, PriceLine } from "#lib/shared/money.ts";
import { STONES } from "#lib/shared/stones.ts";

/** A piece by which a part of a card can be judged; its text is under `desk.rates.examples`. */
export type ExampleId = "band" | "engraved" | "set" | "chain" | "studs" | PrintProcess | "dress";

export interface RateExample {
  id: ExampleId;
  price: Price;
  /** What it is made of, by name. */
  material: string;
  massG: number;
}

type Rates = Partial<AtelierRates> & { currency: string };

/** A plain band 3 mm wide and 1.8 mm thick, 17.3 mm inside: its ring of metal. */
const BAND_MM3 = Math.PI * (17.3 + 1.8) * 3 * 1.8;
/** A cable chain of 45 cm, wire of 0.8 mm. */
const CHAIN = { links: 150, volumeMm3: 980 };
/** Two studs with their posts. */
const STUDS_MM3 = 130;
const LETTERS = "Forever yours";
/** A figure of 12 cm. */
const FIGURE_MM3 = 40_000;

/** A knee-long dress of 2.4 m of cloth, as a tech pack tells it. */
const DRESS: TechPack = {
  ...{ finished: [], pieces: [], fabricAreaM2: 2.7, wastePercent: 20, massG: 0 },
  ...{ clothWidthMm: 1400, clothLengthMm: 2400, seamLengthMm: 9000, hemLengthMm: 2200 },
  sewingMinutes: 210,
  trims: [
    { name: "Zip", count: 1, sizeMm: 450 },
    { name: "Button", count: 3, sizeMm: 12 },
    { name: "Thread", count: 1, sizeMm: 120_000 },
  ],
};

/** What a card comes to for a piece of each part of it that is complete, by the sums of an estimate. */
export function examplesOf(rates: Rates): RateExample[] {
  const examples = [...metalExamples(rates), ...printExamples(rates), ...dressExamples(rates)];
  return examples.filter(({ price }) => Number.isFinite(price.totalMinor));
}

/** Parts that are not there are not asked: each example looks for its own first. */
const cardOf = (rates: Rates) =>
  ({ ...rates, markup: rates.markup ?? 1, roundToMinor: rates.roundToMinor || 1 }) as RateCard;

function priced(
  id: ExampleId,
  share: MaterialShare,
  ownLines: readonly PriceLine[],
  rates: Rates,
): RateExample {
  const { massG, material } = share;
  const price = priceOf({ madeOf: [share], massG }, ownLines, cardOf(rates));
  return { id, price, massG, material: materialLabel(material) ?? material };
}

function metalExamples(rates: Rates): RateExample[] {
  const alloy = Object.keys(rates.metalPerGMinor ?? {})[0];
  if (!alloy || !rates.making || rates.finishMinor === undefined) return [];
  const own = rates.densityGPerCm3?.[alloy];
  const of = (id: ExampleId, volumeMm3: number, lines: readonly PriceLine[] = []) => {
    const massG = own ? (volumeMm3 / 1000) * own : massOf({ volumeMm3, clothMm2: 0 }, alloy);
    return priced(id, { material: alloy, volumeMm3, clothMm2: 0, massG }, lines, rates);
  };
  const card = cardOf(rates);
  return [
    of("band", BAND_MM3),
    ...(rates.engraving ? [of("engraved", BAND_MM3, engravingLines(LETTERS, card))] : []),
    ...(rates.settingMinor ? [of("set", BAND_MM3, setLines(card))] : []),
    ...(rates.chain ? [of("chain", CHAIN.volumeMm3, [assemblyLine(CHAIN.links, card)])] : []),
    ...(rates.earringBacksMinor === undefined ? [] : [of("studs", STUDS_MM3, backsLines(card))]),
  ];
}

/** A stone of a quarter carat in prongs and eight of a hundredth in pavé; without stone rates they are the customer's. */
function setLines(card: RateCard): PriceLine[] {
  const stone = STONES.find(({ id }) => (card.stones?.[id]?.length ?? 0) > 0)?.id;
  const of = (count: number, caratsEach: number, wideMm: number): StoneTally => ({
    ...{ stone: stone!, cut: "round", sizeMm: [wideMm, wideMm, wideMm * 0.6], count, caratsEach },
  });
  const setting = settingLines(
    [
      { style: "prong", count: 1 },
      { style: "pave", count: 8 },
    ],
    card,
  );
  return stone ? [...stoneLines([of(1, 0.25, 4.1), of(8, 0.01, 1.3)], card), ...setting] : setting;
}

function printExamples(rates: Rates): RateExample[] {
  const processes = Object.keys(rates.printing ?? {}) as PrintProcess[];
  const pricedIds = Object.keys(rates.materials ?? {});
  return processes.flatMap((process) => {
    const material = pricedIds.find((id) =>
      findMaterial(id)?.processes.some((one) => one === process),
    );
    if (!material) return [];
    const amount = { volumeMm3: FIGURE_MM3, clothMm2: 0 };
    return [priced(process, { material, ...amount, massG: massOf(amount, material) }, [], rates)];
  });
}

function dressExamples(rates: Rates): RateExample[] {
  const material = Object.keys(rates.materials ?? {}).find(
    (id) => findMaterial(id)?.sort === "fabric",
  );
  const cloth = findMaterial(material ?? "");
  if (!material || cloth?.sort !== "fabric" || !rates.sewing) return [];
  const amount = { volumeMm3: 0, clothMm2: DRESS.fabricAreaM2 * 1e6 };
  const share = { material, ...amount, massG: massOf(amount, material) };
  const lines = sewnLines({ material, gsm: cloth.gPerM2 }, DRESS, cardOf(rates));
  return [priced("dress", share, lines, rates)];
}
