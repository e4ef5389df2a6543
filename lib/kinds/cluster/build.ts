import { copies, facetedRoom, turnedRoom } from "../../kernel/jewelry/bead-setting.ts";
import { withoutFilings } from "../../kernel/jewelry/filings.ts";
import { toMatrix, toOuter } from "../../kernel/jewelry/frame.ts";
import { toStonePart } from "../../kernel/jewelry/set-stone.ts";
import { makeShank, type ShankDetail } from "../../kernel/jewelry/shank.ts";
import { bar, smoothPath, wireLoop } from "../../kernel/jewelry/tube.ts";
import type { Part, Quality, SettingZone, Vec3 } from "../../kernel/mesh.ts";
import type { Solid, SolidKernel } from "../../kernel/solid/kernel.ts";
import { type ClusterPlan, GALLERY_RADIUS_MM, planCluster } from "./plan.ts";
import type { ClusterSpec } from "./schema.ts";

interface Detail extends ShankDetail {
  /** Around a wire, along one between its stations, and around a gallery. */
  roundSteps: number;
  pathSteps: number;
  loopSteps: number;
  seatSegments: number;
}

const DETAIL: Record<Quality, Detail> = {
  preview: {
    ...{ segments: 120, curveSteps: 4, roundSteps: 10, pathSteps: 3 },
    ...{ loopSteps: 48, seatSegments: 18 },
  },
  final: {
    ...{ segments: 256, curveSteps: 8, roundSteps: 20, pathSteps: 7 },
    ...{ loopSteps: 120, seatSegments: 36 },
  },
};

/** The inner gallery's radius as a share of the inner prongs' place, and the outer one's of the stones'. */
const INNER_GALLERY = 0.86;
const OUTER_GALLERY = 1.02;
/** Prongs end this share of the crown above the girdle they hold. */
const PRONG_RISE = 0.5;
const FOOT_SHARE = 0.55;
/** Between the feet and the finger. */
const FOOT_FLOOR_MM = 0.35;

/** What a bar follows: places by distance from the axis and height. */
type Station = readonly [outMm: number, z: number];

function barAt(
  kernel: SolidKernel,
  turn: number,
  stations: readonly Station[],
  radiusMm: number,
  detail: Detail,
  move: (point: Vec3) => Vec3 = (point) => point,
): Solid {
  const points = stations.map(([out, z]) => move([out * Math.cos(turn), out * Math.sin(turn), z]));
  const path = smoothPath(points, detail.pathSteps);
  return bar(
    kernel,
    path,
    path.map(() => radiusMm),
    detail.roundSteps,
  );
}

/** Feet keep to the band, which is narrow along the finger. */
const ontoBand =
  (plan: ClusterPlan, footZ: number, radiusMm: number) =>
  ([x, y, z]: Vec3): Vec3 => {
    const half = Math.max(0.15, plan.shank.widthMm / 2 - 0.9 * radiusMm);
    const down = Math.min(1, Math.max(0, (z + plan.galleryDownMm) / (footZ + plan.galleryDownMm)));
    const kept = Math.min(half, Math.max(-half, y));
    return [x, y + (kept - y) * down, z];
  };

