import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { pictureLink } from "./card.ts";
import type { AtelierContactData } from "./contact/contact.ts";
import { openContact } from "./contact/open-contact.ts";
import { type AtelierLimits, atelierLimits } from "./limits.ts";

export interface OwnProfile {
  id: string;
  status: "pending" | "approved" | "refused" | "suspended";
  statusReason: string | null;
  hasRates: boolean;
  name: string;
  about: string;
  place: string;
  country: string;
  shipsTo: string[];
  languages: string[];
  crafts: string[];
  materials: string[];
  stones: string[];
  limits: AtelierLimits;
  leadTimeDays: number;
  hoursPerWeek: number;
  currency: string;
  minimumOrderMinor: number;
  contact: AtelierContactData;
  portfolio: { id: string; title: string; url: string }[];
}

/** All that the acting person told of their atelier, contact in clear; null before they did. Throws `unauthenticated`. */
export async function findOwnProfile(ctx: Ctx): Promise<OwnProfile | null> {
  const row = await ctx.db.atelier.findUnique({
    where: { ownerId: actorUserId(ctx.actor) },
    select: {
      ...{ id: true, status: true, statusReason: true, rateCardVersion: true },
      ...{ name: true, about: true, place: true, country: true, shipsTo: true, languages: true },
      ...{ crafts: true, materials: true, stones: true, limits: true, leadTimeDays: true },
      ...{ hoursPerWeek: true, currency: true, minimumOrderMinor: true },
      portfolio: {
        orderBy: { position: "asc" },
        select: { id: true, title: true, blobKey: true },
      },
    },
  });
  if (!row) return null;
  const { rateCardVersion, limits, portfolio, ...shown } = row;
  return {
    ...shown,
    hasRates: rateCardVersion !== null,
    limits: atelierLimits.parse(limits),
    contact: await openContact(ctx, row.id),
    portfolio: await Promise.all(
      portfolio.map(async ({ blobKey, ...picture }) => ({
        ...picture,
        url: await pictureLink(ctx, blobKey),
      })),
    ),
  };
}
