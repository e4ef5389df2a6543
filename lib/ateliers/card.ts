import type { Ctx } from "#lib/context.ts";
import type { Candidate } from "./match/types.ts";

const LINK_SECONDS = 24 * 60 * 60;

/** An atelier in a list: nothing of its contact. */
export interface AtelierCard {
  id: string;
  name: string;
  place: string;
  country: string;
  latitude: number | null;
  longitude: number | null;
  languages: readonly string[];
  crafts: readonly string[];
  leadTimeDays: number;
  /** 1 to 5; null before the first review. */
  ratingStars: number | null;
  ratingCount: number;
  featured: boolean;
  /** An example that nobody answers for. */
  isExample: boolean;
  /** First picture of its work. */
  pictureUrl: string | null;
}

/** Stars to one decimal; null before the first review. */
export const starsOf = (row: { ratingSum: number; ratingCount: number }): number | null =>
  row.ratingCount === 0 ? null : Math.round((row.ratingSum / row.ratingCount) * 10) / 10;

export function toCard(atelier: Candidate, pictureUrl: string | null): AtelierCard {
  const { id, name, place, country, latitude, longitude, languages, leadTimeDays } = atelier;
  const { ratingCount, featured, isExample } = atelier;
  return {
    ...{ id, name, place, country, latitude, longitude, languages, leadTimeDays },
    ...{ ratingCount, featured, isExample },
    crafts: [...atelier.crafts],
    ratingStars: starsOf(atelier),
    pictureUrl,
  };
}

/** Link to the first picture of each of these ateliers. */
export async function firstPictures(
  ctx: Pick<Ctx, "db" | "adapters">,
  atelierIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await ctx.db.portfolioPicture.findMany({
    where: { atelierId: { in: [...atelierIds] }, position: 0 },
    select: { atelierId: true, blobKey: true },
  });
  const links = rows.map(
    async ({ atelierId, blobKey }) => [atelierId, await pictureLink(ctx, blobKey)] as const,
  );
  return new Map(await Promise.all(links));
}

export const pictureLink = (ctx: Pick<Ctx, "adapters">, blobKey: string): Promise<string> =>
  ctx.adapters.blob.signedUrl(blobKey, { expiresInSeconds: LINK_SECONDS });