/** Both bars of a gap: from the band to an inner prong, and from there to an outer one. */
function gapBars(
  kernel: SolidKernel,
  plan: ClusterPlan,
  spec: ClusterSpec,
  turn: number,
  detail: Detail,
): Solid[] {
  const { inner, outer, petalGem, centre, galleryDownMm: down } = plan;
  const innerOut = INNER_GALLERY * inner.atMm;
  // The end is round: what it takes beyond its middle stays inside the band.
  const footDepth = Math.min(
    0.5,
    Math.max(0.1, plan.shank.thicknessMm - FOOT_FLOOR_MM - inner.radiusMm),
  );
  const footZ = -plan.bandDownMm - footDepth;
  const footOut = Math.min(FOOT_SHARE * innerOut, 0.55 * plan.shank.innerRadiusMm);
  const stem: Station[] = [
    [footOut, footZ],
    [innerOut, -down],
    [inner.atMm, -0.4 * petalGem.pavilionMm],
    [inner.atMm, spec.centreRiseMm + PRONG_RISE * centre.gem.crownMm],
  ];
  const branch: Station[] = [
    [innerOut, -down],
    [OUTER_GALLERY * plan.pitchMm, -down],
    [outer.atMm + 0.02, -0.35 * petalGem.pavilionMm],
    [outer.atMm, PRONG_RISE * petalGem.crownMm],
  ];
  const stemRadius = inner.radiusMm;
  return [
    barAt(kernel, turn, stem, stemRadius, detail, ontoBand(plan, footZ, stemRadius)),
    barAt(kernel, turn, branch, outer.radiusMm, detail),
  ];
}

function gallery(kernel: SolidKernel, outMm: number, z: number, detail: Detail): Solid {
  const path = Array.from({ length: detail.loopSteps }, (_, i): Vec3 => {
    const turn = (2 * Math.PI * i) / detail.loopSteps;
    return [outMm * Math.cos(turn), outMm * Math.sin(turn), z];
  });
  return wireLoop(kernel, path, GALLERY_RADIUS_MM, detail.roundSteps);
}

/** Basket and prongs of the whole cluster in its own frame. */
function basket(kernel: SolidKernel, plan: ClusterPlan, spec: ClusterSpec, detail: Detail): Solid {
  const gaps = plan.petals.map((_, i) => ((i + 0.5) * 2 * Math.PI) / plan.petals.length);
  return kernel.union([
    gallery(kernel, INNER_GALLERY * plan.inner.atMm, -plan.galleryDownMm, detail),
    gallery(kernel, OUTER_GALLERY * plan.pitchMm, -plan.galleryDownMm, detail),
    ...gaps.flatMap((turn) => gapBars(kernel, plan, spec, turn, detail)),
  ]);
}

function metalOf(kernel: SolidKernel, plan: ClusterPlan, spec: ClusterSpec, detail: Detail): Solid {
  const head = kernel.transform(basket(kernel, plan, spec, detail), toMatrix(plan.frame));
  const small = turnedRoom(kernel, plan.petalGem, detail.seatSegments);
  const rooms = [
    kernel.transform(facetedRoom(kernel, plan.centre.gem), toMatrix(plan.centre.frame)),
    copies(
      kernel,
      small,
      plan.petals.map(({ frame }) => frame),
    ),
  ];
  const set = kernel.difference(head, rooms);
  return kernel.union([makeShank(kernel, plan.shank, detail), set]);
}

/** Notches and tips of the prongs have rules of their own. */
function zonesOf(plan: ClusterPlan): SettingZone[] {
  return plan.petals.flatMap((_, i) => {
    const turn = ((i + 0.5) * 2 * Math.PI) / plan.petals.length;
    return [plan.inner, plan.outer].map(({ atMm, radiusMm }) => ({
      at: toOuter(plan.frame, [atMm * Math.cos(turn), atMm * Math.sin(turn), 0.1]),
      radiusMm: radiusMm + 0.9,
    }));
  });
}

/** A cluster ring's solids: the metal as one, and each stone. Throws `invalid_input` as `planCluster` does. */
export function buildCluster(spec: ClusterSpec, kernel: SolidKernel, quality: Quality): Part[] {
  const plan = planCluster(spec);
  const mesh = kernel.scope(() =>
    withoutFilings(kernel.toMesh(metalOf(kernel, plan, spec, DETAIL[quality]))),
  );
  const metal: Part = {
    name: "metal",
    role: "metal",
    material: spec.alloy,
    finish: spec.finish,
    mesh,
    settings: zonesOf(plan),
  };
  return [metal, ...[plan.centre, ...plan.petals].map(toStonePart)];
}
