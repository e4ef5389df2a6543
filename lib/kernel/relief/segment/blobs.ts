/** Connected areas of a mask. */
export interface Blobs {
  /** Number of the blob at each pixel, 1 …; 0 outside. */
  labels: Int32Array;
  /** Pixels of each blob; the first is 0. */
  sizes: number[];
  /** Whether each blob touches the frame. */
  touches: boolean[];
}

/** The areas of pixels that are 1, connected by their sides. */
export function blobsOf(mask: Uint8Array, width: number): Blobs {
  const labels = new Int32Array(mask.length);
  const sizes = [0];
  const touches = [false];
  const height = mask.length / width;
  const stack: number[] = [];
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] !== 1 || labels[start] !== 0) continue;
    const label = sizes.length;
    sizes.push(0);
    touches.push(false);
    labels[start] = label;
    stack.push(start);
    for (let pixel = stack.pop(); pixel !== undefined; pixel = stack.pop()) {
      const x = pixel % width;
      const y = Math.floor(pixel / width);
      sizes[label]!++;
      if (x === 0 || y === 0 || x === width - 1 || y === height - 1) touches[label] = true;
      const visit = (next: number) => {
        if (mask[next] !== 1 || labels[next] !== 0) return;
        labels[next] = label;
        stack.push(next);
      };
      if (x > 0) visit(pixel - 1);
      if (x < width - 1) visit(pixel + 1);
      if (y > 0) visit(pixel - width);
      if (y < height - 1) visit(pixel + width);
    }
  }
  return { labels, sizes, touches };
}

/** Blobs at least this large against the largest are kept: a subject may be in several parts. */
const KEPT_SHARE = 0.12;
/** Holes smaller than this share of the subject are filled: highlights, not openings. */
const HOLE_SHARE = 0.012;

/** The mask without specks, its small holes filled; `isOpen` says whether a large hole shows the background. */
export function tidied(
  mask: Uint8Array,
  width: number,
  isOpen: (pixels: readonly number[]) => boolean,
): Uint8Array {
  const { labels, sizes } = blobsOf(mask, width);
  const largest = Math.max(...sizes);
  const kept = Uint8Array.from(labels, (label) =>
    label > 0 && sizes[label]! >= KEPT_SHARE * largest ? 1 : 0,
  );
  const outside = blobsOf(
    kept.map((value) => 1 - value),
    width,
  );
  const area = kept.reduce((sum, value) => sum + value, 0);
  const members: number[][] = outside.sizes.map(() => []);
  outside.labels.forEach((label, pixel) => {
    if (label > 0 && !outside.touches[label]) members[label]!.push(pixel);
  });
  for (const pixels of members) {
    if (pixels.length === 0) continue;
    if (pixels.length >= HOLE_SHARE * area && isOpen(pixels)) continue;
    for (const pixel of pixels) kept[pixel] = 1;
  }
  return kept;
}
