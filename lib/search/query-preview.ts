import type { Ctx } from "#lib/context.ts";
import { getDesign } from "#lib/designs/get-design.ts";
import { requireImage } from "#lib/images/find-image.ts";
import { toImageView } from "#lib/images/row.ts";
import { isAppError } from "#lib/shared/errors.ts";
import { getProduct } from "./get-product.ts";

export interface QueryPreview {
  /** What the picture is of, as the shop's address names it. */
  source: "image" | "design" | "product";
  id: string;
  url: string;
  /** Of the design or product. */
  title: string | null;
}

/** The picture a search is by, to be shown beside it; null where it is gone or not drawn yet. */
export async function queryPreview(
  ctx: Ctx,
  source: QueryPreview["source"],
  id: string,
): Promise<QueryPreview | null> {
  try {
    const found = await find(ctx, source, id);
    return found.url ? { source, id, url: found.url, title: found.title } : null;
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") return null;
    throw error;
  }
}

async function find(ctx: Ctx, source: QueryPreview["source"], id: string) {
  if (source === "image") {
    const { url } = await toImageView(ctx, await requireImage(ctx, id));
    return { url, title: null };
  }
  if (source === "product") {
    const { pictureUrl: url, title } = await getProduct(ctx, { productId: id });
    return { url, title };
  }
  const { title, revision } = await getDesign(ctx, { designId: id });
  const hero = revision.pictures.find(({ view }) => view === "hero") ?? revision.pictures[0];
  return { url: hero?.url ?? null, title };
}
