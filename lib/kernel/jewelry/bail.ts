import type { Vec3 } from "../mesh.ts";
import type { Point2, Solid, SolidKernel } from "../solid/kernel.ts";
import { LOOP_ROOT, type Stem } from "./hanging.ts";
import { bar } from "./tube.ts";

export type BailStyle = "loop" | "tapered" | "hidden";

/** What a chain runs through, in a pendant's own frame (x right, y up, z to the eye), mm. */
export interface Bail {
  style: BailStyle;
  /** Least inner width. */
  innerMm: number;
  /** Of the wire, or of the strip. */
  wallMm: number;
  /** The metal it grows out of: the pendant's highest point, or for a hidden one a point of its back. */
  at: Vec3;
}

export interface BailDetail {
  /** Around the loop. */
  loopSteps: number;
  /** Around the wire. */
  wireSteps: number;
}

/** A bail a chain passes: the house's rule, since fine chains with their end rings measure 1.2 to 1.5 mm. */
export const BAIL_RULES = { innerMm: 1.5, wallMm: 0.8 } as const;

/** A tapered bail is this much higher than wide inside. */
const TALL = 1.4;
const FOOT_WIDTH = 1.7;
const CREST_WIDTH = 2;
const CREST_PER_INNER = 0.45;

/** A wire bent to a circle about the x axis. */
export function wireRing(
  kernel: SolidKernel,
  { innerMm, wallMm }: Pick<Bail, "innerMm" | "wallMm">,
  detail: BailDetail,
): Solid {
  const radius = wallMm / 2;
  // A polygon about its circle, so that no wall comes out thinner than asked.
  const reach = radius / Math.cos(Math.PI / detail.wireSteps);
  const wire = Array.from({ length: detail.wireSteps }, (_, i): Point2 => {
    const turn = (2 * Math.PI * (i + 0.5)) / detail.wireSteps;
    return [innerMm / 2 + radius + reach * Math.cos(turn), reach * Math.sin(turn)];
  });
  return kernel.rotate(kernel.revolve(wire, detail.loopSteps), [0, 90, 0]);
}

/** A section of the strip: across (x) and outwards from its inner face, soft at its edges. */
function stripSection(widthMm: number, wallMm: number, steps: number): Point2[] {
  const soft = (value: number, power: number) => Math.sign(value) * Math.abs(value) ** power;
  return Array.from({ length: steps }, (_, i): Point2 => {
    const turn = (2 * Math.PI * i) / steps;
    const out = soft(Math.sin(turn), 0.75);
    return [(widthMm / 2) * soft(Math.cos(turn), 0.5), (wallMm / 2) * (1 + out)];
  });
}

/** A strip bent to a tall loop about the x axis, broad above and slender where it meets the pendant. */
function taperedStrip(kernel: SolidKernel, { innerMm, wallMm }: Bail, detail: BailDetail): Solid {
  const crest = CREST_WIDTH * wallMm + CREST_PER_INNER * innerMm;
  const foot = FOOT_WIDTH * wallMm;
  const rings = Array.from({ length: detail.loopSteps }, (_, i): Vec3[] => {
    const turn = (2 * Math.PI * i) / detail.loopSteps;
    const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
    // Normal of the inner ellipse, whose top (turn 0) is at +y.
    const [ny, nz] = [cos, TALL * sin];
    const size = Math.sqrt(ny * ny + nz * nz);
    const y = (TALL * innerMm * cos) / 2;
    const z = (innerMm * sin) / 2;
    const widthMm = foot + (crest - foot) * (0.5 + 0.5 * cos) ** 0.8;
    return stripSection(widthMm, wallMm, 2 * detail.wireSteps).map(
      ([x, out]): Vec3 => [x, y + (out * ny) / size, z + (out * nz) / size],
    );
  });
  return kernel.loft(rings, { closed: true });
}

/** How far the bail's middle stands above what it grows out of, mm. */
export function bailRiseMm({ style, innerMm, wallMm }: Bail): number {
  const half = (style === "tapered" ? TALL : 1) * (innerMm / 2);
  return half + wallMm * (1 - LOOP_ROOT);
}

/** A bail, its foot rooted in the metal at `at`. */
export function makeBail(kernel: SolidKernel, bail: Bail, detail: BailDetail): Solid {
  const [x, y, z] = bail.at;
  const rise = bailRiseMm(bail);
  if (bail.style === "tapered") {
    return kernel.translate(taperedStrip(kernel, bail, detail), [x, y + rise, z]);
  }
  const ring = wireRing(kernel, bail, detail);
  return bail.style === "hidden"
    ? kernel.translate(ring, [x, y, z - rise])
    : kernel.translate(ring, [x, y + rise, z]);
}

/** A stem from a setting's wire up to a loop that stands off it. */
export function makeStem(kernel: SolidKernel, { from, to, radiusMm }: Stem, wireSteps: number) {
  return bar(kernel, [from, to], [radiusMm, radiusMm], wireSteps);
}
