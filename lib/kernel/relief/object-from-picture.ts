import { AppError } from "../../shared/errors.ts";
import type { Mesh, Texture } from "../mesh.ts";
import type { Raster } from "../raster/raster.ts";
import type { SolidKernel } from "../solid/kernel.ts";
import { type Atlas, atlasOf } from "./atlas.ts";
import { emptyGrid, type Grid, mapGrid } from "./grid.ts";
import { type DepthProfile, profiled, roundHeights } from "./inflate.ts";
import { drawnMask, type Segmentation, segment } from "./segment/segment.ts";
import { bridged, type Silhouette, silhouetteOf } from "./silhouette.ts";
import { silhouetteSolid } from "./silhouette-solid.ts";
import { standing } from "./stand.ts";
import { withAtlas } from "./two-sided.ts";

export interface ObjectOptions {
  /** Height of the piece without its base, mm. */
  heightMm: number;
  /** Depth against a round body's, 0.2 to 1.5; default 0.8. */
  depth?: number;
  /** How it swells from its outline; default round. */
  profile?: DepthProfile;
  /** The back: the front's mirror image, half as deep, or a plane; default symmetric. */
  back?: "symmetric" | "shallow" | "flat";
  /** A plinth under it; default none. */
  base?: boolean;
  /** Most triangles, 200 and more; default 30,000. */
  faceLimit?: number;
  /** A mask a person drew, which goes before what is found: light or opaque is subject. */
  mask?: Raster | null;
  /** Long edge of the grid it is made on, px; default 320. */
  edgePx?: number;
}

/** A solid made of a picture. */
export interface PictureObject {
  /** Closed, upright, its face to the front; uvs into the texture. */
  mesh: Mesh;
  /** Left half the front, right half the back. */
  texture: Texture;
  /** What was taken for the subject, for a person to confirm. */
  segmentation: Segmentation;
}

/** Room around the picture, share of its long edge: what touches the frame is closed beyond it. */
const ROOM = 0.12;
/** Thickness of the edge of a piece with a flat back, mm. */
const EDGE_MM = 1;
/** Of the subject's height: the plinth's, and how far it reaches up into the subject. */
const PLINTH = 0.07;
const PLINTH_UP = 0.035;
const PLINTH_WIDER = 0.06;
const SHALLOW = 0.45;
/** Grids tried, finest first, when a mesh cannot be thinned out to its limit. */
const COARSER = [1, 0.6, 0.35, 0.2];

