import { meshShape } from "../implicit/mesh-shape.ts";
import { volumeOf } from "../measure/extent.ts";
import type { Mesh } from "../mesh.ts";
import type { Solid, SolidKernel } from "../solid/kernel.ts";
import { toLinear } from "./colour.ts";
import type { Painter } from "./painter.ts";
import type { Colour, Half, Layer } from "./parts.ts";
import { patchSolid } from "./patch-solid.ts";
import { refinePainted } from "./refine-painted.ts";

/** Colours by the id under which the kernel keeps a solid's faces through unions and cuts. */
export type FaceColours = Map<number, Colour>;

/** Faces that were made by cutting: the inside of what is hollow. */
const INSIDE: Colour = "#f1efea";

/** How finely a figure is meshed, in its own units (hundredths of its height). */
export interface Fineness {
  cell: number;
  /** Longest edge of patches. */
  patchEdge: number;
}

/** A solid of one colour: its faces are remembered as that. */
export function coloured(solid: Solid, colour: Colour, colours: FaceColours): Solid {
  const own = solid.asOriginal();
  colours.set(own.originalID(), colour);
  return own;
}

/** The solids of one half of a figure, each remembered by its colour; what is smaller than a cell is left out. */
export function solidsOf(
  kernel: SolidKernel,
  layer: Layer,
  half: Half,
  { cell, patchEdge }: Fineness,
  colours: FaceColours,
): Solid[] {
  const parts = layer.parts.filter((part) => part.half === half);
  const solids = parts.flatMap(({ shape, grain, colour }) => {
    const mesh = meshShape(shape, cell * grain);
    // A detail below a cell may come out empty or as a crumb turned inside out.
    return volumeOf(mesh) > 0 ? [coloured(kernel.fromMesh(mesh), colour, colours)] : [];
  });
  const patches = layer.patches
    .filter((patch) => patch.half === half)
    .map((patch) => coloured(patchSolid(kernel, patch, patchEdge), patch.colour, colours));
  return [...solids, ...patches];
}

/** The largest connected solid: crumbs that cutting left are dropped. */
export function largest(solid: Solid): Solid {
  const pieces = solid.decompose();
  return pieces.reduce(
    (most, piece) => (piece.volume() > most.volume() ? piece : most),
    pieces[0]!,
  );
}

/** Vertices of a coloured mesh while it is put together. */
class Painted {
  readonly positions: number[] = [];
  readonly colors: number[] = [];
  readonly indices: number[] = [];
  private readonly at: Float32Array;
  private readonly stride: number;
  private readonly fineMm: number;

  constructor(at: Float32Array, stride: number, fineMm = 0) {
    this.at = at;
    this.stride = stride;
    this.fineMm = fineMm;
  }

  /** Adds triangles whose vertices get one colour of their own, or a painter's in as fine faces as it needs. */
  add(corners: Uint32Array, colour: Colour, painter: Painter | undefined): void {
    if (!painter) {
      this.#addFlat(corners, toLinear(colour));
      return;
    }
    const faces = new Painted(this.at, this.stride);
    faces.#addFlat(corners, toLinear(colour), painter);
    const fine = refinePainted(faces, painter, this.fineMm);
    const first = this.positions.length / 3;
    for (const value of fine.positions) this.positions.push(value);
    for (const value of fine.colors) this.colors.push(value);
    for (const vertex of fine.indices) this.indices.push(first + vertex);
  }

  #addFlat(corners: Uint32Array, flat: ReturnType<Painter>, painter?: Painter): void {
    const known = new Map<number, number>();
    for (const corner of corners) {
      let vertex = known.get(corner);
      if (vertex === undefined) {
        vertex = this.positions.length / 3;
        known.set(corner, vertex);
        const from = corner * this.stride;
        const [x, y, z] = [this.at[from]!, this.at[from + 1]!, this.at[from + 2]!];
        this.positions.push(x, y, z);
        this.colors.push(...(painter?.(x, y, z) ?? flat));
      }
      this.indices.push(vertex);
    }
  }
}

/**
 * A solid's mesh with a linear colour by vertex: vertices are split where colours meet, so that borders are
 * crisp, and lie at exactly the same place. `painters` paint faces of a colour, with edges down to `fineMm` where the
 * paint changes.
 */
export function colouredMesh(
  solid: Solid,
  colours: FaceColours,
  painters: ReadonlyMap<Colour, Painter> = new Map(),
  fineMm = 0.1,
): Mesh {
  const { vertProperties, numProp, triVerts, runIndex, runOriginalID, mergeFromVert, mergeToVert } =
    solid.getMesh();
  const merged = Uint32Array.from({ length: vertProperties.length / numProp }, (_, v) => v);
  mergeFromVert.forEach((from, i) => {
    merged[from] = mergeToVert[i]!;
  });
  const byColour = new Map<Colour, number[]>();
  runOriginalID.forEach((id, run) => {
    const colour = colours.get(id) ?? INSIDE;
    const list = byColour.get(colour) ?? [];
    byColour.set(colour, list);
    for (let i = runIndex[run]!; i < runIndex[run + 1]!; i++) list.push(merged[triVerts[i]!]!);
  });
  const painted = new Painted(vertProperties, numProp, fineMm);
  for (const [colour, corners] of byColour) {
    painted.add(Uint32Array.from(corners), colour, painters.get(colour));
  }
  return {
    positions: new Float32Array(painted.positions),
    indices: new Uint32Array(painted.indices),
    colors: new Float32Array(painted.colors),
  };
}
