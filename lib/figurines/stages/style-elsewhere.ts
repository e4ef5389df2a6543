import { createHash } from "node:crypto";
import sharp from "sharp";
import { offering } from "#lib/adapters/inference/offering.ts";
import type { Engine, SourcePicture } from "#lib/adapters/inference/port.ts";
import { requireAllowedPicture } from "#lib/moderation/require-allowed-picture.ts";
import type { StageWork } from "./stage-work.ts";

/** A provider's cartoon of a face, cut and sized as the photo it was made of. */
export interface StyledPicture extends SourcePicture {
  providerRequestId: string | null;
}

/**
 * The face stylised by a provider's model, once a seed, each an order of its own; null where this machine draws it,
 * because there is no provider or the person chose so. Throws what the provider's failure is, with the offer to draw
 * it here.
 */
export async function styleElsewhere(
  work: StageWork,
  photo: SourcePicture,
  seeds: readonly number[],
): Promise<{ engine: Engine; pictures: StyledPicture[] } | null> {
  const { ctx, row, input, jobId, taskId, signal } = work;
  const { inference } = ctx.adapters;
  if (input.engine === "embedded" || !inference.offers("stylise")) return null;
  const owner = { workspaceId: row.workspaceId, designId: row.id, jobId, taskId };
  const { style, strength } = input;
  const made = await offering(true, () =>
    Promise.all(
      seeds.map((seed) =>
        inference.makePictures(
          { task: "stylise", picture: photo, style, strength, seed },
          { owner, signal },
        ),
      ),
    ),
  );
  const size = await sharp(photo.png).metadata();
  const pictures = made.map(async ({ pictures: [picture] }) => {
    await requireAllowedPicture(ctx, {
      read: async () => picture!.bytes,
      ...{ subjectType: "generated picture", workspaceId: row.workspaceId },
      isFlagged: picture!.isFlagged,
    });
    const png = await sized(picture!.bytes, size);
    const sha256 = createHash("sha256").update(png).digest("hex");
    return { png, sha256, providerRequestId: picture!.providerRequestId };
  });
  return { engine: made[0]!.engine, pictures: await Promise.all(pictures) };
}

/** A provider answers in a size of its own: the marks of the photo hold for its shares. */
async function sized(
  bytes: Uint8Array,
  { width, height }: { width: number; height: number },
): Promise<Uint8Array> {
  const png = await sharp(bytes)
    .resize(width, height, { fit: "fill" })
    .flatten({ background: "white" })
    .ensureAlpha()
    .png()
    .toBuffer();
  return new Uint8Array(png);
}
