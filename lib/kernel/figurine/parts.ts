import type { Shape } from "../implicit/shape.ts";
import type { Vec3 } from "../mesh.ts";
import type { Point2 } from "../solid/kernel.ts";

/** `#rrggbb`, as a person sees it. */
export type Colour = string;

/** Which half of a figure with a neck joint a part belongs to. */
export type Half = "body" | "head";

/** A part of a figure in one colour, in the figure's frame (see `Proportions`). */
export interface FigurePart {
  name: string;
  colour: Colour;
  half: Half;
  shape: Shape;
  /** Size of its detail against the body's: 1 for limbs, less for fingers and buttons. */
  grain: number;
}

/** A flat patch of colour laid on a shape from the front, such as an eye or a button. */
export interface Patch {
  name: string;
  colour: Colour;
  half: Half;
  /** In (x, z), counter-clockwise. */
  outline: readonly Point2[];
  onto: Shape;
  /** How far it stands out, and how deep it is rooted. */
  raise: number;
  root: number;
  /** Laid on from the back instead; x then runs to the figure's right as seen from there. */
  isBehind?: boolean;
}

/** The finest detail of a part, to be compared with what a process can make. */
export interface Detail {
  what: string;
  size: number;
  at: Vec3;
}

/** What one stage adds to a figure. */
export interface Layer {
  parts: FigurePart[];
  patches: Patch[];
  details: Detail[];
}

export const layer = (some: Partial<Layer>): Layer => ({
  parts: some.parts ?? [],
  patches: some.patches ?? [],
  details: some.details ?? [],
});

export const layers = (all: readonly Layer[]): Layer => ({
  parts: all.flatMap(({ parts }) => parts),
  patches: all.flatMap(({ patches }) => patches),
  details: all.flatMap(({ details }) => details),
});

/** A part of the body; `grain` 1 unless given. */
export const bodyPart = (name: string, colour: Colour, shape: Shape, grain = 1): FigurePart => ({
  name,
  colour,
  half: "body",
  shape,
  grain,
});

/** A part of the head; `grain` 0.8 unless given. */
export const headPart = (name: string, colour: Colour, shape: Shape, grain = 0.8): FigurePart => ({
  name,
  colour,
  half: "head",
  shape,
  grain,
});
