import type { MatchQuery } from "#components/atelier/match-filters.tsx";
import type { MatchInput } from "#lib/ateliers/match-ateliers.ts";
import { minorPerWhole } from "#lib/shared/currencies.ts";
import { isCurrency } from "#lib/shared/exchange.ts";
import { isCountry } from "#lib/shared/places/countries.ts";

/** Longest a place, a number or a date of the address may be. */
const MOST_LETTERS = 120;
const MOST_PIECES = 100_000;
const MOST_KM = 21_000;
const MOST_UNITS = 1e9;

export interface ReadQuery {
  input: Omit<MatchInput, "designId">;
  errors: Partial<Record<keyof MatchQuery, string>>;
}

/** The address of the page as a match; what cannot be read is left out, with a message at its field. */
export function readQuery(query: MatchQuery, now: Date): ReadQuery {
  const errors: ReadQuery["errors"] = {};
  const number = (name: "km" | "budget" | "pieces", most: number) => {
    const text = query[name]?.trim();
    if (!text) return undefined;
    const value = Number(text.replace(",", "."));
    if (value > 0 && value <= most) return value;
    errors[name] = "This is no number above 0.";
    return undefined;
  };
  const [maxKm, units] = [number("km", MOST_KM), number("budget", MOST_UNITS)];
  const pieces = number("pieces", MOST_PIECES);
  const currency = query.currency && isCurrency(query.currency) ? query.currency : "EUR";
  const deadline = query.by ? new Date(`${query.by}T23:59:59.999Z`) : null;
  const isLater = deadline !== null && deadline > now;
  if (deadline && !isLater) errors.by = "Choose a day that is still to come.";
  const amountMinor = Math.round((units ?? 0) * minorPerWhole(currency));
  return {
    errors,
    input: {
      location: locationOf(query),
      ...(maxKm && { maxKm }),
      ...(amountMinor > 0 && { budget: { amountMinor, currency } }),
      ...(pieces && { quantity: Math.max(1, Math.round(pieces)) }),
      ...(isLater && { deadline }),
      ...(query.country && isCountry(query.country) && { country: query.country }),
      withinBudget: query.within === "1",
    },
  };
}

function locationOf({ place, to }: MatchQuery): MatchInput["location"] {
  const name = place?.trim().slice(0, MOST_LETTERS);
  if (!name && !to) return undefined;
  return { ...(name && { place: name }), ...(to && { country: to }) };
}
