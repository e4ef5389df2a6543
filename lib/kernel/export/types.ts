import type { Measures } from "../measures.ts";
import type { Part } from "../mesh.ts";

/** Files the kernel writes, in the order in which they are offered. */
export const MODEL_FORMATS = ["3mf", "stl", "glb", "usdz", "obj", "svg"] as const;

export type ModelFormat = (typeof MODEL_FORMATS)[number];

/** What a file is for. */
export type Purpose = "print" | "cast" | "view" | "document";

/** What files are written of; a piece has it all. */
export interface Exportable {
  kind: string;
  words: string;
  parts: readonly Part[];
  measures: Measures;
  meshHash: string;
}

/** Where a file comes from: design, revision, engine …; written into every format that can carry it. */
export type Lineage = Readonly<Record<string, string>>;

export interface ExportFile {
  format: ModelFormat | "pdf" | "manifest";
  filename: string;
  purpose: Purpose;
  bytes: Uint8Array;
  sha256: string;
}
