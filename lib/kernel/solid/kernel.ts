import Module, {
  type ManifoldToplevel,
  type Mat4,
  type Polygons,
  type SimplePolygon,
} from "manifold-3d";
import type { Mesh, Vec3 } from "../mesh.ts";
import { meshOf, solidOf } from "./exchange.ts";
import { type LoftOptions, loftMesh } from "./loft.ts";
import { reduceMesh, reducerReady } from "./reduce.ts";
import { Scopes, type Solid, watchModule } from "./scope.ts";
import { soundly } from "./sound.ts";

export type { LoftOptions } from "./loft.ts";
export type { Outline, Solid } from "./scope.ts";
export { isKernelDead } from "./sound.ts";

export type Point2 = readonly [number, number];

export interface ExtrudeOptions {
  /** Layers between bottom and top, default 0. */
  divisions?: number;
  /** Turn of the top against the bottom, degrees. */
  twistDeg?: number;
  /** Size of the top against the bottom, default 1; 0 makes a cone. */
  scaleTop?: number | Point2;
  /** Half below z = 0, half above. */
  center?: boolean;
}

/**
 * Constructive solid geometry in millimetres and degrees over manifold-3d. Everything made inside
 * `scope` is freed at its end: take meshes and numbers out, not solids. Solids are values: no
 * operation changes one. An operation that gives no closed solid throws `rule_broken`.
 */
export interface SolidKernel {
  /** The module itself; what it makes is tracked too. */
  readonly wasm: ManifoldToplevel;
  /** What `work`, which must not be async, returns; a solid it returns passes to the scope around, if there is one. */
  scope<T>(work: () => T): T;
  track<T>(value: T): T;
  /** A box with a corner in the origin, or centred there. */
  cube(size: Vec3, center?: boolean): Solid;
  sphere(radiusMm: number, segments?: number): Solid;
  /** Along +z from z = 0 (or centred); equal radii unless `radiusHighMm` is given, 0 makes a cone. */
  cylinder(
    heightMm: number,
    radiusLowMm: number,
    radiusHighMm?: number,
    segments?: number,
    center?: boolean,
  ): Solid;
  /** An outline in (x = radius, z) turned about the z axis, counter-clockwise from +x. */
  revolve(outlineXz: readonly Point2[], segments: number, degrees?: number): Solid;
  /** Outlines in the xy plane raised along +z; an outline within another is a hole. */
  extrude(
    outlines: readonly (readonly Point2[])[],
    heightMm: number,
    options?: ExtrudeOptions,
  ): Solid;
  /** Convex hull of solids and points. */
  hull(of: readonly (Solid | Vec3)[]): Solid;
  union(solids: readonly Solid[]): Solid;
  difference(from: Solid, remove: readonly Solid[]): Solid;
  intersect(solids: readonly Solid[]): Solid;
  /** By a column-major 4 × 4 matrix; a mirroring one keeps the outside outside. */
  transform(solid: Solid, matrix: ArrayLike<number>): Solid;
  translate(solid: Solid, by: Vec3): Solid;
  /** About x, then y, then z, degrees. */
  rotate(solid: Solid, degrees: Vec3): Solid;
  /** Moves each vertex: `move` gets a point and changes it in place. */
  warp(solid: Solid, move: (point: [number, number, number]) => void): Solid;
  /** Through rings of equally many points, whichever way they run. */
  loft(rings: readonly (readonly Vec3[])[], options?: LoftOptions): Solid;
  fromMesh(mesh: Mesh): Solid;
  /** A closed mesh thinned out to about so many triangles; see `reduceMesh`. */
  reduce(mesh: Mesh, triangles: number): Mesh;
  /** Welded, wound outwards, free of slivers; outlives the scope. */
  toMesh(solid: Solid): Mesh;
}

export interface LoadOptions {
  /** Where `manifold.wasm` lies when it is not beside the module (a browser's worker). */
  locateWasm?: (file: string) => string;
}

function isClockwise(outline: readonly Point2[]): boolean {
  let twiceArea = 0;
  outline.forEach(([ax, ay], i) => {
    const [bx, by] = outline[(i + 1) % outline.length]!;
    twiceArea += ax * by - bx * ay;
  });
  return twiceArea < 0;
}

