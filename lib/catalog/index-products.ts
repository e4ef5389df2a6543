import type { Prisma } from "#generated/prisma/client.ts";
import type { Adapters } from "#lib/adapters/adapters.ts";
import type { VectorSpace } from "#lib/adapters/vectors/port.ts";
import type { Ctx } from "#lib/context.ts";
import { isAppError } from "#lib/shared/errors.ts";
import { dropOutgrownSpaces, listOldSpaces } from "./drop-old-spaces.ts";
import { indexMark } from "./index-mark.ts";
import { factSelect, toFacts } from "./product-facts.ts";
import { storePicture } from "./store-picture.ts";

type IndexCtx = Pick<Ctx, "db" | "now"> & {
  adapters: Pick<Adapters, "blob" | "embedders" | "vectors">;
};

/** Products whose vectors are made in one step. */
const CHUNK = 40;
/** Products at once: a picture's server that takes its time holds up few others. */
const AT_ONCE = 4;

const dueSelect = {
  id: true,
  contentHash: true,
  withdrawnAt: true,
  ...factSelect,
  pictures: { orderBy: { position: "asc" } },
} satisfies Prisma.ProductSelect;

/**
 * Makes the vectors of the next products of a catalogue that changed since theirs were made, or that have none by the
 * embedder in use; takes those of withdrawn ones out, and answers how many products it looked at: 0 when none is left,
 * and then spaces of embedders of before go. Pictures that are the same keep their vector, so that a change of price
 * embeds nothing.
 */
export async function indexNextProducts(ctx: IndexCtx, catalogId: string): Promise<number> {
  const catalog = await ctx.db.catalog.findUnique({ where: { id: catalogId } });
  if (!catalog) return 0;
  const space = { namespace: catalog.slug, embedder: ctx.adapters.embedders.current.id };
  const due = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Product" WHERE "catalogId" = ${catalogId}
      AND "indexedHash" IS DISTINCT FROM
        CASE WHEN "withdrawnAt" IS NULL THEN "contentHash" || ${indexMark(space.embedder)}::text
          ELSE 'withdrawn' END
    ORDER BY "id" LIMIT ${CHUNK}`;
  if (due.length === 0) {
    await dropOutgrownSpaces(ctx, space);
    return 0;
  }
  const where = { id: { in: due.map(({ id }) => id) } };
  const products = await ctx.db.product.findMany({ where, select: dueSelect });
  const old = await listOldSpaces(ctx, space);
  await removeWithdrawn(ctx, [space, ...old], products);
  const offered = products.filter(({ withdrawnAt }) => withdrawnAt === null);
  for (let start = 0; start < offered.length; start += AT_ONCE) {
    const some = offered.slice(start, start + AT_ONCE);
    await Promise.all(some.map((product) => indexProduct(ctx, { space, old }, product)));
  }
  return products.length;
}

type DueProduct = Prisma.ProductGetPayload<{ select: typeof dueSelect }>;

async function removeWithdrawn(
  ctx: IndexCtx,
  spaces: readonly VectorSpace[],
  products: readonly DueProduct[],
): Promise<void> {
  const ids = products.filter(({ withdrawnAt }) => withdrawnAt).map(({ id }) => id);
  if (ids.length === 0) return;
  for (const space of spaces) await ctx.adapters.vectors.deleteProducts(space, ids);
  await ctx.db.product.updateMany({
    where: { id: { in: ids } },
    data: { indexedHash: "withdrawn" },
  });
}

interface Spaces {
  space: VectorSpace;
  /** Of embedders of before: searches may still be answered from there. */
  old: readonly VectorSpace[];
}

/** One product's vectors: those that are there get the new facts, missing ones are made, surplus ones go. */
async function indexProduct(
  ctx: IndexCtx,
  { space, old }: Spaces,
  product: DueProduct,
): Promise<void> {
  const { vectors } = ctx.adapters;
  const facts = toFacts(product);
  const known = await vectors.fetch(space, [product.id]);
  const wanted = new Set(product.pictures.map(({ id }) => id));
  const surplus = known.filter(({ id }) => !wanted.has(id)).map(({ id }) => id);
  if (surplus.length > 0) await vectors.delete(space, surplus);
  if (known.length > surplus.length) {
    await vectors.updateFacts(space, [{ productId: product.id, facts }]);
  }
  for (const other of old) await vectors.updateFacts(other, [{ productId: product.id, facts }]);
  const errors: string[] = [];
  for (const picture of product.pictures) {
    if (known.some(({ id }) => id === picture.id)) continue;
    const error = await indexPicture(ctx, space, { picture, product, facts });
    if (error) errors.push(error);
  }
  // The product may have changed meanwhile: then it is still due.
  await ctx.db.product.updateMany({
    where: { id: product.id, contentHash: product.contentHash },
    data: {
      indexedHash: product.contentHash + indexMark(space.embedder),
      indexError: errors[0] ?? null,
    },
  });
}

interface PictureWork {
  picture: DueProduct["pictures"][number];
  product: DueProduct;
  facts: ReturnType<typeof toFacts>;
}

/** Fetches, stores and embeds a picture. Answers why that will never work; throws what another try may mend. */
async function indexPicture(
  ctx: IndexCtx,
  space: VectorSpace,
  { picture, product, facts }: PictureWork,
): Promise<string | null> {
  const seen = await lookAt(ctx, picture);
  if ("error" in seen) {
    const data = { error: seen.error };
    await ctx.db.productPicture.updateMany({ where: { id: picture.id }, data });
    return seen.error;
  }
  // An index that takes nothing is no fault of the picture: it is thrown, and every product stays due.
  await ctx.adapters.vectors.upsert(space, [
    { id: picture.id, productId: product.id, vector: seen.vector, facts },
  ]);
  return null;
}

/** What is wrong with a picture itself, whoever looks at it. */
const OF_THE_PICTURE = new Set(["invalid_input", "unsupported_type", "too_large", "not_found"]);

/** The picture's vector, or why it will never have one. Throws what another try may mend, and what ails the embedder. */
async function lookAt(
  ctx: IndexCtx,
  picture: PictureWork["picture"],
): Promise<{ vector: Float32Array } | { error: string }> {
  let bytes: Uint8Array;
  try {
    bytes = await storePicture(ctx, picture);
  } catch (error) {
    if (!isAppError(error) || (error.retryable && !picture.sourceUrl)) throw error;
    // A dead link holds up nobody else; a re-sync tries it again.
    return { error: error.userMessage };
  }
  try {
    const [vector] = await ctx.adapters.embedders.current.embedPictures([{ bytes }]);
    return { vector: vector! };
  } catch (error) {
    if (!isAppError(error) || !OF_THE_PICTURE.has(error.code)) throw error;
    return { error: error.userMessage };
  }
}
