import { blurGrid, type Grid } from "./grid.ts";
import { blobsOf } from "./segment/blobs.ts";
import { resized } from "./tones.ts";

/** A silhouette as a smooth field: above 0 inside, 0 on its outline, below outside; the frame is outside. */
export type Silhouette = Grid;

export interface SilhouetteOptions {
  /** Long edge of the field, px. */
  edgePx: number;
  /** Deviation of the outline's smoothing, share of the long edge; default 0.004. */
  smoothing?: number;
}

const SMOOTHING = 0.004;
/** Pixels along the frame that are always outside, so that a subject cut by the frame is closed there. */
const FRAME_PX = 2;

/** The field of a mask of zeros and ones (or of shares), padded so that nothing is cut. */
export function silhouetteOf(
  mask: Grid,
  { edgePx, smoothing = SMOOTHING }: SilhouetteOptions,
): Silhouette {
  const scale = edgePx / Math.max(mask.width, mask.height);
  const width = Math.max(8, Math.round(mask.width * scale));
  const height = Math.max(8, Math.round(mask.height * scale));
  const sized = scale < 1 ? resized(mask, width, height) : mask;
  const field = blurGrid(sized, Math.max(0.7, smoothing * Math.max(sized.width, sized.height)));
  const values = field.values.map((value, i) => {
    const x = i % field.width;
    const y = Math.floor(i / field.width);
    const isFrame =
      x < FRAME_PX || y < FRAME_PX || x >= field.width - FRAME_PX || y >= field.height - FRAME_PX;
    return isFrame ? -0.5 : value - 0.5;
  });
  return { width: field.width, height: field.height, values };
}

/** Half width of the bridge between two blobs, share of the long edge. */
const BRIDGE = 0.03;
/** Of two equally short bridges the one nearer to both blobs' middle is taken; px of length to a px off it. */
const OFF_MIDDLE = 0.04;

/** The mask with a bridge from each separate blob to the nearest of those joined before: one solid comes of it. */
export function bridged(mask: Uint8Array, width: number): Uint8Array {
  const joined = mask.slice();
  const height = mask.length / width;
  const half = Math.max(2, BRIDGE * Math.max(width, height));
  for (let guard = 0; guard < 16; guard++) {
    const { labels, sizes } = blobsOf(joined, width);
    if (sizes.length <= 2) break;
    const largest = sizes.indexOf(Math.max(...sizes));
    drawBridge(joined, width, nearestPair(labels, width, largest), half);
  }
  return joined;
}

/** About the closest pixels of the largest blob and of any other, both on their outlines. */
function nearestPair(labels: Int32Array, width: number, largest: number): [number, number] {
  const edges = { own: [] as number[], others: [] as number[] };
  labels.forEach((label, i) => {
    if (label === 0) return;
    const isInner = [i - 1, i + 1, i - width, i + width].every((n) => labels[n] === label);
    if (!isInner) (label === largest ? edges.own : edges.others).push(i);
  });
  const middle = mean([...edges.own, ...edges.others].map((pixel) => pixel % width));
  let best: [number, number] = [edges.own[0] ?? 0, edges.others[0] ?? 0];
  let least = Number.POSITIVE_INFINITY;
  for (const a of edges.own) {
    for (const b of edges.others) {
      const dx = (a % width) - (b % width);
      const dy = Math.floor(a / width) - Math.floor(b / width);
      const off = Math.abs((a % width) + (b % width) - 2 * middle);
      const cost = Math.sqrt(dx * dx + dy * dy) + OFF_MIDDLE * off;
      if (cost >= least) continue;
      least = cost;
      best = [a, b];
    }
  }
  return best;
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function drawBridge(mask: Uint8Array, width: number, [from, to]: [number, number], half: number) {
  const [ax, ay] = [from % width, Math.floor(from / width)];
  const [bx, by] = [to % width, Math.floor(to / width)];
  const length2 = Math.max(1, (bx - ax) ** 2 + (by - ay) ** 2);
  for (let i = 0; i < mask.length; i++) {
    const x = i % width;
    const y = Math.floor(i / width);
    const t = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length2));
    const off = (x - ax - t * (bx - ax)) ** 2 + (y - ay - t * (by - ay)) ** 2;
    if (off <= half * half) mask[i] = 1;
  }
}
