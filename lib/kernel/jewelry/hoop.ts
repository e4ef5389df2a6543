import type { Vec3 } from "../mesh.ts";
import type { Solid, SolidKernel } from "../solid/kernel.ts";

/** An open hoop about the y axis, its gap on top (+z), mm. */
export interface Hoop {
  innerMm: number;
  /** In the hoop's plane. */
  thicknessMm: number;
  /** Across it; the thickness for a round wire. */
  widthMm: number;
  section: "wire" | "band";
  /** Between the ends. */
  gapMm: number;
  /** A thin end that goes through the ear; null where both ends are as thick as the hoop. */
  post: { diameterMm: number; lengthMm: number } | null;
}

/** Powers of the section's superellipse. */
const POWER = { wire: 2, band: 5 } as const;
/** Over this length, of the hoop's own, it thins to its post. */
const TAPER = 0.16;
const CAP_STEPS = 6;

/** Radius of the hoop's middle line, mm. */
export const hoopRadiusMm = ({ innerMm, thicknessMm }: Hoop) => (innerMm + thicknessMm) / 2;

/** Half the angle of the gap as it is drawn between the middles of the rounded ends, radians. */
export function gapAngle(hoop: Hoop): number {
  const first = endRadiusMm(hoop, "first");
  const last = endRadiusMm(hoop, "last");
  return (hoop.gapMm / 2 + (first + last) / 2) / hoopRadiusMm(hoop);
}

/** A rounded end stands out by half of the thinner measure of its section. */
function endRadiusMm({ thicknessMm, widthMm, post }: Hoop, end: "first" | "last"): number {
  return (end === "first" && post ? post.diameterMm : Math.min(thicknessMm, widthMm)) / 2;
}

/** Points of a section of unit half axes whose polygon has the area of its curve. */
function unitSection(power: number, segments: number): [number, number][] {
  const soft = (value: number) => Math.sign(value) * Math.abs(value) ** (2 / power);
  // A polygon in a circle is short of its area by sin(x)/x.
  const step = (2 * Math.PI) / segments;
  const grow = Math.sqrt(step / Math.sin(step));
  return Array.from({ length: segments }, (_, i) => [
    grow * soft(Math.cos(i * step)),
    grow * soft(Math.sin(i * step)),
  ]);
}

/** One section: where on the hoop, its half axes in and across the plane, and a shift along the hoop for caps. */
interface Station {
  angle: number;
  half: number;
  across: number;
  shiftMm: number;
}

/** 0 at the post, 1 where the hoop has its full thickness. */
function fullness(alongMm: number, post: NonNullable<Hoop["post"]>, taperMm: number): number {
  const t = Math.min(1, Math.max(0, (alongMm - post.lengthMm) / taperMm));
  return t * t * (3 - 2 * t);
}

function stationsOf(hoop: Hoop, steps: number): Station[] {
  const radius = hoopRadiusMm(hoop);
  const open = gapAngle(hoop);
  const sweep = 2 * Math.PI - 2 * open;
  const { post } = hoop;
  return Array.from({ length: steps + 1 }, (_, i) => {
    const share = i / steps;
    const full = post ? fullness(share * sweep * radius, post, TAPER * sweep * radius) : 1;
    const thin = (post?.diameterMm ?? 0) / 2;
    return {
      angle: open + share * sweep,
      half: thin + (hoop.thicknessMm / 2 - thin) * full,
      across: thin + (hoop.widthMm / 2 - thin) * full,
      shiftMm: 0,
    };
  });
}

/** Sections that close an end round, from the end's tip inwards. */
function capOf(end: Station, side: 1 | -1): Station[] {
  const reach = Math.min(end.half, end.across);
  return Array.from({ length: CAP_STEPS }, (_, step) => {
    const turn = ((step + 0.5) / CAP_STEPS) * (Math.PI / 2);
    const inset = reach * (1 - Math.sin(turn));
    return {
      angle: end.angle,
      half: end.half - inset,
      across: end.across - inset,
      shiftMm: side * reach * Math.cos(turn),
    };
  });
}

/** The hoop as one closed solid. */
export function makeHoop(
  kernel: SolidKernel,
  hoop: Hoop,
  { steps, segments }: { steps: number; segments: number },
): Solid {
  const radius = hoopRadiusMm(hoop);
  const section = unitSection(POWER[hoop.section], segments);
  const stations = stationsOf(hoop, steps);
  const all = [...capOf(stations[0]!, -1), ...stations, ...capOf(stations.at(-1)!, 1).reverse()];
  const rings = all.map(({ angle, half, across, shiftMm }): Vec3[] => {
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
    return section.map(([u, v]): Vec3 => {
      const r = radius + half * u;
      return [r * sin + shiftMm * cos, across * v, r * cos - shiftMm * sin];
    });
  });
  return kernel.loft(rings);
}
