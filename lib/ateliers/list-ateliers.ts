import type { Ctx } from "#lib/context.ts";
import { type AtelierCard, firstPictures, toCard } from "./card.ts";
import { listCandidates } from "./match/candidates.ts";
import type { Candidate } from "./match/types.ts";

export interface AteliersInput {
  craft?: string | undefined;
  country?: string | undefined;
  /** Of the pages before; default 0. */
  skip?: number | undefined;
  /** Default 24. */
  limit?: number | undefined;
}

export interface AteliersPage {
  items: AtelierCard[];
  count: number;
  /** Countries there are ateliers in, alpha-2, sorted. */
  countries: string[];
}

const starsOf = ({ ratingSum, ratingCount }: Candidate) => ratingSum / Math.max(1, ratingCount);

/** Every approved atelier of a craft or a country: featured ones first, then by stars. Open to guests. */
export async function listAteliers(
  ctx: Pick<Ctx, "db" | "adapters">,
  { craft, country, skip = 0, limit = 24 }: AteliersInput,
): Promise<AteliersPage> {
  const all = [...(await listCandidates(ctx.db)).values()];
  const found = all
    .filter((one) => !craft || one.crafts.has(craft))
    .filter((one) => !country || one.country === country)
    .sort(
      (one, other) =>
        Number(other.featured) - Number(one.featured) ||
        starsOf(other) - starsOf(one) ||
        (one.id < other.id ? -1 : 1),
    );
  const shown = found.slice(skip, skip + limit);
  const pictures = await firstPictures(
    ctx,
    shown.map(({ id }) => id),
  );
  return {
    items: shown.map((one) => toCard(one, pictures.get(one.id) ?? null)),
    count: found.length,
    countries: [...new Set(all.map((one) => one.country))].sort(),
  };
}
