import { areaOf } from "../measure/extent.ts";
import { overhangOf } from "../measure/overhang.ts";
import type { Mesh, Vec3 } from "../mesh.ts";
import type { SolidKernel } from "../solid/kernel.ts";
import { faceNormals } from "../solid/normals.ts";

/** A way to stand on the bed. */
export interface Standing {
  /** What is up then, of unit length, in the piece's own frame. */
  up: Vec3;
  /** Of faces that need support, mm². */
  overhangMm2: number;
  /** Of supports under them down to the bed, mm³; about a fifth of it is filled. */
  supportMm3: number;
  heightMm: number;
  /** Of the face it stands on, mm². */
  footMm2: number;
}

export interface Orientation {
  best: Standing;
  /** As it is modelled, with +Z up. */
  asModelled: Standing;
  /** Why the best one is better, or that it is as good as any, in a sentence. */
  reason: string;
}

export interface OrientationOptions {
  /** Steepest lean that holds without support, degrees, default 45. */
  angleDeg?: number;
  /** Faces tried, the largest of the hull first, default 24. */
  candidates?: number;
}

/** Of the space under an overhang, what lattice supports fill. */
const SUPPORT_FILL = 0.2;
/** Facets of the hull whose normals are this near are one face to stand on. */
const SAME_COS = Math.cos((4 * Math.PI) / 180);
/** Taller is slower and shakier, but less so than supports are untidy: a mm of height weighs as so many mm² of overhang. */
const HEIGHT_WEIGHT = 0.02;

interface Face {
  normal: Vec3;
  areaMm2: number;
}

/** Flat faces of the convex hull, largest first; the piece can stand on each. */
function hullFaces(kernel: SolidKernel, mesh: Mesh): Face[] {
  const hull = kernel.scope(() => kernel.toMesh(kernel.hull([kernel.fromMesh(mesh)])));
  const normals = faceNormals(hull);
  const faces: Face[] = [];
  for (let t = 0; t < hull.indices.length / 3; t++) {
    const normal: Vec3 = [normals[3 * t]!, normals[3 * t + 1]!, normals[3 * t + 2]!];
    const areaMm2 = areaOf({ ...hull, indices: hull.indices.subarray(3 * t, 3 * t + 3) });
    const dot = (face: Face) =>
      face.normal[0] * normal[0] + face.normal[1] * normal[1] + face.normal[2] * normal[2];
    const known = faces.find((face) => dot(face) > SAME_COS);
    if (known) known.areaMm2 += areaMm2;
    else if (areaMm2 > 0) faces.push({ normal, areaMm2 });
  }
  return faces.sort((a, b) => b.areaMm2 - a.areaMm2);
}

function standingOf(mesh: Mesh, { normal, areaMm2 }: Face, angleDeg: number): Standing {
  const up: Vec3 = [-normal[0] + 0, -normal[1] + 0, -normal[2] + 0];
  const { areaMm2: overhangMm2, underMm3, heightMm } = overhangOf(mesh, { angleDeg, up });
  return { up, overhangMm2, supportMm3: SUPPORT_FILL * underMm3, heightMm, footMm2: areaMm2 };
}

const cost = (standing: Standing, areaMm2: number) =>
  standing.overhangMm2 + HEIGHT_WEIGHT * areaMm2 * (standing.heightMm / Math.sqrt(areaMm2));

function reasonOf(best: Standing, asModelled: Standing, angleDeg: number): string {
  const hangs = ({ overhangMm2 }: Standing) =>
    overhangMm2 < 1 ? "nothing" : `${overhangMm2.toFixed(0)} mm²`;
  const stand = `Standing on its face of ${best.footMm2.toFixed(0)} mm² it is ${best.heightMm.toFixed(1)} mm high and ${hangs(best)} leans over by more than ${angleDeg}°`;
  const isAsModelled = best.up[2] > SAME_COS;
  if (isAsModelled) return `${stand}: it stands best as it is modelled.`;
  return `${stand}; as modelled it is ${asModelled.heightMm.toFixed(1)} mm high and ${hangs(asModelled)} does.`;
}

/**
 * How a closed mesh stands best for printing: on the flat face of its hull that leaves the least hanging over, and of
 * those the lowest. Same mesh, same answer. Throws `rule_broken` for a mesh that is no closed solid.
 */
export function orientForPrint(
  kernel: SolidKernel,
  mesh: Mesh,
  { angleDeg = 45, candidates = 24 }: OrientationOptions = {},
): Orientation {
  const faces = hullFaces(kernel, mesh);
  const down = faces.find(({ normal }) => normal[2] < -SAME_COS) ?? {
    normal: [0, 0, -1],
    areaMm2: 0,
  };
  const asModelled = standingOf(mesh, { ...down, normal: [0, 0, -1] }, angleDeg);
  const areaMm2 = areaOf(mesh);
  const tried = faces.slice(0, candidates).map((face) => standingOf(mesh, face, angleDeg));
  const best = tried.reduce(
    (one, other) => (cost(other, areaMm2) < cost(one, areaMm2) - 1e-6 ? other : one),
    asModelled,
  );
  return { best, asModelled, reason: reasonOf(best, asModelled, angleDeg) };
}
