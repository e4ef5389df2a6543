import { FRAME, type SubjectFrame } from "./subject.ts";

const ANGLES = 24;
const ASPECTS = 8;
export const OUTLINE_NUMBERS = ANGLES + ASPECTS + 4;

/** Widest shape told from a wider one: 1 : 4 either way. */
const MOST_ASPECT_LOG2 = 2;

/** The outline as seen from its middle: how far it reaches in each direction, how long it is, how open. */
export function outlineBlock({ cover, aspect }: SubjectFrame): Float32Array {
  const block = new Float32Array(OUTLINE_NUMBERS);
  block.set(reach(cover).map((value) => value - 0.6));
  // How long or wide it is lies between two of a row of bins.
  const place = Math.max(-1, Math.min(1, Math.log2(aspect) / MOST_ASPECT_LOG2));
  const bin = ((place + 1) / 2) * (ASPECTS - 1);
  const low = Math.min(ASPECTS - 2, Math.floor(bin));
  block[ANGLES + low] = 1 - (bin - low);
  block[ANGLES + low + 1] = bin - low;
  const { area, hole } = opennessOf(cover);
  block.set(
    [area, hole, Math.sqrt(hole), 1 - area - hole].map((v) => 2 * v),
    ANGLES + ASPECTS,
  );
  return block;
}

/** How far the subject reaches from the frame's middle in each direction, as a part of half the frame. */
function reach(cover: Float32Array): Float32Array {
  const farthest = new Float32Array(ANGLES);
  const middle = FRAME / 2;
  cover.forEach((part, i) => {
    if (part < 0.5) return;
    const [x, y] = [(i % FRAME) + 0.5 - middle, Math.floor(i / FRAME) + 0.5 - middle];
    const angle = ((Math.atan2(y, x) / (2 * Math.PI) + 1) % 1) * ANGLES;
    const bin = Math.floor(angle) % ANGLES;
    farthest[bin] = Math.max(farthest[bin]!, Math.hypot(x, y) / middle);
  });
  return farthest.map(
    (_, i) => (farthest.at(i - 1)! + 2 * farthest[i]! + farthest[(i + 1) % ANGLES]!) / 4,
  );
}

/** Parts of the frame that are subject, and that the subject encloses. */
function opennessOf(cover: Float32Array): { area: number; hole: number } {
  const outside = new Uint8Array(cover.length);
  const stack: number[] = [];
  const visit = (x: number, y: number) => {
    if (x < 0 || y < 0 || x >= FRAME || y >= FRAME) return;
    const i = y * FRAME + x;
    if (outside[i] === 1 || cover[i]! >= 0.5) return;
    outside[i] = 1;
    stack.push(i);
  };
  for (let k = 0; k < FRAME; k++) {
    visit(k, 0);
    visit(k, FRAME - 1);
    visit(0, k);
    visit(FRAME - 1, k);
  }
  for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
    const [x, y] = [i % FRAME, Math.floor(i / FRAME)];
    visit(x - 1, y);
    visit(x + 1, y);
    visit(x, y - 1);
    visit(x, y + 1);
  }
  const area = cover.reduce((sum, part) => sum + (part >= 0.5 ? 1 : 0), 0) / cover.length;
  const around = outside.reduce((sum, one) => sum + one, 0) / cover.length;
  return { area, hole: Math.max(0, 1 - area - around) };
}
