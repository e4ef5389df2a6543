import type { Embedder, EmbedderId } from "#lib/adapters/embedder/port.ts";
import type { Ctx } from "#lib/context.ts";
import { log } from "#lib/log.ts";

/** Descriptor of a picture. */
export interface PictureVector {
  /** Unit length. */
  values: Float32Array;
  /** What took it: only vectors of the same are compared. */
  embedder: string;
}

/** `look@1`: what a vector's maker is stored as. */
export const embedderKey = ({ name, version }: EmbedderId): string => `${name}@${version}`;

/** Vectors kept in memory: a person looks at the matches of one design many times. */
const MOST_KEPT = 500;
const kept = new Map<string, PictureVector>();

/**
 * The vector of a picture of ours, or null where the picture or the embedder is away: then portfolios are compared by
 * words alone.
 */
export async function vectorOfPicture(
  ctx: Pick<Ctx, "adapters">,
  { blobKey }: { blobKey: string },
): Promise<PictureVector | null> {
  const embedder = ctx.adapters.embedders.current;
  const key = `${embedderKey(embedder.id)} ${blobKey}`;
  const known = kept.get(key);
  if (known) return known;
  try {
    const bytes = await ctx.adapters.blob.read(blobKey);
    const vector = await embedPicture(embedder, bytes, true);
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!);
    kept.set(key, vector);
    return vector;
  } catch (err) {
    log.warn({ err, blobKey }, "a picture has no vector");
    return null;
  }
}

/** One picture's vector; `urgent` where somebody waits for it. Throws what the embedder throws. */
export async function embedPicture(
  embedder: Embedder,
  bytes: Uint8Array,
  urgent: boolean,
): Promise<PictureVector> {
  const [values] = await embedder.embedPictures([{ bytes }], { urgent });
  return { values: values!, embedder: embedderKey(embedder.id) };
}
