import type { DesignFeatures } from "../features/types.ts";
import type { PictureVector } from "./picture-vector.ts";
import type { ShownWork } from "./types.ts";

/** How alike two pieces are by what is written of them, 0 to 1. */
export function likenessByWords(features: DesignFeatures, work: ShownWork): number {
  const sameKind = work.kind !== null && work.kind === features.kind ? 1 : 0;
  const crafts = features.crafts.map(({ craft }) => craft as string);
  return (
    0.5 * sameKind +
    0.3 * overlap(crafts, work.crafts) +
    0.2 * overlap(features.materials, work.materials)
  );
}

function overlap(wanted: readonly string[], shown: readonly string[]): number {
  if (wanted.length === 0) return 0;
  let both = 0;
  for (const one of wanted) if (shown.includes(one)) both += 1;
  return both / wanted.length;
}

/** Cosine of two vectors; null where one is missing or another embedder took it. */
export function cosine(one: PictureVector | null, other: PictureVector | null): number | null {
  if (!one || !other || one.embedder !== other.embedder) return null;
  const length = one.values.length;
  let sum = 0;
  for (let at = 0; at < length; at++) sum += one.values[at]! * other.values[at]!;
  return sum;
}

export interface CraftFit {
  /** 0 to 1. */
  value: number;
  /** Place in the portfolio of the picture most alike; -1 without pictures. */
  best: number;
  /** Its cosine; null where pictures were not compared. */
  cosine: number | null;
}

/** The most alike piece of a portfolio: half by its look where both were looked at, the rest by what it is. */
export function craftFitOf(
  features: DesignFeatures,
  vector: PictureVector | null,
  works: readonly ShownWork[],
): CraftFit {
  let fit: CraftFit = { value: 0, best: -1, cosine: null };
  for (const [at, work] of works.entries()) {
    const words = likenessByWords(features, work);
    const look = cosine(vector, work.vector);
    const value = look === null ? words : 0.5 * words + 0.5 * Math.max(0, look);
    if (fit.best === -1 || value > fit.value) fit = { value, best: at, cosine: look };
  }
  return fit;
}
