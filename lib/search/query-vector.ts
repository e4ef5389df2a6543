import { createHash } from "node:crypto";
import sharp from "sharp";
import type { Embedder } from "#lib/adapters/embedder/port.ts";
import { cosineOf } from "./diversity.ts";
import type { ParsedSearch } from "./input.ts";

type Crop = NonNullable<ParsedSearch["crop"]>;

/** Vectors of the pictures last searched with: another filter on the same picture is not embedded again. */
const KEPT = 200;
const kept = new Map<string, Float32Array>();

/** The vector of a picture, or of a part of it. Errors are the embedder's. */
export async function pictureVector(
  embedder: Embedder,
  bytes: Uint8Array,
  crop: Crop | undefined,
): Promise<Float32Array> {
  const hash = createHash("sha256").update(bytes);
  hash.update(JSON.stringify([embedder.id, crop ?? null]));
  const key = hash.digest("hex");
  const vector = kept.get(key) ?? (await embed(embedder, crop ? await cut(bytes, crop) : bytes));
  kept.delete(key);
  kept.set(key, vector);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
  return vector;
}

async function embed(embedder: Embedder, bytes: Uint8Array): Promise<Float32Array> {
  const [vector] = await embedder.embedPictures([{ bytes }], { urgent: true });
  return vector!;
}

async function cut(bytes: Uint8Array, crop: Crop): Promise<Uint8Array> {
  const { width, height } = await sharp(bytes).metadata();
  const left = Math.min(width - 1, Math.floor(crop.x * width));
  const top = Math.min(height - 1, Math.floor(crop.y * height));
  const region = {
    left,
    top,
    width: Math.max(1, Math.min(width - left, Math.round(crop.width * width))),
    height: Math.max(1, Math.min(height - top, Math.round(crop.height * height))),
  };
  return new Uint8Array(await sharp(bytes).extract(region).png().toBuffer());
}

/** How far "more like this" pulls the query, and "less like this" pushes it (Rocchio's β and γ). */
const PULL = 0.6;
const PUSH = 0.3;

/** The query moved towards some vectors and away from others, of length 1: q + 0.6·mean(more) − 0.3·mean(less). */
export function steered(
  query: Float32Array,
  more: readonly Float32Array[],
  less: readonly Float32Array[],
): Float32Array {
  const moved = Float32Array.from(query);
  for (const vector of more) addScaled(moved, vector, PULL / more.length);
  for (const vector of less) addScaled(moved, vector, -PUSH / less.length);
  const length = Math.sqrt(cosineOf(moved, moved));
  return length > 0 ? moved.map((value) => value / length) : query;
}

function addScaled(sum: Float32Array, vector: Float32Array, scale: number): void {
  for (let index = 0; index < sum.length; index++) sum[index]! += vector[index]! * scale;
}
