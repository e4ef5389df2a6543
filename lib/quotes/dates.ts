import { invalidInput } from "#lib/shared/errors.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Nobody plans a piece further ahead. */
const MOST_DAYS = 3 * 366;

/**
 * The day of an ISO date (its midnight, UTC); null where none is given. Throws `invalid_input` for a day that is over, or
 * more than three years away. `field` names where it was written.
 */
export function futureDay(text: string | undefined, field: string, now: Date): Date | null {
  if (!text) return null;
  const day = new Date(`${text}T00:00:00.000Z`);
  const today = new Date(now.toISOString().slice(0, 10));
  const days = (day.getTime() - today.getTime()) / DAY_MS;
  if (days >= 0 && days <= MOST_DAYS) return day;
  const message = days < 0 ? "This day is over." : "This day is too far away.";
  throw invalidInput(message, {
    details: { field, value: text, minimum: today.toISOString().slice(0, 10) },
    fieldErrors: { [field]: message },
  });
}

/** The end of a day: an offer valid until then still counts on it. */
export const endOfDay = (day: Date): Date => new Date(day.getTime() + DAY_MS - 1);

export const addDays = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY_MS);
