import { type Box, boxOf, withoutHoles } from "./mask.ts";

/** Edge of the square in which silhouettes are compared, px. */
export const SILHOUETTE_EDGE = 48;

/** A shape's outline and openings, its longer side brought to the edge of one square, its middle in the square's. */
export interface Silhouette {
  /** 1 within the outline × SILHOUETTE_EDGE²; openings count as within. */
  outline: Uint8Array;
  /** 1 where the shape is open × SILHOUETTE_EDGE². */
  openings: Uint8Array;
  /** Width ÷ height. */
  aspect: number;
}

/** The silhouette of a mask (1 or more is the shape), or null where the mask is empty. */
export function silhouetteOf(mask: Uint8Array, width: number, height: number): Silhouette | null {
  const binary = mask.map((value) => (value > 0 ? 1 : 0));
  if (!binary.includes(1)) return null;
  const filled = withoutHoles(binary, width, height);
  const box = boxOf(filled, width, height);
  const open = filled.map((value, i) => value - binary[i]!);
  return {
    outline: framed(filled, width, height, box),
    openings: framed(open, width, height, box),
    aspect: (box.right - box.left) / Math.max(1, box.bottom - box.top),
  };
}

function framed(mask: Uint8Array, width: number, height: number, box: Box): Uint8Array {
  const scale = Math.max(box.right - box.left, box.bottom - box.top) / SILHOUETTE_EDGE;
  const startX = (box.left + box.right) / 2 - (SILHOUETTE_EDGE / 2) * scale;
  const startY = (box.top + box.bottom) / 2 - (SILHOUETTE_EDGE / 2) * scale;
  return new Uint8Array(SILHOUETTE_EDGE ** 2).map((_, i) => {
    const x = Math.floor(startX + ((i % SILHOUETTE_EDGE) + 0.5) * scale);
    const y = Math.floor(startY + (Math.floor(i / SILHOUETTE_EDGE) + 0.5) * scale);
    return x >= 0 && y >= 0 && x < width && y < height ? mask[y * width + x]! : 0;
  });
}

/** What a shape twice as long loses. */
const ASPECT_WEIGHT = 0.12;
/** Openings that differ by the whole shape cost this much. */
const OPENINGS_WEIGHT = 0.6;

/**
 * How alike two silhouettes are, 0 to 1: overlap ÷ union of their outlines, less what their openings and their lengths
 * differ.
 */
export function likeness(a: Silhouette, b: Silhouette): number {
  let [shared, all, open] = [0, 0, 0];
  for (let i = 0; i < a.outline.length; i++) {
    shared += a.outline[i]! & b.outline[i]!;
    all += a.outline[i]! | b.outline[i]!;
    open += a.openings[i]! ^ b.openings[i]!;
  }
  const stretched = Math.min(1, Math.abs(Math.log2(a.aspect / b.aspect)));
  const lost = OPENINGS_WEIGHT * (open / Math.max(1, all)) + ASPECT_WEIGHT * stretched;
  return Math.max(0, shared / Math.max(1, all) - lost);
}
