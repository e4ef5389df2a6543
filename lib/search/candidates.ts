import { type EmbedderId, isSameEmbedder } from "#lib/adapters/embedder/port.ts";
import type { VectorFilter, VectorSpace } from "#lib/adapters/vectors/port.ts";
import type { Ctx } from "#lib/context.ts";
import { unavailable } from "#lib/shared/errors.ts";
import { cosineOf } from "./diversity.ts";
import type { SearchPlan } from "./plan.ts";
import { pictureVector, steered } from "./query-vector.ts";
import { productsByWords, wordSharesOf } from "./word-shares.ts";

/** A product that may be a result. */
export interface Candidate {
  productId: string;
  /** How alike it looks, -1 to 1; null without a picture. */
  cosine: number | null;
  /** How much of the words it meets, 0 to 1; null without words. */
  wordShare: number | null;
  vector: Float32Array | null;
}

/** Products looked at of one search. */
export const MOST_CANDIDATES = 200;

/** The products nearest to the picture, those that meet most words, or both lists together. */
export async function findCandidates(
  ctx: Ctx,
  plan: SearchPlan,
  filter: VectorFilter,
  limit: number,
): Promise<Candidate[]> {
  const spaces = await searchSpaces(ctx);
  const [seen, said] = await Promise.all([
    plan.picture ? byPicture(ctx, plan, { spaces, filter, limit }) : [],
    plan.words ? productsByWords(ctx, plan.words, filter, limit) : [],
  ]);
  const found = new Map<string, Candidate>(seen.map((one) => [one.productId, one]));
  for (const { productId, share } of said) {
    const known = found.get(productId);
    if (known) known.wordShare = share;
    else found.set(productId, { productId, cosine: null, wordShare: share, vector: null });
  }
  await addWordShares(ctx, plan, found);
  await addVectors(ctx, plan, spaces, found);
  return [...found.values()];
}

/** Each catalogue's index: by the embedder of now, or by the one of before until that of now holds as much. */
export async function searchSpaces(ctx: Ctx): Promise<VectorSpace[]> {
  const catalogs = await ctx.db.catalog.findMany({ select: { slug: true } });
  const spaces = await Promise.all(catalogs.map(({ slug }) => spaceOf(ctx, slug)));
  return spaces.filter((space) => space !== null);
}

async function spaceOf(ctx: Ctx, namespace: string): Promise<VectorSpace | null> {
  const { embedders, vectors } = ctx.adapters;
  const spaces = await vectors.listSpaces(namespace);
  const isCurrent = (space: { embedder: EmbedderId }) =>
    isSameEmbedder(space.embedder, embedders.current.id);
  const usable = spaces
    .filter((space) => space.vectors > 0 && embedders.find(space.embedder) !== null)
    .sort((a, b) => b.vectors - a.vectors || Number(isCurrent(b)) - Number(isCurrent(a)));
  const embedder = usable[0]?.embedder;
  return embedder ? { namespace, embedder } : null;
}

interface Lookup {
  spaces: readonly VectorSpace[];
  filter: VectorFilter;
  limit: number;
}

async function byPicture(
  ctx: Ctx,
  plan: SearchPlan,
  { spaces, filter, limit }: Lookup,
): Promise<Candidate[]> {
  const lists = await Promise.all(
    spaces.map(async (space) => {
      const vector = await queryVector(ctx, plan, space);
      const query = { vector, filter, limit, withVectors: true };
      return ctx.adapters.vectors.query(space, query);
    }),
  );
  return lists
    .flat()
    .map(({ productId, cosine, vector }) => ({
      productId,
      cosine,
      wordShare: null,
      vector: vector ?? null,
    }))
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, limit);
}

/** The picture's vector in a space, moved by what was said of results. */
async function queryVector(ctx: Ctx, plan: SearchPlan, space: VectorSpace): Promise<Float32Array> {
  const embedder = embedderOf(ctx, space.embedder);
  const vector = await pictureVector(embedder, plan.picture!.bytes, plan.input.crop);
  const { moreLike = [], lessLike = [] } = plan.input;
  if (moreLike.length + lessLike.length === 0) return vector;
  const kept = await ctx.adapters.vectors.fetch(space, [...moreLike, ...lessLike]);
  const of = (ids: readonly string[]) =>
    kept.filter(({ productId }) => ids.includes(productId)).map((one) => one.vector);
  return steered(vector, of(moreLike), of(lessLike));
}

function embedderOf(ctx: Ctx, id: EmbedderId) {
  const embedder = ctx.adapters.embedders.find(id);
  if (!embedder) throw unavailable("The product search is being rebuilt. Try again in a moment.");
  return embedder;
}

/** The words' shares of products that only the picture found. */
async function addWordShares(ctx: Ctx, { words }: SearchPlan, found: Map<string, Candidate>) {
  if (!words) return;
  const open = [...found.values()].filter(({ wordShare }) => wordShare === null);
  const shares = await wordSharesOf(
    ctx,
    words,
    open.map(({ productId }) => productId),
  );
  for (const one of open) one.wordShare = shares.get(one.productId) ?? 0;
}

/** The vectors, and with a picture the cosines, of products that only the words found. */
async function addVectors(
  ctx: Ctx,
  plan: SearchPlan,
  spaces: readonly VectorSpace[],
  found: Map<string, Candidate>,
): Promise<void> {
  const open = [...found.values()].filter(({ vector }) => vector === null);
  if (open.length === 0) return;
  const ids = open.map(({ productId }) => productId);
  for (const space of spaces) {
    const query = plan.picture ? await queryVector(ctx, plan, space) : null;
    for (const { productId, vector } of await ctx.adapters.vectors.fetch(space, ids)) {
      const one = found.get(productId)!;
      const cosine = query && cosineOf(query, vector);
      if (one.vector && (one.cosine ?? 0) >= (cosine ?? 0)) continue;
      one.vector = vector;
      one.cosine = cosine;
    }
  }
}
