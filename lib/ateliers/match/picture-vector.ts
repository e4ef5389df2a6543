import type { Ctx } from "#lib/context.ts";

/** Descriptor of a picture, unit length. */
export type PictureVector = Float32Array;

/** The vector of a picture of ours, or null where it cannot be told. */
export async function vectorOfPicture(
  _ctx: Pick<Ctx, "adapters">,
  _picture: { id: string; blobKey: string },
): Promise<PictureVector | null> {
  return null;
}
