import type { Mesh } from "../mesh.ts";
import { insideDistance } from "./distance.ts";
import { blurGrid, emptyGrid, type Grid, mapGrid } from "./grid.ts";
import { silhouetteSolid } from "./silhouette-solid.ts";
import { resized } from "./tones.ts";

/** A plate cut to the outline of a picture's subject, with a hole for a ring. */
export interface OutlinePlate {
  /** 1 on the subject; one blob. */
  mask: Grid;
  /** Relief over the subject, 0 to 1, in the mask's proportions. */
  relief: Grid;
  /** Height of the plate without the ring's tab, mm. */
  heightMm: number;
  /** How far the plate goes beyond the subject, mm. */
  borderMm: number;
  thicknessMm: number;
  /** Added to the plate where the relief is 1; negative is cut in. */
  reliefMm: number;
  /** Diameter of the hole, and the metal or plastic round it, mm. */
  holeMm: number;
  holeWallMm: number;
  /** Long edge of the grid, px. */
  edgePx: number;
}

/** The outline is rounded by this deviation, px, so that no pixel is seen. */
const ROUNDED_PX = 1.6;
/** Over this distance from the subject's edge the relief rises, mm. */
const FADE_MM = 0.6;
/** The hole's middle lies so far above the plate's top edge, in radii of the hole. */
const HOLE_UP = 0.55;

interface Layout {
  /** mm to a pixel of the wide grid. */
  mmPerPx: number;
  /** Inside the subject, px; negative outside. */
  subject: Grid;
  relief: Grid;
}

/** Mask and relief with room for border and tab around, in pixels of the final size. */
function layOut(plate: OutlinePlate): Layout {
  const { mask, relief, heightMm, borderMm, holeMm, holeWallMm, edgePx } = plate;
  const rows = rowsOf(mask);
  const tall = rows.last - rows.first + 1;
  const scale = edgePx / Math.max(mask.width, mask.height);
  const size = [
    Math.max(8, Math.round(mask.width * scale)),
    Math.max(8, Math.round(mask.height * scale)),
  ] as const;
  const mmPerPx = (heightMm - 2 * borderMm) / (tall * (size[1] / mask.height));
  const room = 4 + Math.ceil((borderMm + holeMm + 2 * holeWallMm) / mmPerPx);
  const sized = mapGrid(resized(mask, size[0], size[1]), (value) => (value >= 0.5 ? 1 : 0));
  const subject = blurGrid(insideDistance(withRoom(sized, room)), ROUNDED_PX);
  return { mmPerPx, subject, relief: withRoom(resized(relief, size[0], size[1]), room) };
}

function rowsOf({ width, values }: Grid): { first: number; last: number } {
  const first = values.findIndex((value) => value >= 0.5);
  const last = values.findLastIndex((value) => value >= 0.5);
  return { first: Math.floor(first / width), last: Math.floor(last / width) };
}

function withRoom({ width, height, values }: Grid, room: number): Grid {
  const wide = emptyGrid(width + 2 * room, height + 2 * room);
  for (let y = 0; y < height; y++) {
    wide.values.set(values.subarray(y * width, (y + 1) * width), (y + room) * wide.width + room);
  }
  return wide;
}

/** Where the ring's hole is: over the plate's top edge in the column of its middle, px. */
function holeAt(outline: Grid, radius: number): { x: number; y: number } {
  const { width, values } = outline;
  let sum = 0;
  let count = 0;
  values.forEach((value, i) => {
    if (value <= 0) return;
    sum += i % width;
    count++;
  });
  const x = Math.round(sum / Math.max(1, count));
  let top = 0;
  while (top < outline.height - 1 && values[top * width + x]! <= 0) top++;
  const isEmpty = values[top * width + x]! <= 0;
  const first = values.findIndex((value) => value > 0);
  if (isEmpty) return { x: first % width, y: Math.floor(first / width) - HOLE_UP * radius };
  return { x, y: top - HOLE_UP * radius };
}

/** The plate as one closed mesh, face up (+z), its back on z = 0. */
export function outlinePlate(plate: OutlinePlate): Mesh {
  const { borderMm, thicknessMm, reliefMm, holeMm, holeWallMm } = plate;
  const { mmPerPx, subject, relief } = layOut(plate);
  const outline = mapGrid(subject, (value) => value + borderMm / mmPerPx);
  const radius = holeMm / 2 / mmPerPx;
  const around = radius + holeWallMm / mmPerPx;
  const hole = holeAt(outline, radius);
  const fromHole = (i: number) => {
    const dx = (i % outline.width) - hole.x;
    const dy = Math.floor(i / outline.width) - hole.y;
    return Math.sqrt(dx * dx + dy * dy);
  };
  const silhouette = mapGrid(outline, (value, i) =>
    Math.min(Math.max(value, around - fromHole(i)), fromHole(i) - radius),
  );
  const front = mapGrid(subject, (inside, i) => {
    const fade = Math.max(0, Math.min(1, (inside * mmPerPx) / FADE_MM));
    // Round the hole the plate stays plain.
    const clear = Math.max(0, Math.min(1, (fromHole(i) - around) * mmPerPx));
    return (thicknessMm + reliefMm * fade * clear * relief.values[i]!) / mmPerPx;
  });
  return silhouetteSolid({
    silhouette,
    front,
    back: emptyGrid(front.width, front.height),
    rimFront: thicknessMm / mmPerPx,
    rimBack: 0,
    mmPerPx,
  });
}
