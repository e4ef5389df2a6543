import type { AtelierRates } from "#lib/ateliers/rates.ts";
import { minorDigits, minorPerWhole } from "#lib/shared/currencies.ts";
import { allCells, type RateCell, type RateTexts } from "./cells.ts";

/** A card as a person types it: money in the currency's unit. `readRates` reads it back to the same card. */
export function writeTexts(rates: AtelierRates): RateTexts {
  const texts: Record<string, string> = {};
  for (const cell of allCells()) {
    const value = valueAt(rates, cell.path);
    if (value !== undefined) texts[cell.path] = toText(cell, value, rates.currency);
  }
  return texts;
}

function valueAt(card: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], card);
}

function toText({ field }: RateCell, value: unknown, currency: string): string {
  if (field.unit !== "money" || typeof value !== "number") return String(value);
  return (value / minorPerWhole(currency)).toFixed(minorDigits(currency));
}
