import { FRAME, type SubjectFrame } from "./subject.ts";

const ANGLES = 24;
const ASPECTS = 8;
export const OUTLINE_NUMBERS = ANGLES + ASPECTS + 2;

/** Widest shape told from a wider one: 1 : 4 either way. */
const MOST_ASPECT_LOG2 = 2;

/** The outline as seen from its middle: how far it reaches in each direction, how long it is, how open. */
export function outlineBlock({ cover, weight, aspect }: SubjectFrame): Float32Array {
  const block = new Float32Array(OUTLINE_NUMBERS);
  block.set(reach(cover).map((value) => value - 0.6));
  // How long or wide it is lies between two of a row of bins.
  const place = Math.max(-1, Math.min(1, Math.log2(aspect) / MOST_ASPECT_LOG2));
  const bin = ((place + 1) / 2) * (ASPECTS - 1);
  const low = Math.min(ASPECTS - 2, Math.floor(bin));
  block[ANGLES + low] = 1 - (bin - low);
  block[ANGLES + low + 1] = bin - low;
  const area = cover.reduce((sum, part) => sum + part, 0) / cover.length;
  const open = 1 - weight.reduce((sum, part) => sum + part, 0) / Math.max(1, area * cover.length);
  block.set(
    [area, open].map((value) => 2 * (value - 0.5)),
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
