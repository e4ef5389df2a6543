import { sewnLines } from "#lib/kernel/garment/sewn-lines.ts";
import type { MaterialShare } from "#lib/kernel/measures.ts";
import { amount } from "#lib/kernel/price/amount.ts";
import {
  assemblyLine,
  backsLines,
  engravingLines,
  priceOf,
  settingLines,
  stoneLines,
} from "#lib/kernel/price/price-of.ts";
import type { RateCard } from "#lib/kernel/price/rate-card.ts";
import { findAlloy, getAlloy } from "#lib/shared/alloys.ts";
import { craftLabel } from "#lib/shared/crafts.ts";
import { findMaterial, materialLabel } from "#lib/shared/materials.ts";
import type { PriceLine } from "#lib/shared/money.ts";
import { getStone } from "#lib/shared/stones.ts";
import type { Bill } from "./features/bill.ts";
import type { AtelierRates } from "./rates.ts";

/** What an atelier would ask, by its own rates; a quote may differ. */
export interface Estimate {
  currency: AtelierRates["currency"];
  totalMinor: number;
  /** They add up to the total exactly. */
  lines: PriceLine[];
  /** Metal, other materials and stones alone, before margin. */
  materialMinor: number;
  /** Of one piece by the atelier's own densities, without stones. */
  massG: number;
  ratesAsOf: string;
}

/** What of a bill the rates do not cover, in words; an estimate needs it empty. */
export function missingRates(bill: Bill, rates: AtelierRates): string[] {
  const materials = bill.madeOf.filter(({ material }) => !coversMaterial(rates, material));
  const stones = bill.stones.filter(({ stone }) => !rates.stones[stone]);
  const needs: [boolean, string][] = [
    [bill.settings.length > 0 && !rates.settingMinor, "setting stones"],
    [bill.letters > 0 && !rates.engraving, "letters"],
    [bill.chainLinks > 0 && !rates.chain, "joining a chain"],
    [bill.hasEarringBacks && rates.earringBacksMinor === undefined, "earring backs"],
    [bill.sewn !== null && !rates.sewing, "sewing"],
  ];
  return [
    ...materials.map(({ material }) => materialLabel(material) ?? material),
    ...stones.map(({ stone }) => getStone(stone).label),
    ...needs.flatMap(([isMissing, name]) => (isMissing ? [name] : [])),
  ];
}

function coversMaterial(rates: AtelierRates, id: string): boolean {
  if (findAlloy(id)) {
    return (
      rates.metalPerGMinor[id] !== undefined && !!rates.making && rates.finishMinor !== undefined
    );
  }
  if (!rates.materials[id]) return false;
  const material = findMaterial(id);
  if (!material || material.sort === "fabric") return !!rates.sewing;
  const [process] = material.processes;
  return !!process && !!rates.printing[process];
}

/**
 * The itemised estimate of a number of pieces. The same bill and rates give the same cents. Throws a plain Error where
 * `missingRates` is not empty.
 */
export function estimateOf(
  bill: Bill,
  rates: AtelierRates,
  { quantity = 1, minimumOrderMinor = 0 }: { quantity?: number; minimumOrderMinor?: number } = {},
): Estimate {
  // Parts that are not on the card are not in the bill: `missingRates` was asked.
  const card = rates as unknown as RateCard;
  const madeOf = bill.madeOf.map((share) => byOwnDensity(share, rates));
  const massG = madeOf.reduce((sum, share) => sum + share.massG, 0);
  const { lines: pieceLines, totalMinor: pieceMinor } = priceOf(
    { madeOf, massG },
    ownLines(bill, card, rates),
    card,
  );
  const { currency, asOf } = rates;
  const many = quantityLines(quantity, pieceMinor, currency);
  const sumMinor = pieceMinor * quantity;
  const lines = [...pieceLines, ...many, ...minimumLines(sumMinor, minimumOrderMinor, currency)];
  return {
    currency,
    totalMinor: Math.max(sumMinor, minimumOrderMinor),
    lines,
    materialMinor: quantity * materialMinorOf(pieceLines),
    massG,
    ratesAsOf: asOf,
  };
}

function byOwnDensity(share: MaterialShare, { densityGPerCm3 }: AtelierRates): MaterialShare {
  const own = densityGPerCm3[share.material];
  if (own === undefined || own === getAlloy(share.material).densityGPerCm3) return share;
  return { ...share, massG: (share.volumeMm3 / 1000) * own };
}

function ownLines(bill: Bill, card: RateCard, rates: AtelierRates): PriceLine[] {
  const [main] = bill.madeOf;
  if (bill.sewn && main) {
    const { gsm, pack } = bill.sewn;
    return [...sewnLines({ material: main.material, gsm }, pack, card), ...handLines(bill, rates)];
  }
  return [
    ...stoneLines(bill.stones, card),
    ...settingLines(bill.settings, card),
    ...(bill.letters > 0 ? engravingLines("x".repeat(bill.letters), card) : []),
    ...(bill.chainLinks > 0 ? [assemblyLine(bill.chainLinks, card)] : []),
    ...(bill.hasEarringBacks ? backsLines(card) : []),
    ...handLines(bill, rates),
  ];
}

function handLines({ handwork }: Bill, { hourlyMinor, currency }: AtelierRates): PriceLine[] {
  return handwork.map(({ craft, hours }) => ({
    id: `handwork-${craft}`,
    label: craftLabel(craft),
    basis: `${hours} h × ${amount(hourlyMinor, currency)}/h`,
    amountMinor: Math.round(hours * hourlyMinor),
  }));
}

function quantityLines(quantity: number, pieceMinor: number, currency: string): PriceLine[] {
  if (quantity === 1) return [];
  return [
    {
      id: "quantity",
      label: `${quantity} pieces`,
      basis: `${quantity - 1} more × ${amount(pieceMinor, currency)}`,
      amountMinor: (quantity - 1) * pieceMinor,
    },
  ];
}

function minimumLines(sumMinor: number, minimumMinor: number, currency: string): PriceLine[] {
  if (sumMinor >= minimumMinor) return [];
  return [
    {
      id: "minimum-order",
      label: "Up to the minimum order",
      basis: `of ${amount(minimumMinor, currency)}`,
      amountMinor: minimumMinor - sumMinor,
    },
  ];
}

const MATERIAL_LINES = new Set(["metal", "material", "stones", "trims"]);

const materialMinorOf = (lines: readonly PriceLine[]) =>
  lines
    .filter(({ id }) => MATERIAL_LINES.has(id))
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
