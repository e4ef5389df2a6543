import { mondayOf } from "#lib/ateliers/match/schedule.ts";
import { requireOwnAtelier } from "#lib/ateliers/own-atelier.ts";
import type { Ctx } from "#lib/context.ts";

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
/** Weeks a desk plans ahead. */
export const DESK_WEEKS = 12;

export interface DeskWeek {
  /** ISO day. */
  monday: string;
  openHours: number;
  bookedHours: number;
}

/** This week and the eleven after it in the acting person's atelier. Throws as `requireOwnAtelier` does. */
export async function listWeeks(ctx: Ctx): Promise<DeskWeek[]> {
  const { id } = await requireOwnAtelier(ctx);
  const first = Date.parse(mondayOf(ctx.now()));
  const mondays = Array.from({ length: DESK_WEEKS }, (_, week) => new Date(first + week * WEEK_MS));
  const { hoursPerWeek, weeks } = await ctx.db.atelier.findUniqueOrThrow({
    where: { id },
    select: {
      hoursPerWeek: true,
      weeks: { where: { monday: { in: mondays } }, omit: { atelierId: true } },
    },
  });
  const known = new Map(weeks.map(({ monday, ...hours }) => [monday.getTime(), hours]));
  return mondays.map((monday) => ({
    monday: monday.toISOString().slice(0, 10),
    openHours: hoursPerWeek,
    bookedHours: 0,
    ...known.get(monday.getTime()),
  }));
}
