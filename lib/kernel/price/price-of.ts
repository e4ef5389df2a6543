import type { Price, PriceLine } from "../../shared/money.ts";
import { getStone } from "../../shared/stones.ts";
import type { Measures, StoneTally } from "../measures.ts";
import { amount, rounded } from "./amount.ts";
import { makingLines, materialLine } from "./making.ts";
import type { RateCard, SettingStyle } from "./rate-card.ts";

/** Rate of one stone, by its own weight; throws a plain Error for a stone the card lacks. */
export function stoneRateMinor(stoneId: string, carats: number, rates: RateCard): number {
  const classes = rates.stones[stoneId];
  const rate = classes?.find(({ upToCarats }) => carats <= upToCarats) ?? classes?.at(-1);
  if (!rate) throw new Error(`The rate card has no rate for ${stoneId}.`);
  return rate.perCaratMinor;
}

/** All stones of a piece in one line; none when it has no stone. */
export function stoneLines(stones: readonly StoneTally[], rates: RateCard): PriceLine[] {
  if (stones.length === 0) return [];
  const terms = stones.map(({ stone, count, caratsEach }) => {
    const carats = rounded(caratsEach, 3);
    const perCarat = stoneRateMinor(stone, carats, rates);
    return {
      basis: `${count} × ${carats.toFixed(3)} ct ${getStone(stone).label.toLowerCase()} × ${amount(perCarat, rates.currency)}/ct`,
      amountMinor: Math.round(count * carats * perCarat),
    };
  });
  return [
    {
      id: "stones",
      label: "Stones",
      basis: terms.map(({ basis }) => basis).join(" + "),
      amountMinor: terms.reduce((sum, term) => sum + term.amountMinor, 0),
    },
  ];
}

/** Work of setting stones, by how each is held; none when nothing is set. */
export function settingLines(
  set: readonly { style: SettingStyle; count: number }[],
  { settingMinor, currency }: RateCard,
): PriceLine[] {
  const styles = set.filter(({ count }) => count > 0);
  if (styles.length === 0) return [];
  const basis = styles.map(
    ({ style, count }) => `${count} × ${style} ${amount(settingMinor[style], currency)}`,
  );
  return [
    {
      id: "setting",
      label: "Stone setting",
      basis: basis.join(" + "),
      amountMinor: styles.reduce((sum, { style, count }) => sum + count * settingMinor[style], 0),
    },
  ];
}

/** Work of putting a chain together, link by link, and its clasp. */
export function assemblyLine(linkCount: number, { chain, currency }: RateCard): PriceLine {
  return {
    id: "assembly",
    label: "Chain assembly",
    basis: `${linkCount} links × ${amount(chain.perLinkMinor, currency)} + clasp ${amount(chain.claspMinor, currency)}`,
    amountMinor: linkCount * chain.perLinkMinor + chain.claspMinor,
  };
}

/** Work on cast letters, spaces not counted; none without letters. */
export function engravingLines(text: string, { engraving, currency }: RateCard): PriceLine[] {
  const letters = [...text.replace(/\s/g, "")].length;
  if (letters === 0) return [];
  const { fixedMinor, perLetterMinor } = engraving;
  return [
    {
      id: "engraving",
      label: "Engraving",
      basis: `${amount(fixedMinor, currency)} + ${letters} × ${amount(perLetterMinor, currency)}`,
      amountMinor: fixedMinor + letters * perLetterMinor,
    },
  ];
}

/** The backs a pair of posts is worn with, which are bought. */
export function backsLines({ earringBacksMinor, currency }: RateCard): PriceLine[] {
  return [
    {
      id: "backs",
      label: "Earring backs",
      basis: `a pair ${amount(earringBacksMinor, currency)}`,
      amountMinor: earringBacksMinor,
    },
  ];
}

const sumOf = (lines: readonly PriceLine[]) =>
  lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

function markupLine(subtotalMinor: number, { markup, currency }: RateCard): PriceLine {
  const percent = rounded((markup - 1) * 100, 1);
  return {
    id: "markup",
    label: "Atelier's margin",
    basis: `${percent} % of ${amount(subtotalMinor, currency)}`,
    amountMinor: Math.round(subtotalMinor * (markup - 1)),
  };
}

function roundingLines(sumMinor: number, { roundToMinor, currency }: RateCard): PriceLine[] {
  const total = Math.round(sumMinor / roundToMinor) * roundToMinor;
  if (total === sumMinor) return [];
  return [
    {
      id: "rounding",
      label: "Rounding",
      basis: `to ${amount(roundToMinor, currency)}`,
      amountMinor: total - sumMinor,
    },
  ];
}

/**
 * The price of a piece without tax and shipping: material, making, finish, the kind's own lines (stones,
 * setting), margin, rounding. A line of the kind's own replaces the general one of the same id. The lines
 * add up to the total exactly. Throws a plain Error for a material the card lacks.
 */
export function priceOf(
  measures: Pick<Measures, "madeOf" | "massG">,
  ownLines: readonly PriceLine[],
  rates: RateCard,
): Price {
  const own = new Set(ownLines.map(({ id }) => id));
  const general = [materialLine(measures.madeOf, rates), ...makingLines(measures, rates)];
  const work = [...general.filter(({ id }) => !own.has(id)), ...ownLines];
  const withMarkup = [...work, markupLine(sumOf(work), rates)];
  const lines = [...withMarkup, ...roundingLines(sumOf(withMarkup), rates)];
  return { currency: rates.currency, totalMinor: sumOf(lines), lines, ratesAsOf: rates.asOf };
}
