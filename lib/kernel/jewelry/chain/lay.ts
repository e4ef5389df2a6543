import type { Frame } from "../frame.ts";
import { dot } from "../vector.ts";
import { type BedCurve, layClosed } from "./curve.ts";
import { type Hung, hookDepthMm } from "./joint.ts";
import { clearanceMm, placeWires } from "./wire.ts";

/** The joints of a taut chain: where each member's share of the length begins in its own frame, and how long it is, mm. */
export interface Joints {
  leftsMm: number[];
  chordsMm: number[];
  /** Around, taut. */
  lengthMm: number;
}

/** Long members lie where the curve is flat; what a sharper bend leaves free is measured as laid. */
const MOST_BEND_DEG = 16;
/** Shares of the bend that a joint is asked to allow, the first that it can. */
const BENDS = [1, 0.5, 0];

function firstFound(attempts: readonly (() => number | null)[]): number | null {
  for (const attempt of attempts) {
    const found = attempt();
    if (found !== null) return found;
  }
  return null;
}

/** Depths of all joints, the last member's to the first last; alike joints are worked out once. */
function depthsOf(chain: readonly Hung[], bendPerMm: number, clearMm: number): (number | null)[] {
  const known = new Map<string, number | null>();
  return chain.map((here, i) => {
    const next = chain[(i + 1) % chain.length]!;
    // A few degrees more or less change nothing worth a search of its own.
    const rolls = [here, next].map(({ rollDeg }) => Math.round(rollDeg / 7.5) * 7.5);
    const key = `${here.member.shape} ${next.member.shape} ${rolls}`;
    if (!known.has(key)) {
      const pitchMm =
        here.member.right.x - next.member.left.x - 2 * clearMm - 2 * here.member.right.radiusMm;
      const bendDeg = Math.min(MOST_BEND_DEG, bendPerMm * pitchMm);
      const [a, b] = [here, next].map((hung, k) => ({ ...hung, rollDeg: rolls[k]! }));
      const depths = BENDS.map((share) => () => hookDepthMm(a!, b!, share * bendDeg, clearMm));
      known.set(key, firstFound(depths));
    }
    return known.get(key) ?? null;
  });
}

const radians = (deg: number) => (deg * Math.PI) / 180;

/** Along a straight piece of the bed, turned about it, so that the member's joints lie at the piece's ends. */
function frameBetween(
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
  rollDeg: number,
  leftX: number,
): Frame {
  const run = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2);
  const tx = (bx - ax) / run;
  const ty = (by - ay) / run;
  const cos = Math.cos(radians(rollDeg));
  const sin = Math.sin(radians(rollDeg));
  return {
    origin: [ax - tx * leftX, ay - ty * leftX, 0],
    x: [tx, ty, 0],
    y: [-ty * cos, tx * cos, sin],
    z: [ty * sin, -tx * sin, cos],
  };
}

const isComplete = (depths: readonly (number | null)[]): depths is number[] =>
  depths.every((depth) => depth !== null);

/** The joints of a closed taut chain that bends by up to `bendPerMm` degrees for each mm, each with `clearMm` free; null where two members cannot hook each other. */
export function jointsOf(
  chain: readonly Hung[],
  bendPerMm: number,
  clearMm: number,
): Joints | null {
  const depths = depthsOf(chain, bendPerMm, clearMm);
  if (!isComplete(depths)) return null;
  const leftsMm = chain.map(({ member }, i) => member.left.x + depths.at(i - 1)! / 2);
  const chordsMm = chain.map(({ member }, i) => member.right.x - depths[i]! / 2 - leftsMm[i]!);
  return { leftsMm, chordsMm, lengthMm: chordsMm.reduce((sum, chord) => sum + chord, 0) };
}

/** Frames of a closed chain's members, laid taut along a curve on the bed. */
export function layChain(
  chain: readonly Hung[],
  { leftsMm, chordsMm }: Joints,
  curveOf: (widthMm: number) => BedCurve,
): Frame[] {
  const places = layClosed(curveOf, chordsMm);
  return chain.map(({ rollDeg }, i) =>
    frameBetween(places[i]!, places[(i + 1) % places.length]!, rollDeg, leftsMm[i]!),
  );
}

/** Members whose next ones turn away the most, one for each pair of shapes: if these are clear, all are. */
function tightest(chain: readonly Hung[], frames: readonly Frame[], ahead: number): number[] {
  const sharpest = new Map<string, { index: number; cos: number }>();
  chain.forEach(({ member }, index) => {
    const next = (index + ahead) % chain.length;
    const key = `${member.shape} ${chain[next]!.member.shape}`;
    const cos = dot(frames[index]!.x, frames[next]!.x);
    if (cos < (sharpest.get(key)?.cos ?? 2)) sharpest.set(key, { index, cos });
  });
  return [...sharpest.values()].map(({ index }) => index);
}

/** Least distance between a member and the two after it as laid, mm, and where. */
export function leastClearance(chain: readonly Hung[], frames: readonly Frame[]) {
  let least = { mm: Number.POSITIVE_INFINITY, at: frames[0]!.origin };
  for (const ahead of [1, 2]) {
    for (const index of tightest(chain, frames, ahead)) {
      const next = (index + ahead) % chain.length;
      const [a, b] = [index, next].map((i) => placeWires(chain[i]!.member.wires, frames[i]!));
      const mm = clearanceMm(a!, b!);
      if (mm < least.mm) least = { mm, at: frames[next]!.origin };
    }
  }
  return least;
}
