import { type Bvh, type Hit, intersect } from "../bvh.ts";
import { boxOf } from "../measure/extent.ts";
import type { Mesh, Vec3 } from "../mesh.ts";
import { faceNormals } from "../solid/normals.ts";

/** A hole bored straight up into a cavity. */
export interface DrainHole {
  /** Where it opens, mm. */
  at: Vec3;
  /** Height at which it ends within the cavity, mm. */
  topMm: number;
  diameterMm: number;
}

export interface DrainOptions {
  count: number;
  diameterMm: number;
}

interface Candidate extends DrainHole {
  /** Lower is better: mm of height and of boring. */
  cost: number;
}

/** Candidates looked at; more make no better choice. */
const MOST_TRIED = 2500;
/** A face a hole opens in looks down at least this much (the z of its normal). */
const FACING_DOWN = -0.55;
/** Holes keep this many diameters between their middles. */
const APART = 2;

/** The hole straight down from a place in a cavity's skin; null where it would open in sight. */
function holeFrom(
  [x, y, z]: Vec3,
  skin: { bvh: Bvh; normals: Float32Array; lowMm: number },
  diameterMm: number,
): Candidate | null {
  const hit: Hit = { t: 0, triangle: 0, u: 0, v: 0 };
  if (!intersect(skin.bvh, x, y, z, 0, 0, -1, 1e-4, 1e6, hit)) return null;
  if (skin.normals[hit.triangle * 3 + 2]! > FACING_DOWN) return null;
  const opening = z - hit.t;
  const cost = opening - skin.lowMm + hit.t * 0.5;
  return { at: [x, y, opening], topMm: z + diameterMm * 0.5, diameterMm, cost };
}

/**
 * Where to drain a cavity: straight down from its floor, opening in the lowest faces that look down, which
 * a standing piece hides; further holes apart from the first. Fewer than asked where there is no room.
 */
export function drainHoles(
  bvh: Bvh,
  body: Mesh,
  cavity: Mesh,
  { count, diameterMm }: DrainOptions,
): DrainHole[] {
  const skin = { bvh, normals: faceNormals(body), lowMm: boxOf([body]).min[2] };
  const floor = faceNormals(cavity);
  const stride = Math.max(1, Math.floor(floor.length / 3 / MOST_TRIED));
  const found: Candidate[] = [];
  for (let t = 0; t < floor.length / 3; t += stride) {
    // A cavity's floor looks down too, as seen from its inside being solid.
    if (floor[3 * t + 2]! > FACING_DOWN) continue;
    const hole = holeFrom(middleOf(cavity, t), skin, diameterMm);
    if (hole) found.push(hole);
  }
  return choose(found, count, diameterMm);
}

function middleOf({ positions: p, indices }: Mesh, triangle: number): Vec3 {
  const mean = (k: number) =>
    (p[indices[3 * triangle]! * 3 + k]! +
      p[indices[3 * triangle + 1]! * 3 + k]! +
      p[indices[3 * triangle + 2]! * 3 + k]!) /
    3;
  return [mean(0), mean(1), mean(2)];
}

/** The cheapest holes that keep apart. */
function choose(found: Candidate[], count: number, diameterMm: number): DrainHole[] {
  const chosen: DrainHole[] = [];
  for (const { cost: _, ...hole } of found.sort((a, b) => a.cost - b.cost)) {
    if (chosen.length === count) break;
    const isApart = chosen.every(
      ({ at }) => Math.hypot(at[0] - hole.at[0], at[1] - hole.at[1]) >= APART * diameterMm,
    );
    if (isApart) chosen.push(hole);
  }
  return chosen;
}