/** Height and place of a silhouette's inside, px. */
interface Extent {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Finds the subject of a picture (or takes the given mask); see `Segmentation` for how sure it is. */
export const subjectOf = (raster: Raster, mask?: Raster | null): Segmentation =>
  mask ? drawnMask(mask) : segment(raster);

/**
 * A closed, textured solid of a picture's subject: its silhouette swollen to a body. One piece also where the subject
 * is in parts, never more triangles than the limit. Side and back are invented, as they must be from one picture.
 * Throws `rule_broken` where no subject is found.
 */
export function objectFromPicture(
  kernel: SolidKernel,
  raster: Raster,
  options: ObjectOptions,
): PictureObject {
  const segmentation = subjectOf(raster, options.mask);
  const { width, height } = segmentation;
  if (!segmentation.mask.includes(1)) throw noSubject();
  const { edgePx = 320 } = options;
  const mask = { width, height, values: Float32Array.from(bridged(segmentation.mask, width)) };
  const shown = { ...mask, values: Float32Array.from(segmentation.mask) };
  const atlas = atlasOf(raster, shown);
  const make = (share: number) => bodyOf(mask, options, share * edgePx);
  const mesh = soundMesh(kernel, options, make, atlas);
  return { mesh, texture: atlas.texture, segmentation };
}

const noSubject = () =>
  new AppError("rule_broken", "I cannot make out the subject of this picture. Add a mask of it.", {
    details: { field: "mask", value: null },
  });

/** A body's mesh and where its points lie in the picture. */
interface Body {
  mesh: Mesh;
  pictureAt: (x: number, y: number) => readonly [number, number];
  /** Top of its plinth, mm; null without one. */
  plinthBelowMm: number | null;
}

/** The mesh thinned out to its limit and checked to be closed; on a coarser grid where that does not work. */
function soundMesh(
  kernel: SolidKernel,
  { faceLimit = 30_000 }: ObjectOptions,
  make: (share: number) => Body,
  { pictureShare, plinthV }: Atlas,
): Mesh {
  for (const share of COARSER) {
    const { mesh, ...places } = make(share);
    const thin = kernel.reduce(mesh, faceLimit);
    const sound = thin.indices.length / 3 <= faceLimit ? checked(kernel, thin) : null;
    if (sound) return standing(withAtlas(sound, { ...places, pictureShare, plinthV }));
  }
  throw new AppError("rule_broken", `This shape cannot be told in ${faceLimit} triangles.`, {
    details: { field: "faceLimit", value: faceLimit },
  });
}

/** The mesh as one sound solid's; null where thinning out has broken it. */
function checked(kernel: SolidKernel, mesh: Mesh): Mesh | null {
  return kernel.scope(() => {
    try {
      const solid = kernel.fromMesh(mesh);
      return solid.volume() > 0 ? kernel.toMesh(solid) : null;
    } catch (error) {
      if (error instanceof AppError && error.code === "rule_broken") return null;
      throw error;
    }
  });
}

function bodyOf(mask: Grid, options: ObjectOptions, edgePx: number): Body {
  const { heightMm, depth = 0.8, profile = "round", back = "symmetric", base = false } = options;
  const room = Math.ceil(ROOM * Math.max(mask.width, mask.height));
  const wide = padded(mask, room);
  const subject = silhouetteOf(wide, { edgePx: edgePx * (wide.width / mask.width) });
  const extent = extentOf(subject);
  const mmPerPx = heightMm / (extent.bottom - extent.top);
  const round = profiled(roundHeights(subject), profile);
  const swollen = mapGrid(round, (value) => depth * value);
  const plinth = base ? plinthOf(subject, swollen, extent) : null;
  const silhouette = plinth ? joined(subject, plinth.field) : subject;
  const front = mapGrid(swollen, (value, i) => Math.max(value, plinth?.heights.values[i] ?? 0));
  const edge = back === "flat" ? EDGE_MM / mmPerPx : 0;
  const behind = back === "symmetric" ? 1 : back === "shallow" ? SHALLOW : 0;
  const mesh = silhouetteSolid({
    silhouette,
    front: mapGrid(front, (value) => value + edge),
    back: mapGrid(front, (value) => -behind * value),
    rimFront: edge,
    rimBack: 0,
    mmPerPx,
  });
  const { width, height } = silhouette;
  const pictureAt = (x: number, y: number) => {
    const u = (x / mmPerPx / width + 0.5) * wide.width - room;
    const v = (0.5 - y / mmPerPx / height) * wide.height - room;
    return [u / mask.width, v / mask.height] as const;
  };
  const plinthBelowMm = plinth ? (height / 2 - plinth.top + 0.8) * mmPerPx : null;
  return { mesh, pictureAt, plinthBelowMm };
}

function padded({ width, height, values }: Grid, room: number): Grid {
  const wide = emptyGrid(width + 2 * room, height + 2 * room);
  for (let y = 0; y < height; y++) {
    const row = values.subarray(y * width, (y + 1) * width);
    wide.values.set(row, (y + room) * wide.width + room);
  }
  return wide;
}

function extentOf({ width, values }: Silhouette): Extent {
  const extent = { left: width, right: 0, top: values.length / width, bottom: 0 };
  values.forEach((value, i) => {
    if (value <= 0) return;
    extent.left = Math.min(extent.left, i % width);
    extent.right = Math.max(extent.right, (i % width) + 1);
    extent.top = Math.min(extent.top, Math.floor(i / width));
    extent.bottom = Math.max(extent.bottom, Math.floor(i / width) + 1);
  });
  return extent;
}

/** A plinth under the subject: where it is, as a field like a silhouette's, and half its depth. */
function plinthOf({ width, height }: Silhouette, swollen: Grid, extent: Extent) {
  const tall = extent.bottom - extent.top;
  const wider = PLINTH_WIDER * tall;
  const left = Math.max(3, extent.left - wider);
  const right = Math.min(width - 4, extent.right + wider);
  const top = extent.bottom - PLINTH_UP * tall;
  const bottom = Math.min(height - 4, extent.bottom + PLINTH * tall);
  const deepest = swollen.values.reduce((most, value) => Math.max(most, value), 0);
  const halfDepth = Math.max(1.1 * deepest, 0.16 * tall);
  const field = emptyGrid(width, height);
  const heights = emptyGrid(width, height);
  for (let i = 0; i < field.values.length; i++) {
    const x = (i % width) + 0.5;
    const y = Math.floor(i / width) + 0.5;
    const inside = Math.min(x - left, right - x, y - top, bottom - y);
    field.values[i] = 0.25 * inside;
    if (inside > 0) heights.values[i] = halfDepth * Math.min(1, 0.55 + 0.2 * inside);
  }
  return { field, heights, top };
}

const joined = (a: Silhouette, b: Grid): Silhouette =>
  mapGrid(a, (value, i) => Math.max(value, Math.max(-0.5, Math.min(0.5, b.values[i]!))));
