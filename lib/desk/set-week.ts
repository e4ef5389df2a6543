import { z } from "zod";
import { missingScope } from "#lib/accounts/scope.ts";
import { mondayOf } from "#lib/ateliers/match/schedule.ts";
import { requireOwnAtelier } from "#lib/ateliers/own-atelier.ts";
import type { Ctx } from "#lib/context.ts";
import { invalidInput } from "#lib/shared/errors.ts";

export const weekForm = z.object({
  monday: z.iso.date(),
  openHours: z.number().int().min(0).max(168),
});

/** Sets the hours that are open in one week, booked ones included. Throws `invalid_input` for a day that is no Monday. */
export async function setWeek(ctx: Ctx, input: z.output<typeof weekForm>): Promise<void> {
  const { actor } = ctx;
  if (actor.type === "api-key" && !actor.scopes.includes("write")) throw missingScope("write");
  const { id: atelierId } = await requireOwnAtelier(ctx);
  const monday = new Date(input.monday);
  if (mondayOf(monday) !== input.monday) throw invalidInput("A week begins on a Monday.");
  const { openHours } = input;
  await ctx.db.$transaction(async (tx) => {
    await tx.atelierWeek.upsert({
      where: { atelierId_monday: { atelierId, monday } },
      update: { openHours },
      create: { atelierId, monday, openHours },
    });
    // Whoever keeps ateliers in memory goes by this time.
    await tx.atelier.update({ where: { id: atelierId }, data: { updatedAt: ctx.now() } });
  });
}
