import { mix, ramp } from "./curve.ts";
import { betweenSections, girthOf, pointOf, type Section, scaledToGirth } from "./section.ts";

/** A tube of cloth that hangs from a section, as gravity and the body let it. */
export interface HangOptions {
  /** The section it hangs from. */
  top: Section;
  topZ: number;
  lengthMm: number;
  /** Cloth around at a distance from the top, mm. */
  girthAt(fromTopMm: number): number;
  /** The least the body under it lets it be around, mm; 0 where there is none. */
  bodyGirthAt(z: number): number;
  /** Sector angle of the cloth laid flat, radians: how far it wants to stand out. */
  angle: number;
  /** Gathered at the top: many small folds there. */
  isGathered: boolean;
  /** Stiffness of the cloth, 0 (satin) to 1 (denim): stiff cloth stands out and folds less often. */
  stiffness: number;
}

export interface Ring {
  fromTopMm: number;
  z: number;
  /** The cut without folds. */
  section: Section;
  /** Depth of the folds as a part of the radius. */
  fold: number;
  /** How close the body stands behind, 0 to 1. */
  held: number;
  /** The least part of the radius the body leaves to a fold. */
  least: number;
}

/** What lies between two of the rings that were worked out. */
function interpolated(knots: readonly Ring[], lengthMm: number): (fromTopMm: number) => Ring {
  const last = knots.length - 1;
  return (fromTopMm) => {
    const at = Math.max(0, Math.min(last, (fromTopMm / lengthMm) * last));
    const i = Math.min(last - 1, Math.floor(at));
    const t = at - i;
    const a = knots[i]!;
    const b = knots[i + 1]!;
    return {
      fromTopMm,
      z: mix(a.z, b.z, t),
      section: betweenSections(a.section, b.section, t),
      fold: mix(a.fold, b.fold, t),
      held: mix(a.held, b.held, t),
      least: mix(a.least, b.least, t),
    };
  };
}

export interface Hang {
  ring(fromTopMm: number): Ring;
  /** A point of the cloth; the angle is a section's. */
  point(ring: Ring, angle: number): [number, number, number];
  hemZ: number;
  lengthMm: number;
}

const STEPS = 48;
const FOLD_SAMPLES = 480;

/** How fast a cone of cloth hangs outwards, mm of radius per mm: what is left over falls into folds. */
function standsOut(angle: number, stiffness: number): number {
  const turns = angle / (2 * Math.PI);
  return turns * (0.66 - 0.26 * turns) * (0.9 + 0.25 * stiffness);
}

/** Folds of a cloth: rounded, of uneven width, deeper towards the hem. */
function foldsOf(lengthMm: number, fullness: number, { isGathered, stiffness }: HangOptions) {
  const count = Math.max(
    6,
    Math.round(mix(7, 13, Math.min(1, fullness / 1.4)) * (1.12 - 0.24 * stiffness)),
  );
  const small = 38;
  return (angle: number, fromTopMm: number) => {
    const t = fromTopMm / lengthMm;
    const drift =
      angle + 0.16 * Math.sin(2 * angle + 1.1) + 0.1 * Math.sin(3 * angle + 4.2 + 0.5 * t);
    const uneven = 0.85 + 0.2 * Math.sin(angle * 2 + 0.7) + 0.16 * Math.sin(5 * angle + 2);
    const wave = Math.cos(count * drift);
    const large =
      uneven * (wave + 0.22 * Math.cos(2 * count * drift + 0.5)) +
      0.22 * Math.cos((2 * count - 3) * drift + 1.3);
    if (!isGathered) return large;
    const gathered = (1 - ramp(0.02, 0.5, t)) * 0.75;
    const fine =
      Math.cos(small * (angle + 0.05 * Math.sin(5 * angle))) *
      (0.7 + 0.3 * Math.sin(7 * angle + 1));
    return mix(large * (0.35 + 0.65 * ramp(0, 0.5, t)), fine, gathered);
  };
}

type Fold = ReturnType<typeof foldsOf>;

/** Folds fall outwards where a body stands behind them, and both ways below it. */
const lifted = (fold: number, isHeld: number) => fold + 1.15 * isHeld;

