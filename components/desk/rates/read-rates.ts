import { readAmount } from "#components/design/read-amount.ts";
import type { AtelierRates } from "#lib/ateliers/rates.ts";
import { minorPerWhole } from "#lib/shared/currencies.ts";
import {
  cellsOf,
  findCell,
  isFilled,
  type RateCell,
  type RateTexts,
  rowsOf,
  tierCount,
} from "./cells.ts";
import { RATE_SECTIONS, type RateGroup } from "./rate-table.ts";

/** What is wrong with a field before the card's own rules are asked. */
export type RateProblem = "number" | "missing" | "together";

export interface ReadRates {
  /** As far as it could be read; not yet checked against the card's rules. */
  rates: Partial<AtelierRates> & { currency: string };
  problems: Record<string, RateProblem>;
}

type Json = { [key: string]: unknown };

/** The card that texts stand for. What is empty is not in it, and paths that no card has are left out. */
export function readRates(texts: RateTexts, currency: string): ReadRates {
  const rates: Json = { currency };
  const problems = missingIn(texts);
  for (const cell of cellsToRead(texts)) {
    const value = readCell(cell, texts[cell.path] ?? "", currency);
    if (Number.isNaN(value)) problems[cell.path] = "number";
    else setAt(rates, cell.path, value);
  }
  return { rates: rates as ReadRates["rates"], problems };
}

/** What was filled in, and the choices of those rows. */
function cellsToRead(texts: RateTexts): RateCell[] {
  const filled = Object.keys(texts).flatMap((path) => {
    const cell = findCell(path);
    return cell && isFilled(texts, cell) ? [cell] : [];
  });
  const choices = RATE_SECTIONS.flatMap(({ groups }) => groups)
    .flatMap(rowsOf)
    .filter((cells) => cells.some((cell) => isFilled(texts, cell)))
    .flatMap((cells) => cells.filter(({ field }) => field.unit === "choice"));
  return [...filled, ...choices];
}

function readCell({ field, id }: RateCell, text: string, currency: string): unknown {
  if (field.unit === "date") return text.trim();
  if (field.unit === "choice") return text || field.options?.(id)[0];
  if (field.unit === "number") return readSigned(text, 3);
  return Math.round(readSigned(text, 2) * minorPerWhole(currency));
}

/** A minus is read, so that whoever types one is told why it is refused. */
function readSigned(text: string, fractionDigits: number): number {
  const line = text.trim();
  const value = readAmount(line.replace(/^[-−]\s*/, ""), fractionDigits);
  return /^[-−]/.test(line) ? -value : value;
}

function setAt(card: Json, path: string, value: unknown): void {
  const keys = path.split(".");
  const last = keys.pop()!;
  let at = card;
  for (const [place, key] of keys.entries()) {
    const isList = /^\d$/.test(keys[place + 1] ?? last);
    at[key] ??= isList ? [] : {};
    at = at[key] as Json;
  }
  at[last] = value;
}

function missingIn(texts: RateTexts): Record<string, RateProblem> {
  const groups = RATE_SECTIONS.flatMap((section) => section.groups);
  return Object.fromEntries(groups.flatMap((group) => missingOf(texts, group)));
}

function missingOf(texts: RateTexts, group: RateGroup): [string, RateProblem][] {
  if (group.needs === "any") return [];
  const empty = (cells: readonly RateCell[]) =>
    cells.filter((cell) => cell.field.unit !== "choice" && !isFilled(texts, cell));
  if (group.needs === "all") return empty(cellsOf(group)).map(({ path }) => [path, "missing"]);
  const rows = group.sort === "tiers" ? tiersBelowLast(texts, group) : rowsOf(group);
  return rows
    .filter((cells) => group.sort === "tiers" || cells.some((cell) => isFilled(texts, cell)))
    .flatMap((cells) => empty(cells).map(({ path }): [string, RateProblem] => [path, "together"]));
}

/** Each row's tiers up to the last that is filled in: one left out between would have no weight to stand for. */
function tiersBelowLast(
  texts: RateTexts,
  group: Extract<RateGroup, { sort: "rows" | "tiers" }>,
): RateCell[][] {
  return group.rows.flatMap(({ id }) => {
    const tiers = Array.from({ length: tierCount(texts, group, id) }, (_, at) =>
      cellsOf(group, id, at),
    );
    const last = tiers.findLastIndex((cells) => cells.some((cell) => isFilled(texts, cell)));
    return tiers.slice(0, last + 1);
  });
}
