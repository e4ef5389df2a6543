import { volumeOf } from "../../measure/extent.ts";
import type { Mesh, Part, Quality } from "../../mesh.ts";
import { type ClothMaker, trimPart } from "../cloth-part.ts";
import type { Laid } from "../laid.ts";
import { facingOut } from "../trim.ts";

/** One closed solid of a garment that is still to be made. */
export interface PlannedPart {
  name: string;
  make(): Part;
}

/** What all parts of a garment are made with. */
export interface Making {
  laid: Laid;
  maker: ClothMaker;
  /** Grid lines a decimetre. */
  perDm: number;
  quality: Quality;
}

/** Closures that open the front from top to hem. */
export const FRONT_OPEN = new Set(["buttons-front", "zip-front"]);

/** The middle of the front, radians from the left side. */
export const QUARTER = Math.PI / 2;

/** A part of resin: a button, a buckle. */
export const body = (name: string, mesh: Mesh, colour: string): Part => ({
  name,
  role: "body",
  material: "resin-ivory",
  mesh: facingOut(mesh, volumeOf(mesh)),
  colour,
});

/** A strip of the garment's own cloth. */
export function trimLike(name: string, mesh: Mesh, maker: ClothMaker): Part {
  return trimPart(name, mesh, { ...maker, trim: maker.main });
}
