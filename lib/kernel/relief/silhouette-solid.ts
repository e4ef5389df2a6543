import type { Mesh } from "../mesh.ts";
import type { Grid } from "./grid.ts";
import type { Silhouette } from "./silhouette.ts";

/** A body over a silhouette, between two surfaces. */
export interface SilhouetteBody {
  silhouette: Silhouette;
  /** Front and back surface above the plane at each pixel, px. */
  front: Grid;
  back: Grid;
  /** Front and back on the outline, px; where they differ a wall stands between them, where not they share an edge. */
  rimFront: number;
  rimBack: number;
  /** mm to a pixel. */
  mmPerPx: number;
}

/** Crossings keep this far from pixels' middles, so that no triangle is a sliver. */
const KEEP_OFF = 0.06;

type Sheet = 0 | 1;

/** Collects the vertices of front, back and outline, each once. */
class Corners {
  readonly positions: number[] = [];
  private readonly known = new Map<number, number>();
  private readonly body: SilhouetteBody;
  private readonly isSharp: boolean;

  constructor(body: SilhouetteBody) {
    this.body = body;
    this.isSharp = body.rimFront === body.rimBack;
  }

  private put(key: number, x: number, y: number, z: number): number {
    const { mmPerPx, silhouette } = this.body;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const vertex = this.positions.length / 3;
    this.known.set(key, vertex);
    this.positions.push(
      (x + 0.5 - silhouette.width / 2) * mmPerPx,
      (silhouette.height / 2 - y - 0.5) * mmPerPx,
      z * mmPerPx,
    );
    return vertex;
  }

  /** A pixel's middle on the front (0) or the back (1). */
  pixel(index: number, sheet: Sheet): number {
    const { silhouette, front, back } = this.body;
    const z = sheet === 0 ? front.values[index]! : back.values[index]!;
    const { width } = silhouette;
    return this.put(4 * index + sheet, index % width, Math.floor(index / width), z);
  }

  /** Where the outline crosses from a pixel to its right (or lower) neighbour. */
  crossing(index: number, toRight: boolean, sheet: Sheet): number {
    const { silhouette, rimFront, rimBack } = this.body;
    const { width, values } = silhouette;
    const other = toRight ? index + 1 : index + width;
    const share = values[index]! / (values[index]! - values[other]!);
    const t = Math.max(KEEP_OFF, Math.min(1 - KEEP_OFF, share));
    const side: Sheet = this.isSharp ? 0 : sheet;
    const key = 4 * silhouette.values.length + 4 * index + (toRight ? 0 : 2) + side;
    const x = (index % width) + (toRight ? t : 0);
    const y = Math.floor(index / width) + (toRight ? 0 : t);
    return this.put(key, x, y, side === 0 ? rimFront : rimBack);
  }
}

/** Polygons of a square of four pixels on one sheet, and where the outline runs through it, from inside seen left. */
function squareOf(corners: Corners, silhouette: Silhouette, at: number, sheet: Sheet) {
  const { width, values } = silhouette;
  const pixels = [at, at + 1, at + width + 1, at + width];
  const isIn = pixels.map((pixel) => values[pixel]! > 0);
  const edges = [
    () => corners.crossing(at, true, sheet),
    () => corners.crossing(at + 1, false, sheet),
    () => corners.crossing(at + width, true, sheet),
    () => corners.crossing(at, false, sheet),
  ];
  const count = isIn.filter(Boolean).length;
  const polygons: number[][] = [];
  const cuts: [number, number][] = [];
  if (count === 0) return { polygons, cuts };
  if (count === 2 && isIn[0] === isIn[2]) {
    for (let k = 0; k < 4; k++) {
      if (!isIn[k]) continue;
      const [before, after] = [edges[(k + 3) % 4]!(), edges[k]!()];
      polygons.push([before, corners.pixel(pixels[k]!, sheet), after]);
      cuts.push([after, before]);
    }
    return { polygons, cuts };
  }
  const polygon: number[] = [];
  let leaving = -1;
  let entering = -1;
  for (let k = 0; k < 4; k++) {
    if (isIn[k]) polygon.push(corners.pixel(pixels[k]!, sheet));
    if (isIn[k] === isIn[(k + 1) % 4]) continue;
    const crossing = edges[k]!();
    polygon.push(crossing);
    if (isIn[k]) leaving = crossing;
    else entering = crossing;
  }
  polygons.push(polygon);
  if (leaving >= 0) cuts.push([leaving, entering]);
  return { polygons, cuts };
}

/**
 * The closed mesh of a body over a silhouette, its middle on the origin, face up (+z). Marching squares: every edge
 * belongs to two triangles whatever the outline does.
 */
export function silhouetteSolid(body: SilhouetteBody): Mesh {
  const { silhouette, rimFront, rimBack } = body;
  const { width, height } = silhouette;
  const corners = new Corners(body);
  const indices: number[] = [];
  for (let y = 0; y < height - 1; y++) {
    for (let x = 0; x < width - 1; x++) {
      const at = y * width + x;
      const face = squareOf(corners, silhouette, at, 0);
      const reverse = squareOf(corners, silhouette, at, 1);
      // Rows run down: a square's corners go clockwise seen from the front.
      for (const [a, ...rest] of face.polygons) fan(indices, a!, rest, true);
      for (const [a, ...rest] of reverse.polygons) fan(indices, a!, rest, false);
      if (rimFront === rimBack) continue;
      face.cuts.forEach(([leaving, entering], i) => {
        const [below, beneath] = reverse.cuts[i]!;
        indices.push(leaving, entering, beneath, leaving, beneath, below);
      });
    }
  }
  return { positions: new Float32Array(corners.positions), indices: new Uint32Array(indices) };
}

function fan(indices: number[], first: number, rest: readonly number[], turned: boolean): void {
  for (let i = 1; i < rest.length; i++) {
    if (turned) indices.push(first, rest[i]!, rest[i - 1]!);
    else indices.push(first, rest[i - 1]!, rest[i]!);
  }
}