/** The fold depth at which the cloth's edge is `girthMm` long. */
function foldDepth(
  section: Section,
  fromTopMm: number,
  girthMm: number,
  fold: Fold,
  held: number,
): number {
  const rays = Array.from({ length: FOLD_SAMPLES }, (_, i) => {
    const angle = (2 * Math.PI * i) / FOLD_SAMPLES;
    const [x, y] = pointOf(section, angle, 0);
    return { x, y: y - section.middleMm, fold: lifted(fold(angle, fromTopMm), held) };
  });
  const around = (depth: number) => {
    let sum = 0;
    let px = rays.at(-1)!.x * (1 + depth * rays.at(-1)!.fold);
    let py = rays.at(-1)!.y * (1 + depth * rays.at(-1)!.fold);
    for (const ray of rays) {
      const x = ray.x * (1 + depth * ray.fold);
      const y = ray.y * (1 + depth * ray.fold);
      sum += Math.sqrt((x - px) ** 2 + (y - py) ** 2);
      px = x;
      py = y;
    }
    return sum;
  };
  let low = 0;
  let high = 0.6;
  for (let round = 0; round < 16; round++) {
    const middle = (low + high) / 2;
    if (around(middle) < girthMm) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The cut at a level: rounder towards a wide hem, of the given girth. */
function sectionAt(top: Section, t: number, girthMm: number, angle: number): Section {
  const round = ramp(0, 1, t) * Math.min(1, angle / Math.PI);
  const ratio = top.halfDepthMm / top.halfWidthMm;
  const shape: Section = {
    ...top,
    bustMm: top.bustMm * (1 - t),
    halfDepthMm: top.halfWidthMm * mix(mix(ratio, 0.7, ramp(0, 0.35, t)), 0.9, round),
    middleMm: top.middleMm + 7 * ramp(0, 0.25, t),
    power: mix(top.power, 2, round),
  };
  return scaledToGirth(shape, girthMm);
}

/** Cloth that keeps its length down and around: what does not hang outwards falls into folds. */
export function hangCloth(options: HangOptions): Hang {
  const { top, topZ, lengthMm, girthAt, bodyGirthAt, angle, stiffness } = options;
  const out = 2 * Math.PI * standsOut(angle, stiffness);
  const hem = girthAt(lengthMm);
  const topGirth = girthOf(top);
  const fold = foldsOf(lengthMm, hem / (topGirth + out * lengthMm) - 1 + angle / 8, options);
  const knots: Ring[] = [];
  let z = topZ;
  let halfWidth = top.halfWidthMm;
  let widest = topGirth;
  for (let i = 0; i <= STEPS; i++) {
    const at = (lengthMm * i) / STEPS;
    const cloth = Math.max(girthAt(at), i === 0 ? topGirth : 0);
    const spread = options.isGathered
      ? topGirth + (cloth - topGirth) * 0.5 * ramp(0, 0.5, i / STEPS)
      : topGirth + out * at;
    const limit = Math.max(bodyGirthAt(z), spread, Math.min(widest, cloth));
    const girth =
      i === 0
        ? topGirth
        : Math.min(
            Math.max(cloth, bodyGirthAt(z)),
            Math.max(limit, angle === 0 && !options.isGathered ? cloth : 0),
          );
    widest = Math.max(widest, bodyGirthAt(z));
    const section = sectionAt(top, i / STEPS, girth, angle);
    const grown = section.halfWidthMm - halfWidth;
    halfWidth = section.halfWidthMm;
    const step = i === 0 ? 0 : lengthMm / STEPS;
    z -= Math.sqrt(Math.max(step * step - grown * grown, step * step * 0.2));
    const held = ramp(0.82, 0.98, bodyGirthAt(z) / Math.max(1, girth * 0.98));
    const depth = cloth > girth + 1 ? foldDepth(section, at, cloth, fold, held) : 0;
    const least = Math.min(1, (bodyGirthAt(z) + 4) / girth);
    knots.push({ fromTopMm: at, z, section, fold: depth, held, least });
  }
  const ringAt = interpolated(knots, lengthMm);
  return {
    hemZ: z,
    lengthMm,
    ring: ringAt,
    point: (ring, at) => {
      const [x, y] = pointOf(ring.section, at, 0);
      const middle = ring.section.middleMm;
      const k = Math.max(ring.least, 1 + ring.fold * lifted(fold(at, ring.fromTopMm), ring.held));
      return [x * k, middle + (y - middle) * k, ring.z];
    },
  };
}
