/** A box in px; right and bottom are outside. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The mask with all it encloses: whether an opening shows the ground is often in doubt, the outline is not. */
export function withoutHoles(mask: Uint8Array, width: number, height: number): Uint8Array {
  const outside = new Uint8Array(mask.length);
  const stack: number[] = [];
  const visit = (i: number) => {
    if (outside[i] === 1 || mask[i] === 1) return;
    outside[i] = 1;
    stack.push(i);
  };
  for (let x = 0; x < width; x++) {
    visit(x);
    visit((height - 1) * width + x);
  }
  for (let y = 0; y < height; y++) {
    visit(y * width);
    visit(y * width + width - 1);
  }
  for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
    const x = i % width;
    if (x > 0) visit(i - 1);
    if (x < width - 1) visit(i + 1);
    if (i >= width) visit(i - width);
    if (i < mask.length - width) visit(i + width);
  }
  return outside.map((value) => 1 - value);
}

/** Share of the mask's pixels that may lie outside its box at each side: specks and loose threads. */
const STRAY = 0.004;

/** The box of a mask without strays; the whole picture where the mask is empty. */
export function boxOf(mask: Uint8Array, width: number, height: number): Box {
  const columns = new Float64Array(width);
  const rows = new Float64Array(height);
  let area = 0;
  mask.forEach((subject, i) => {
    if (subject === 0) return;
    columns[i % width]! += 1;
    rows[Math.floor(i / width)]! += 1;
    area++;
  });
  if (area === 0) return { left: 0, top: 0, right: width, bottom: height };
  const [left, right] = endsOf(columns, STRAY * area);
  const [top, bottom] = endsOf(rows, STRAY * area);
  return { left, top, right, bottom };
}

/** Part of a subject's height that its upper box takes. */
const UPPER_PART = 0.38;

/** The box of the upper part of a mask's box, in the width the mask has there. */
export function upperBox(mask: Uint8Array, width: number, box: Box): Box {
  const bottom = box.top + Math.max(1, Math.round(UPPER_PART * (box.bottom - box.top)));
  let [left, right] = [box.right, box.left];
  for (let y = box.top; y < bottom; y++) {
    for (let x = box.left; x < box.right; x++) {
      if (mask[y * width + x] === 0) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
    }
  }
  return left < right ? { ...box, left, right, bottom } : { ...box, bottom };
}

/** The first and, plus one, the last place once a stray amount is left out at both ends. */
function endsOf(counts: Float64Array, stray: number): readonly [number, number] {
  let [low, high] = [0, counts.length - 1];
  for (let sum = counts[low]!; sum <= stray; sum += counts[low]!) low++;
  for (let sum = counts[high]!; sum <= stray; sum += counts[high]!) high--;
  return [low, high + 1];
}
