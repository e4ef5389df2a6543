import { getAlloy, massG } from "../../shared/alloys.ts";
import type { Price, PriceLine } from "../../shared/money.ts";
import { getStone } from "../../shared/stones.ts";
import type { Measures, StoneTally } from "../measures.ts";
import type { RateCard, SettingStyle } from "./rate-card.ts";

const CURRENCY_WITHOUT_MINOR = new Set(["VND", "JPY", "KRW"]);

/** `61.20 EUR`, `1500000 VND`. */
function amount(minor: number, currency: string): string {
  const text = CURRENCY_WITHOUT_MINOR.has(currency) ? String(minor) : (minor / 100).toFixed(2);
  return `${text} ${currency}`;
}

/** Rounded to what the basis shows, so that a reader who multiplies gets the line. */
function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** The metal of a piece of `volumeMm3` in one alloy; throws a plain Error for an alloy the card lacks. */
export function metalLine(volumeMm3: number, alloyId: string, rates: RateCard): PriceLine {
  const alloy = getAlloy(alloyId);
  const perG = rates.metalPerGMinor[alloyId];
  if (perG === undefined) throw new Error(`The rate card has no rate for ${alloyId}.`);
  const grams = rounded(massG(volumeMm3, alloyId), 2);
  return {
    id: "metal",
    label: alloy.label,
    basis: `${grams.toFixed(2)} g × ${amount(perG, rates.currency)}/g (${alloy.short}, ${alloy.densityGPerCm3} g/cm³)`,
    amountMinor: Math.round(grams * perG),
  };
}

/** Casting and bench work of `grams` of metal. */
export function makingLine(grams: number, { making, currency }: RateCard): PriceLine {
  const mass = rounded(grams, 2);
  return {
    id: "making",
    label: "Casting and bench work",
    basis: `${amount(making.fixedMinor, currency)} + ${mass.toFixed(2)} g × ${amount(making.perGMinor, currency)}/g`,
    amountMinor: making.fixedMinor + Math.round(mass * making.perGMinor),
  };
}

function finishLine({ finishMinor }: RateCard): PriceLine {
  return { id: "finish", label: "Polish and finish", basis: "per piece", amountMinor: finishMinor };
}

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
 * The price of a piece without tax and shipping: metal, making, finish, the kind's own lines (stones,
 * setting), margin, rounding. The lines add up to the total exactly.
 */
export function priceOf(
  measures: Measures,
  alloyId: string,
  ownLines: readonly PriceLine[],
  rates: RateCard,
): Price {
  const own = new Set(ownLines.map(({ id }) => id));
  const general = [
    metalLine(measures.volumeMm3, alloyId, rates),
    makingLine(massG(measures.volumeMm3, alloyId), rates),
    finishLine(rates),
  ].filter(({ id }) => !own.has(id));
  const work = [...general, ...ownLines];
  const withMarkup = [...work, markupLine(sumOf(work), rates)];
  const lines = [...withMarkup, ...roundingLines(sumOf(withMarkup), rates)];
  return { currency: rates.currency, totalMinor: sumOf(lines), lines, ratesAsOf: rates.asOf };
}
