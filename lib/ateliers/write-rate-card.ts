import type { z } from "zod";
import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { toJson } from "#lib/designs/row.ts";
import { conflict, forbidden, invalidInput, notFound } from "#lib/shared/errors.ts";
import { findOwnAtelier } from "./own-atelier.ts";
import { type AtelierRates, atelierRates } from "./rates.ts";

/**
 * Puts a new version of the acting atelier's rates in force; the versions before stay as they were. An atelier that
 * waits for approval may write its rates too. Throws `not_found`, `invalid_input` naming the field (a negative rate, an
 * unknown alloy, another currency), `conflict` where another version was written meanwhile.
 */
export async function writeRateCard(
  ctx: Ctx,
  input: z.input<typeof atelierRates>,
): Promise<{ version: number; rates: AtelierRates }> {
  const own = await findOwnAtelier(ctx);
  if (!own) throw notFound("atelier of yours");
  if (own.status === "suspended") throw forbidden("A suspended atelier cannot be changed.");
  const rates = parseRates(input);
  if (rates.currency !== own.currency) {
    throw invalidInput(`Your rates are in ${own.currency}.`, { details: { field: "currency" } });
  }
  const before = own.rateCardVersion;
  const version = (before ?? 0) + 1;
  await ctx.db.$transaction(async (tx) => {
    const { count } = await tx.atelier.updateMany({
      where: { id: own.id, rateCardVersion: before },
      data: { rateCardVersion: version },
    });
    if (count === 0) throw conflict("Your rates were changed in another window. Load them again.");
    const createdById = actorUserId(ctx.actor);
    await tx.atelierRateCard.create({
      data: { atelierId: own.id, version, rates: toJson(rates), createdById },
    });
  });
  return { version, rates };
}

/** Throws `invalid_input` with a message for each field that is wrong. */
export function parseRates(input: unknown): AtelierRates {
  const parsed = atelierRates.safeParse(input);
  if (parsed.success) return parsed.data;
  const fieldErrors = Object.fromEntries(
    parsed.error.issues.map(({ path, message }) => [path.join("."), message]),
  );
  const [field, message] = Object.entries(fieldErrors)[0]!;
  throw invalidInput(`${field}: ${message}`, { details: { field }, fieldErrors });
}
