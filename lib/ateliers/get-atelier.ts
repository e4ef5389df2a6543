import type { Prisma } from "#generated/prisma/client.ts";
import type { Ctx } from "#lib/context.ts";
import { notFound } from "#lib/shared/errors.ts";
import { pictureLink, starsOf } from "./card.ts";
import { type AtelierLimits, atelierLimits } from "./limits.ts";

export interface PortfolioView {
  id: string;
  title: string;
  kind: string | null;
  crafts: string[];
  materials: string[];
  url: string;
  width: number;
  height: number;
}

/** An atelier as everybody may read it. */
export interface AtelierView {
  id: string;
  name: string;
  about: string;
  place: string;
  country: string;
  latitude: number | null;
  longitude: number | null;
  shipsTo: string[];
  languages: string[];
  crafts: string[];
  materials: string[];
  stones: string[];
  limits: AtelierLimits;
  leadTimeDays: number;
  currency: string;
  minimumOrderMinor: number;
  ratingStars: number | null;
  ratingCount: number;
  ordersFinished: number;
  featured: boolean;
  isExample: boolean;
  portfolio: PortfolioView[];
  /** Newest first, without who wrote them. */
  reviews: { rating: number; text: string | null; createdAt: Date }[];
}

const MOST_REVIEWS = 6;

const viewSelect = {
  id: true,
  ownerId: true,
  name: true,
  about: true,
  place: true,
  country: true,
  latitude: true,
  longitude: true,
  shipsTo: true,
  languages: true,
  crafts: true,
  materials: true,
  stones: true,
  limits: true,
  leadTimeDays: true,
  currency: true,
  minimumOrderMinor: true,
  ratingSum: true,
  ratingCount: true,
  ordersFinished: true,
  featuredAt: true,
  portfolio: {
    orderBy: { position: "asc" },
    select: {
      id: true,
      title: true,
      kind: true,
      crafts: true,
      materials: true,
      blobKey: true,
      width: true,
      height: true,
    },
  },
} satisfies Prisma.AtelierSelect;

/** An approved atelier; its owner reads theirs in every state. Throws `not_found`. */
export async function getAtelier(ctx: Ctx, id: string): Promise<AtelierView> {
  const { actor } = ctx;
  const own = actor.type === "guest" ? [] : [{ ownerId: actor.userId }];
  const row = await ctx.db.atelier.findFirst({
    where: { id, OR: [{ status: "approved" }, ...own] },
    select: viewSelect,
  });
  if (!row) throw notFound("atelier");
  const reviews = await ctx.db.review.findMany({
    where: { order: { atelierId: id } },
    orderBy: { createdAt: "desc" },
    take: MOST_REVIEWS,
    select: { rating: true, text: true, createdAt: true },
  });
  const { ownerId, ratingSum, featuredAt, portfolio, limits, ...shown } = row;
  return {
    ...shown,
    limits: atelierLimits.parse(limits),
    ratingStars: starsOf({ ratingSum, ratingCount: row.ratingCount }),
    featured: featuredAt !== null,
    isExample: ownerId === null,
    reviews,
    portfolio: await Promise.all(
      portfolio.map(async ({ blobKey, ...picture }) => ({
        ...picture,
        url: await pictureLink(ctx, blobKey),
      })),
    ),
  };
}
