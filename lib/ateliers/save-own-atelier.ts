import { v7 as uuid } from "uuid";
import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { conflict, forbidden, invalidInput } from "#lib/shared/errors.ts";
import { sealContact, storeContact } from "./contact/seal-contact.ts";
import { findOwnAtelier } from "./own-atelier.ts";
import { type AtelierProfile, profileColumns } from "./profile.ts";

/**
 * Signs the acting person up with an atelier that waits for approval, or changes the one they have. A refused one waits
 * again; an approved one stays. Throws `unauthenticated`, `forbidden` for a suspended one.
 */
export async function saveOwnAtelier(
  ctx: Ctx,
  profile: AtelierProfile,
): Promise<{ id: string; status: "pending" | "approved" }> {
  const ownerId = actorUserId(ctx.actor);
  const own = await findOwnAtelier(ctx);
  if (own?.status === "suspended") throw forbidden("A suspended atelier cannot be changed.");
  if (own && own.rateCardVersion !== null && profile.currency !== own.currency) {
    throw currencyStays(own.currency);
  }
  const id = own?.id ?? uuid();
  const contact = await sealContact(ctx.adapters.vault, id, profile.contact);
  const status = own?.status === "approved" ? "approved" : "pending";
  await ctx.db.$transaction(async (tx) => {
    const data = { ...profileColumns(profile), status, statusReason: null } as const;
    if (own) {
      const { rateCardVersion } = own;
      const where = { id, status: own.status, rateCardVersion };
      const { count } = await tx.atelier.updateMany({ where, data });
      if (count === 0) throw conflict("Its state or its rates were changed meanwhile. Look again.");
    } else {
      await tx.atelier.create({ data: { id, ownerId, ...data } });
    }
    await storeContact(tx, id, contact);
  });
  return { id, status };
}

/** The rates, the minimum order and what was offered are in it. */
function currencyStays(currency: string) {
  const message = `Your rates are in ${currency}; the currency stays.`;
  const details = { field: "currency", allowed: [currency] };
  return invalidInput(message, { details, fieldErrors: { currency: message } });
}