const asPolygon = (outline: readonly Point2[]): SimplePolygon => outline.map(([x, y]) => [x, y]);

function counterClockwise(outline: readonly Point2[]): SimplePolygon {
  const polygon = asPolygon(outline);
  return isClockwise(outline) ? polygon.reverse() : polygon;
}

function primitives(wasm: ManifoldToplevel) {
  const { Manifold, CrossSection } = wasm;
  return {
    cube: (size: Vec3, center = false) => soundly("cube", () => Manifold.cube([...size], center)),
    sphere: (radiusMm: number, segments = 64) =>
      soundly("sphere", () => Manifold.sphere(radiusMm, segments)),
    cylinder: (heightMm: number, low: number, high = low, segments = 64, center = false) =>
      soundly("cylinder", () => Manifold.cylinder(heightMm, low, high, segments, center)),
    revolve: (outline: readonly Point2[], segments: number, degrees = 360) =>
      soundly("revolve", () => Manifold.revolve([counterClockwise(outline)], segments, degrees)),
    extrude: (
      outlines: readonly (readonly Point2[])[],
      heightMm: number,
      { divisions = 0, twistDeg = 0, scaleTop = 1, center = false }: ExtrudeOptions = {},
    ) =>
      soundly("extrude", () => {
        const polygons: Polygons = outlines.map(asPolygon);
        const top: [number, number] =
          typeof scaleTop === "number" ? [scaleTop, scaleTop] : [scaleTop[0], scaleTop[1]];
        return CrossSection.ofPolygons(polygons, "EvenOdd").extrude(
          heightMm,
          divisions,
          twistDeg,
          top,
          center,
        );
      }),
    hull: (of: readonly (Solid | Vec3)[]) =>
      soundly("hull", () =>
        Manifold.hull(of.map((item) => ("status" in item ? item : [item[0], item[1], item[2]]))),
      ),
  };
}

function operations(wasm: ManifoldToplevel) {
  const { Manifold } = wasm;
  return {
    union: (solids: readonly Solid[]) => soundly("union", () => Manifold.union([...solids])),
    difference: (from: Solid, remove: readonly Solid[]) =>
      remove.length === 0
        ? from
        : soundly("difference", () => Manifold.difference([from, ...remove])),
    intersect: (solids: readonly Solid[]) =>
      soundly("intersect", () => Manifold.intersection([...solids])),
    // Moves are lazy in the module and cannot break a sound solid: checking them would undo that.
    transform: (solid: Solid, matrix: ArrayLike<number>) =>
      solid.transform(Array.from(matrix) as Mat4),
    translate: (solid: Solid, by: Vec3) => solid.translate([...by]),
    rotate: (solid: Solid, degrees: Vec3) => solid.rotate([...degrees]),
    warp: (solid: Solid, move: (point: [number, number, number]) => void) =>
      soundly("warp", () => solid.warp(move)),
    loft: (rings: readonly (readonly Vec3[])[], options: LoftOptions = {}) => {
      const mesh = loftMesh(rings, options, wasm.triangulate);
      return soundly("loft", () => solidOf(wasm, mesh));
    },
    fromMesh: (mesh: Mesh) => soundly("from_mesh", () => solidOf(wasm, mesh)),
  };
}

/**
 * A kernel with a WASM module of its own (27 ms). One per worker: when `isKernelDead` says so of an
 * error, end the worker and load anew.
 */
export async function loadSolidKernel({ locateWasm }: LoadOptions = {}): Promise<SolidKernel> {
  const load = Module as (config?: {
    locateFile: (file: string) => string;
  }) => Promise<ManifoldToplevel>;
  const [module] = await Promise.all([
    load(locateWasm ? { locateFile: locateWasm } : undefined),
    reducerReady(),
  ]);
  module.setup();
  const scopes = new Scopes();
  const wasm = watchModule(module, scopes);
  return {
    wasm,
    scope: (work) => scopes.run(work),
    track: (value) => scopes.track(value),
    ...primitives(wasm),
    ...operations(wasm),
    reduce: reduceMesh,
    toMesh: (solid) => scopes.run(() => meshOf(solid)),
  };
}
