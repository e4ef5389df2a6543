import type { TechPack } from "./garment/tech-pack.ts";
import type { StoneInfo, Vec3 } from "./mesh.ts";

/** What a piece takes of one material. */
export interface MaterialShare {
  /** An alloy's or another material's id. */
  material: string;
  volumeMm3: number;
  /** Of cloth, one side, mm²; 0 for solids. */
  clothMm2: number;
  massG: number;
}

/** Stones of one sort in a piece. */
export interface StoneTally extends Omit<StoneInfo, "carats"> {
  count: number;
  caratsEach: number;
}

/** What the kernel measured on what is made (metal, body, cloth) and its stones. */
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
  /** In the piece's own materials. */
  massG: number;
  /** What it is made of, heaviest first. */
  madeOf: MaterialShare[];
  /** The same piece in everything it could be made of instead (alloys, prints or fabrics), g by id. */
  massByAlloy: Record<string, number>;
  stones: StoneTally[];
  totalCarats: number;
  triangles: number;
  /** How a garment is cut and sewn; only garments have it. */
  garment?: TechPack;
}
