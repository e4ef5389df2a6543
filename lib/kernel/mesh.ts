/**
 * The kernel's frame: millimetres, Z up, front is −Y, right-handed.
 * Triangles wind counter-clockwise seen from outside.
 */
export type Vec3 = readonly [x: number, y: number, z: number];

/** A triangle mesh in millimetres. */
export interface Mesh {
  /** xyz × vertices. */
  positions: Float32Array;
  /** Three vertex indices × triangles. */
  indices: Uint32Array;
  /** Unit xyz × vertices; creases are split vertices. */
  normals?: Float32Array;
  /** uv × vertices, origin at the picture's top left; beyond 0 … 1 the picture repeats. */
  uvs?: Float32Array;
  /** Linear RGB × vertices, 0 to 1. */
  colors?: Float32Array;
}

/** The convex hull of a faceted stone as half-spaces, for tracing light inside it. */
export interface GemHull {
  /** (nx, ny, nz, d) × planes in the part's frame; inside is n·p ≤ d, mm. */
  planes: Float32Array;
}

/** What a stone is, beside its shape. */
export interface StoneInfo {
  /** A stone id of the stone table, for example `sapphire`. */
  stone: string;
  cut: string;
  /** Length × width × depth, mm. */
  sizeMm: Vec3;
  carats: number;
}

/** A picture on a surface: 8-bit sRGB, rgb × width × height, rows from the top. */
export interface Texture {
  width: number;
  height: number;
  rgb: Uint8Array;
}

/** One named solid of a piece. `material` is an id of the tables of alloys, stones or materials. */
export interface Part {
  name: string;
  /** Metal, body and cloth are made, measured and exported to print; stones are bought, a support is only shown. */
  role: "metal" | "stone" | "body" | "cloth" | "support";
  material: string;
  mesh: Mesh;
  /** How the surface is worked; `polished` where not given. */
  finish?: "polished" | "satin";
  /**
   * Colour of a body or cloth, sRGB `#rrggbb`; the material's own where not given. The mesh's `colors` go
   * before it, and before both the `texture`, which lies on the surface by the mesh's `uvs`.
   */
  colour?: string;
  texture?: Texture;
  gem?: GemHull;
  stone?: StoneInfo;
  /** Where a setting's own rules govern the metal, and the general wall rule is not asked. */
  settings?: SettingZone[];
}

/** A ball around claws, beads or seats of a stone, mm. */
export interface SettingZone {
  at: Vec3;
  radiusMm: number;
}

/** Axis-aligned box, mm. */
export interface Box {
  min: Vec3;
  max: Vec3;
}

export type Quality = "preview" | "final";
