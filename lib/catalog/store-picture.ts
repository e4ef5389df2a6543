import { readFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import type { Adapters } from "#lib/adapters/adapters.ts";
import type { Ctx } from "#lib/context.ts";
import { env } from "#lib/env.ts";
import { cleanPicture } from "#lib/images/clean-picture.ts";
import { guardedFetch } from "#lib/web/guarded-fetch.ts";

/** A product's picture is kept this large along its longer side, px. */
const PICTURE_EDGE_PX = 1024;
const WEBP_QUALITY = 82;

type StoreCtx = Pick<Ctx, "db"> & { adapters: Pick<Adapters, "blob"> };

interface PictureRow {
  id: string;
  sourceUrl: string | null;
  blobKey: string | null;
  publicPath: string | null;
}

/**
 * The bytes of a product's picture. One that a feed names is fetched by the guarded fetch, decoded, made WebP without
 * metadata and stored. Errors are those of the fetch and of a broken picture.
 */
export async function storePicture(ctx: StoreCtx, picture: PictureRow): Promise<Uint8Array> {
  if (picture.blobKey || !picture.sourceUrl) return storedPicture(ctx, picture);
  const maxBytes = env().MAX_FILE_SIZE;
  const fetched = await guardedFetch(picture.sourceUrl, { maxBytes, type: "image/" });
  const { bytes: clean } = await cleanPicture(fetched.bytes, maxBytes);
  const { data, info } = await sharp(clean)
    .resize({
      width: PICTURE_EDGE_PX,
      height: PICTURE_EDGE_PX,
      fit: "inside",
      withoutEnlargement: true,
    })
    .webp({ quality: WEBP_QUALITY })
    .toBuffer({ resolveWithObject: true });
  const bytes = new Uint8Array(data);
  const blobKey = `catalog/${picture.id}.webp`;
  await ctx.adapters.blob.put(blobKey, bytes, { contentType: "image/webp" });
  await ctx.db.productPicture.updateMany({
    where: { id: picture.id },
    data: { blobKey, width: info.width, height: info.height, error: null },
  });
  return bytes;
}

/** A picture as it lies in the blob store or in the folder of public files. Throws `not_found` and Node's own errors. */
export async function storedPicture(
  ctx: Pick<StoreCtx, "adapters">,
  { blobKey, publicPath }: Pick<PictureRow, "blobKey" | "publicPath">,
): Promise<Uint8Array> {
  if (blobKey) return ctx.adapters.blob.read(blobKey);
  const file = path.join(process.cwd(), "public", publicPath ?? "");
  return new Uint8Array(await readFile(/* turbopackIgnore: true */ file));
}
