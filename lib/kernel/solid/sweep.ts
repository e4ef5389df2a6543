import { cross, dot, scale, subtract, unit } from "../jewelry/vector.ts";
import { volumeOf } from "../measure/extent.ts";
import type { Mesh, Vec3 } from "../mesh.ts";
import type { Point2, SolidKernel } from "./kernel.ts";
import { loftMesh } from "./loft.ts";

/** A closed path with a direction across it at every point, along which a section stands. */
export interface LoopPath {
  /** mm; the last point joins the first. */
  points: readonly Vec3[];
  /** Of about unit length and not along the path; the section's second axis. */
  across: readonly Vec3[];
  /** By how much the section is larger at each point; everywhere 1 where not given. */
  sizes?: readonly number[];
}

/** Unit vectors along a closed path. */
export function loopTangents(points: readonly Vec3[]): Vec3[] {
  return points.map((_, i) => unit(subtract(points[(i + 1) % points.length]!, points.at(i - 1)!)));
}

/** Length of a closed path of straight pieces, mm. */
export function loopLengthMm(points: readonly Vec3[]): number {
  return points.reduce((sum, point, i) => {
    const step = subtract(points[(i + 1) % points.length]!, point);
    return sum + Math.sqrt(dot(step, step));
  }, 0);
}

function ringsOf({ points, across, sizes }: LoopPath, section: readonly Point2[]): Vec3[][] {
  const along = loopTangents(points);
  return points.map((point, i) => {
    const t = along[i]!;
    const v = unit(subtract(across[i]!, scale(t, dot(across[i]!, t))));
    const size = sizes?.[i] ?? 1;
    const su = scale(cross(t, v), size);
    const sv = scale(v, size);
    return section.map(
      ([a, b]): Vec3 => [
        point[0] + su[0] * a + sv[0] * b,
        point[1] + su[1] * a + sv[1] * b,
        point[2] + su[2] * a + sv[2] * b,
      ],
    );
  });
}

/**
 * A section, points (in the path's plane, across it), swept around a closed path. Given the true volume, mm³, the
 * section is widened by the hair that the path's and the section's corners cut off, so that the mesh has it.
 */
export function sweepLoop(
  kernel: SolidKernel,
  path: LoopPath,
  section: readonly Point2[],
  volumeMm3?: number,
): Mesh {
  const { triangulate } = kernel.wasm;
  const mesh = loftMesh(ringsOf(path, section), { closed: true }, triangulate);
  if (volumeMm3 === undefined) return mesh;
  const grow = Math.sqrt(volumeMm3 / volumeOf(mesh));
  const grown = section.map(([a, b]): Point2 => [a * grow, b * grow]);
  return loftMesh(ringsOf(path, grown), { closed: true }, triangulate);
}

/** A circle as a polygon of the same area. */
export function roundSection(radiusMm: number, steps: number): Point2[] {
  const step = (2 * Math.PI) / steps;
  const radius = radiusMm * Math.sqrt(step / Math.sin(step));
  return Array.from({ length: steps }, (_, i): Point2 => {
    const angle = (i + 0.5) * step;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

/** A rectangle about the origin with quarter circles at its corners, counter-clockwise. */
export function roundedRectangle(
  width: number,
  height: number,
  cornerMm: number,
  cornerSteps: number,
): Point2[] {
  const x = width / 2 - cornerMm;
  const y = height / 2 - cornerMm;
  return [0, 1, 2, 3].flatMap((quarter) =>
    Array.from({ length: cornerSteps + 1 }, (_, i): Point2 => {
      const angle = ((quarter + i / cornerSteps) * Math.PI) / 2;
      const right = quarter === 0 || quarter === 3 ? 1 : -1;
      const up = quarter < 2 ? 1 : -1;
      return [right * x + cornerMm * Math.cos(angle), up * y + cornerMm * Math.sin(angle)];
    }),
  );
}
