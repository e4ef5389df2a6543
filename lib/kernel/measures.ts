import type { StoneInfo, Vec3 } from "./mesh.ts";

/** Stones of one sort in a piece. */
export interface StoneTally extends Omit<StoneInfo, "carats"> {
  count: number;
  caratsEach: number;
}

/** What the kernel measured on the making solid (metal or body) and its stones. */
export interface Measures {
  /** Size of the box along x, y, z. */
  boxMm: Vec3;
  volumeMm3: number;
  areaMm2: number;
  watertight: boolean;
  /** Connected solids; a ring is 1, a pair of earrings 2. */
  pieces: number;
  genus: number;
  /** Null until the final mesh was measured. */
  thinnestWallMm: number | null;
  thinnestWallAt: Vec3 | null;
  /** In the piece's own material. */
  massG: number;
  /** The same volume in every alloy of the table, g. */
  massByAlloy: Record<string, number>;
  stones: StoneTally[];
  totalCarats: number;
  triangles: number;
}
