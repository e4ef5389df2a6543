import { storedPicture } from "#lib/catalog/store-picture.ts";
import type { Ctx } from "#lib/context.ts";
import { getDesign } from "#lib/designs/get-design.ts";
import { env } from "#lib/env.ts";
import { cleanPicture } from "#lib/images/clean-picture.ts";
import { pictureScope } from "#lib/images/picture-scope.ts";
import { AppError, invalidInput, isAppError, notFound } from "#lib/shared/errors.ts";
import type { Price } from "#lib/shared/money.ts";
import { guardedFetch } from "#lib/web/guarded-fetch.ts";
import type { ParsedSearch } from "./input.ts";

/** The picture of a search and what is known besides. */
export interface QueryPicture {
  bytes: Uint8Array;
  /** Of a design: its kind and what it would cost to make. */
  kind: string | null;
  price: Price | null;
  /** The product whose picture it is: not its own result. */
  productId: string | null;
}

const SOURCES = ["imageId", "imageUrl", "designId", "productId"] as const;

/**
 * The picture a search names, or null where it names none. Throws `invalid_input` for two of them and for an address
 * that may not be fetched, `unsupported_type` for what is no picture, `not_found`, and `conflict` (retryable) for a
 * design whose pictures are still being drawn.
 */
export async function queryPicture(ctx: Ctx, input: ParsedSearch): Promise<QueryPicture | null> {
  const named = SOURCES.filter((source) => input[source] !== undefined);
  if (named.length > 1) {
    throw invalidInput("Search by one picture: image_id, image_url, design_id or product_id.", {
      details: { field: "image_id", allowed: ["image_id", "image_url", "design_id", "product_id"] },
    });
  }
  const alone = (bytes: Uint8Array) => ({ bytes, kind: null, price: null, productId: null });
  if (input.imageId) return alone(await uploadedPicture(ctx, input.imageId));
  if (input.imageUrl) return alone(await fetchedPicture(input.imageUrl));
  if (input.designId) return designPicture(ctx, input.designId, input.revision);
  return input.productId ? productPicture(ctx, input.productId) : null;
}

async function uploadedPicture(ctx: Ctx, id: string): Promise<Uint8Array> {
  const where = { id, ...pictureScope(ctx.actor) };
  const row = await ctx.db.image.findFirst({ where, select: { blobKey: true } });
  if (!row) throw notFound("picture");
  return ctx.adapters.blob.read(row.blobKey);
}

async function fetchedPicture(url: string): Promise<Uint8Array> {
  const maxBytes = env().MAX_FILE_SIZE;
  const { bytes } = await guardedFetch(url, { maxBytes, type: "image/" }).catch(asTheirs);
  return (await cleanPicture(bytes, maxBytes)).bytes;
}

/** A server of theirs that does not answer is no outage of ours. */
function asTheirs(error: unknown): never {
  if (!isAppError(error) || error.code !== "unavailable") throw error;
  throw invalidInput(error.userMessage, { retryable: true, details: { field: "image_url" } });
}

async function designPicture(
  ctx: Ctx,
  designId: string,
  revisionNumber: number | undefined,
): Promise<QueryPicture> {
  const { kind, revision } = await getDesign(ctx, {
    designId,
    ...(revisionNumber && { revisionNumber }),
  });
  const drawn = revision.pictures.find(({ view }) => view === "hero") ?? revision.pictures[0];
  if (!drawn) {
    throw new AppError(
      "conflict",
      "This design's pictures are still being drawn. Try again in a moment.",
      {
        retryable: true,
        retryAfterSeconds: 3,
      },
    );
  }
  const bytes = await uploadedPicture(ctx, drawn.id);
  return { bytes, kind, price: revision.price, productId: null };
}

async function productPicture(ctx: Ctx, productId: string): Promise<QueryPicture> {
  const row = await ctx.db.product.findFirst({
    where: { id: productId },
    select: { kind: true, pictures: { orderBy: { position: "asc" } } },
  });
  if (!row) throw notFound("product");
  const picture = row.pictures.find(({ blobKey, publicPath }) => blobKey ?? publicPath);
  if (!picture) throw notFound("picture of this product");
  const bytes = await storedPicture(ctx, picture);
  return { bytes, kind: row.kind, price: null, productId };
}
