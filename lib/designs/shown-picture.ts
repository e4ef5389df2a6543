import sharp from "sharp";
import type { Ctx } from "#lib/context.ts";
import type { RevisionRow } from "./row.ts";

/** Edge of the picture a file carries, px. */
const EDGE_PX = 640;

/** The picture of a revision that its files carry, as an opaque PNG; null where none was drawn yet. */
export async function shownPicture(
  ctx: Ctx,
  { images }: Pick<RevisionRow, "images">,
): Promise<Uint8Array | null> {
  const hero = images.find(({ view, properties }) => {
    const { quality, look } = properties as { quality?: string; look?: string };
    return view === "hero" && quality === "final" && !look;
  });
  if (!hero) return null;
  const original = await ctx.adapters.blob.read(hero.blobKey);
  const png = sharp(original)
    .resize({ width: EDGE_PX, height: EDGE_PX, fit: "inside", withoutEnlargement: true })
    .removeAlpha()
    .png({ compressionLevel: 9 });
  return new Uint8Array(await png.toBuffer());
}
