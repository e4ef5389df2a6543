import type { Box, Vec3 } from "../mesh.ts";
import { type Camera, placeCamera, type View } from "./camera.ts";
import type { Rgb } from "./colour.ts";
import type { Geometry } from "./geometry.ts";
import type { Lights } from "./light-presets.ts";
import type { Lighting } from "./lighting.ts";
import { sharedFloats } from "./shared-arrays.ts";

/** Cells of the floor map along an edge. */
export const FLOOR_SIDE = 208;

export type Background = "light" | "dark" | "transparent";

export interface PictureSpec {
  view: View;
  /** Varies light and angle a little; 0 is the standard stand. */
  seed: number;
  widthPx: number;
  heightPx: number;
  quality: "draft" | "final";
  background: Background;
  /** `studio` where not given. */
  lights?: Lights;
  /** Turn of the piece around Z, degrees; all turns of a piece are framed alike. */
  turnDeg?: number;
}

/** What the camera sees behind the piece, and what the floor gives back. */
export interface Backdrop {
  /** Linear rgb in the middle of the light pool and far from it. */
  middle: Rgb;
  edge: Rgb;
  /** Mirror reflection of the floor at right angles; 0 is matte. */
  gloss: number;
  /** Light the deepest shadow keeps. */
  shadowLeak: number;
  /** How bright the floor is in the piece's own reflections. */
  floorGlow: number;
  isTransparent: boolean;
}

/** Everything a tile needs; typed arrays are shared, so a copy to a thread is cheap. */
export interface Shot extends PictureSpec {
  geometry: Geometry;
  lighting: Lighting;
  camera: Camera;
  backdrop: Backdrop | null;
  /** Part of the floor's light that arrives, FLOOR_SIDE² cells; see floor-shade.ts. */
  floorShade: Float32Array;
  floorZ: number;
  floorCentre: Vec3;
  /** Half the edge of the floor map, mm. */
  floorReachMm: number;
  /** Offset that keeps a ray off the surface it leaves, mm. */
  epsilonMm: number;
}

const BACKDROPS: Record<Background, Backdrop> = {
  light: {
    middle: [0.93, 0.925, 0.915],
    edge: [0.66, 0.665, 0.675],
    gloss: 0.05,
    shadowLeak: 0.06,
    floorGlow: 0.75,
    isTransparent: false,
  },
  dark: {
    middle: [0.05, 0.05, 0.054],
    edge: [0.006, 0.006, 0.007],
    gloss: 0.09,
    shadowLeak: 0.2,
    floorGlow: 0.16,
    isTransparent: false,
  },
  transparent: {
    middle: [0, 0, 0],
    edge: [0, 0, 0],
    gloss: 0,
    shadowLeak: 0.15,
    floorGlow: 0.8,
    isTransparent: true,
  },
};

/** A shot of a piece, with its floor map still empty. */
export function setUpShot(geometry: Geometry, lighting: Lighting, spec: PictureSpec): Shot {
  const { box } = geometry;
  const sizeMm = diagonal(box);
  return {
    ...spec,
    geometry,
    lighting,
    camera: placeCamera(geometry, spec.view, spec.seed, spec.widthPx / spec.heightPx, spec.turnDeg),
    backdrop: BACKDROPS[spec.background],
    floorShade: sharedFloats(FLOOR_SIDE * FLOOR_SIDE),
    floorZ: box.min[2],
    floorCentre: [(box.min[0] + box.max[0]) / 2, (box.min[1] + box.max[1]) / 2, box.min[2]],
    floorReachMm: sizeMm * 1.6,
    epsilonMm: sizeMm * 2e-5,
  };
}

function diagonal({ min, max }: Box): number {
  const [x, y, z] = [max[0] - min[0], max[1] - min[1], max[2] - min[2]];
  return Math.max(1e-3, Math.sqrt(x * x + y * y + z * z));
}
