import { z } from "zod";
import type { Ctx } from "#lib/context.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import { mondayOf } from "./match/schedule.ts";
import { requireOwnAtelier } from "./own-atelier.ts";

export const weekHoursInput = z.object({
  /** Any day of the week. */
  day: z.iso.date(),
  openHours: z.coerce.number().int().min(0, "Hours cannot be negative.").max(2000),
});

/** Sets the open hours of one week of the acting atelier's calendar; what is booked stays. Throws as `requireOwnAtelier`. */
export async function setWeekHours(
  ctx: Ctx,
  { day, openHours }: z.output<typeof weekHoursInput>,
): Promise<void> {
  const { id: atelierId } = await requireOwnAtelier(ctx);
  const monday = new Date(mondayOf(new Date(day)));
  if (monday < new Date(mondayOf(ctx.now()))) {
    throw invalidInput("This week is over.", { details: { field: "day" } });
  }
  await ctx.db.$transaction([
    ctx.db.atelierWeek.upsert({
      where: { atelierId_monday: { atelierId, monday } },
      create: { atelierId, monday, openHours },
      update: { openHours },
    }),
    // Whoever keeps ateliers in memory goes by this time.
    ctx.db.atelier.update({ where: { id: atelierId }, data: { updatedAt: new Date() } }),
  ]);
}
