import { sizeOf, volumeOf } from "../measure/extent.ts";
import type { Box, Part } from "../mesh.ts";

/** How a piece stands: small and round, tall, a plate that stands, or one that lies. */
export type Shape = "compact" | "tall" | "plate" | "flat";

const TALL = 1.5;
const THIN = 0.25;
/** Part of its box that a standing plate fills; a ring, as thin, fills far less. */
const FILLED = 0.28;

export function shapeOf(parts: readonly Part[], box: Box): Shape {
  const [width, depth, height] = sizeOf(box);
  // A garment is seen on its form, upright, as one stands before it.
  if (parts.some(({ role }) => role === "cloth")) return "tall";
  if (height > TALL * Math.max(width, depth)) return "tall";
  if (height < THIN * Math.min(width, depth)) return "flat";
  const volume = parts.reduce((sum, { mesh }) => sum + Math.abs(volumeOf(mesh)), 0);
  if (volume < FILLED * width * depth * height) return "compact";
  return depth < THIN * Math.min(width, height) ? "plate" : "compact";
}
