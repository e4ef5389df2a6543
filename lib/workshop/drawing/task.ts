import type { Part } from "../../kernel/mesh.ts";
import type { Geometry } from "../../kernel/render/geometry.ts";
import type { Lights } from "../../kernel/render/light-presets.ts";
import type { Lighting } from "../../kernel/render/lighting.ts";
import type { Shot } from "../../kernel/render/shot.ts";

/**
 * What a drawing thread is asked for. `next` is a shared counter from which threads take rows or tiles until
 * there are none; setting it high stops them.
 */
export type DrawingTask =
  | { type: "lighting"; lights: Lights }
  | { type: "geometry"; parts: readonly Part[] }
  | { type: "floor"; shot: Shot; next: Int32Array }
  | { type: "tiles"; shot: Shot; pixels: Float32Array; next: Int32Array }
  | { type: "develop"; pixels: Float32Array; widthPx: number; heightPx: number };

/** What it answers, by the task's type. */
export interface DrawingResults {
  lighting: Lighting;
  geometry: Geometry;
  floor: null;
  tiles: null;
  develop: Uint8Array;
}

export type DrawingAnswer = { result: DrawingResults[keyof DrawingResults] } | { error: string };
