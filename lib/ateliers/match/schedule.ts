import { areNeighbours } from "#lib/shared/places/countries.ts";
import type { Complexity } from "../features/types.ts";
import type { Blocker, Candidate, MatchRequest } from "./types.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** How far ahead a calendar is looked at. */
const WEEKS_AHEAD = 26;
/** Over how many weeks free hours count as capacity. */
const NEAR_WEEKS = 4;

/** Hours at the bench for one piece: what makers of each sort tell of a day, two, a week and more. */
const HOURS: Record<Complexity["class"], number> = {
  simple: 4,
  moderate: 10,
  complex: 24,
  exceptional: 60,
};

/** The weeks that matches of one moment look at. */
export interface Calendar {
  now: Date;
  /** ISO dates of Mondays, this week's first. */
  mondays: readonly string[];
  /** End of each of those weeks, ms. */
  endsMs: readonly number[];
}

/** ISO date of the Monday of a day, UTC. */
export function mondayOf(day: Date): string {
  const back = (day.getUTCDay() + 6) % 7;
  return new Date(day.getTime() - back * DAY_MS).toISOString().slice(0, 10);
}

export function calendarFrom(now: Date): Calendar {
  const firstMs = Date.parse(mondayOf(now));
  const starts = Array.from({ length: WEEKS_AHEAD }, (_, week) => firstMs + week * 7 * DAY_MS);
  return {
    now,
    mondays: starts.map((ms) => new Date(ms).toISOString().slice(0, 10)),
    endsMs: starts.map((ms) => ms + 7 * DAY_MS),
  };
}

export interface Schedule {
  readyOn: Date;
  arrivesOn: Date;
  /** Of the next four weeks' open hours, 0 to 1. */
  freeShare: number;
}

export const hoursFor = (complexity: Complexity["class"], quantity: number): number =>
  HOURS[complexity] * quantity;

const freeHours = ({ weeks, hoursPerWeek }: Candidate, monday: string): number => {
  const week = weeks.get(monday);
  return week ? Math.max(0, week.openHours - week.bookedHours) : hoursPerWeek;
};

/** When an atelier would have it ready: after its lead time, and not before its weeks leave the hours. Null: never. */
export function scheduleOf(
  atelier: Candidate,
  hours: number,
  calendar: Calendar,
  { destination }: MatchRequest,
): Schedule | null {
  const { mondays, endsMs, now } = calendar;
  let left = hours;
  let week = 0;
  for (; week < mondays.length; week++) {
    left -= freeHours(atelier, mondays[week]!);
    if (left <= 0) break;
  }
  if (left > 0) return null;
  const byLeadMs = now.getTime() + atelier.leadTimeDays * DAY_MS;
  // Work that fits into the running week waits for nobody.
  const byHoursMs = week === 0 ? 0 : endsMs[week]!;
  const readyMs = Math.max(byLeadMs, byHoursMs);
  return {
    readyOn: new Date(readyMs),
    arrivesOn: new Date(readyMs + shippingDays(atelier, destination.country) * DAY_MS),
    freeShare: freeShareOf(atelier, mondays),
  };
}

function freeShareOf(atelier: Candidate, mondays: readonly string[]): number {
  let open = 0;
  let free = 0;
  for (const monday of mondays.slice(0, NEAR_WEEKS)) {
    open += atelier.weeks.get(monday)?.openHours ?? atelier.hoursPerWeek;
    free += freeHours(atelier, monday);
  }
  return open > 0 ? free / open : 0;
}

/** Insured post: 2 days at home, 4 among neighbours, 8 elsewhere, 5 where the destination is unknown. */
function shippingDays({ country }: Candidate, to: string | null): number {
  if (to === null) return 5;
  if (to === country) return 2;
  return areNeighbours(country, to) ? 4 : 8;
}

const day = (date: Date) => date.toISOString().slice(0, 10);

/** Time as a hard limit: no free hours, or too late. */
export function timeBlockers(schedule: Schedule | null, { deadline }: MatchRequest): Blocker[] {
  if (!schedule) {
    return [{ rule: "capacity", message: `Has no free hours in the next ${WEEKS_AHEAD} weeks.` }];
  }
  if (!deadline || schedule.arrivesOn <= deadline) return [];
  const late = Math.ceil((schedule.arrivesOn.getTime() - deadline.getTime()) / DAY_MS);
  const message = `Would be with you on ${day(schedule.arrivesOn)}, ${late} ${late === 1 ? "day" : "days"} late.`;
  return [{ rule: "deadline", message, value: late, limit: 0 }];
}
