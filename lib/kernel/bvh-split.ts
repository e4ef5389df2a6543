/** Ranges of more triangles are cut along their longest axis only. */
const MANY = 256;
/** Below this depth nodes are halved by count, which bounds the traversal stack. */
const MAX_SAH_DEPTH = 48;
const BINS = 16;
type Triple = [number, number, number];

/** Boxes of triangles, six floats each: min x, y, z, max x, y, z. */
export function triangleBoxes(positions: Float32Array, indices: Uint32Array): Float32Array {
  const boxes = new Float32Array(indices.length * 2);
  for (let i = 0; i < indices.length; i += 3) {
    const a = indices[i]! * 3;
    const b = indices[i + 1]! * 3;
    const c = indices[i + 2]! * 3;
    for (let k = 0; k < 3; k++) {
      const x = positions[a + k]!;
      const y = positions[b + k]!;
      const z = positions[c + k]!;
      boxes[2 * i + k] = Math.min(x, y, z);
      boxes[2 * i + 3 + k] = Math.max(x, y, z);
    }
  }
  return boxes;
}

function growBox(target: Float64Array, at: number, boxes: ArrayLike<number>, box: number): void {
  for (let k = 0; k < 3; k++) {
    if (boxes[box + k]! < target[at + k]!) target[at + k] = boxes[box + k]!;
    if (boxes[box + 3 + k]! > target[at + 3 + k]!) target[at + 3 + k] = boxes[box + 3 + k]!;
  }
}

function emptyBox(target: Float64Array, at: number): void {
  for (let k = 0; k < 3; k++) {
    target[at + k] = Infinity;
    target[at + 3 + k] = -Infinity;
  }
}

function halfArea(box: Float64Array): number {
  const x = box[3]! - box[0]!;
  const y = box[4]! - box[1]!;
  const z = box[5]! - box[2]!;
  return x * y + y * z + z * x;
}

/** Splits ranges of triangles by the surface area heuristic over bins of their centres. */
export class Splitter {
  readonly order: Uint32Array;
  readonly box = new Float64Array(6);
  private readonly boxes: Float32Array;
  /** Bounds of twice the centres: min + max of a box. */
  private readonly centres = new Float64Array(6);
  private readonly binBoxes = new Float64Array(BINS * 6);
  private readonly binCounts = new Int32Array(BINS);
  private readonly rightCosts = new Float64Array(BINS);
  private readonly sweep = new Float64Array(6);

  constructor(boxes: Float32Array) {
    this.boxes = boxes;
    this.order = new Uint32Array(boxes.length / 6).map((_, i) => i);
  }

  /** Sets `box` to the bounds of a range, and the bounds of its centres. */
  measure(start: number, end: number): void {
    const { boxes, box, centres, order } = this;
    emptyBox(box, 0);
    emptyBox(centres, 0);
    for (let i = start; i < end; i++) {
      const at = 6 * order[i]!;
      for (let k = 0; k < 3; k++) {
        const low = boxes[at + k]!;
        const high = boxes[at + 3 + k]!;
        if (low < box[k]!) box[k] = low;
        if (high > box[3 + k]!) box[3 + k] = high;
        if (low + high < centres[k]!) centres[k] = low + high;
        if (low + high > centres[3 + k]!) centres[3 + k] = low + high;
      }
    }
  }

  /** Bins per length of twice the centre, just short of BINS so that the last centre has a bin. */
  private scaleOf(axis: number): number {
    return (BINS * (1 - 1e-9)) / (this.centres[3 + axis]! - this.centres[axis]!);
  }

  private fillBins(start: number, end: number, axis: number): void {
    const { boxes, order, binBoxes, binCounts } = this;
    const low = this.centres[axis]!;
    const scale = this.scaleOf(axis);
    binCounts.fill(0);
    for (let b = 0; b < BINS; b++) emptyBox(binBoxes, 6 * b);
    for (let i = start; i < end; i++) {
      const at = 6 * order[i]!;
      const bin = ((boxes[at + axis]! + boxes[at + 3 + axis]! - low) * scale) | 0;
      binCounts[bin]! += 1;
      growBox(binBoxes, 6 * bin, boxes, at);
    }
  }

  /** The cheapest cut of the filled bins: the last bin of the left side, and its cost. */
  private cheapestCut(): { bin: number; cost: number } {
    const { sweep, binBoxes, binCounts, rightCosts } = this;
    emptyBox(sweep, 0);
    let count = 0;
    for (let b = BINS - 1; b > 0; b--) {
      growBox(sweep, 0, binBoxes, 6 * b);
      count += binCounts[b]!;
      rightCosts[b] = count === 0 ? Infinity : count * halfArea(sweep);
    }
    emptyBox(sweep, 0);
    count = 0;
    let best = { bin: -1, cost: Infinity };
    for (let b = 0; b < BINS - 1; b++) {
      growBox(sweep, 0, binBoxes, 6 * b);
      count += binCounts[b]!;
      if (count === 0) continue;
      const cost = count * halfArea(sweep) + rightCosts[b + 1]!;
      if (cost < best.cost) best = { bin: b, cost };
    }
    return best;
  }

  private longestAxis(): number {
    const [x, y, z] = [0, 1, 2].map((k) => this.centres[3 + k]! - this.centres[k]!) as Triple;
    return x >= y && x >= z ? 0 : y >= z ? 1 : 2;
  }

  /** Reorders a measured range and returns where its right half starts. */
  split(start: number, end: number, depth: number): number {
    const half = (start + end) >> 1;
    if (depth >= MAX_SAH_DEPTH) return half;
    const longest = this.longestAxis();
    let axis = -1;
    let best = { bin: -1, cost: Infinity };
    for (let k = 0; k < 3; k++) {
      // In large ranges the longest axis nearly always wins; the others are not worth their time.
      if (end - start > MANY && k !== longest) continue;
      if (!(this.centres[3 + k]! - this.centres[k]! > 1e-9)) continue;
      this.fillBins(start, end, k);
      const cut = this.cheapestCut();
      if (cut.cost >= best.cost) continue;
      best = cut;
      axis = k;
    }
    return axis < 0 ? half : this.partition(start, end, axis, best.bin);
  }

  private partition(start: number, end: number, axis: number, lastLeftBin: number): number {
    const { boxes, order } = this;
    const low = this.centres[axis]!;
    const scale = this.scaleOf(axis);
    let left = start;
    let right = end - 1;
    while (left <= right) {
      const triangle = order[left]!;
      const at = 6 * triangle;
      const bin = ((boxes[at + axis]! + boxes[at + 3 + axis]! - low) * scale) | 0;
      if (bin <= lastLeftBin) left++;
      else {
        order[left] = order[right]!;
        order[right] = triangle;
        right--;
      }
    }
    return left;
  }
}
