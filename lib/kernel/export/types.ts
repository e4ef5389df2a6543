import type { Measures } from "../measures.ts";
import type { Part } from "../mesh.ts";

export type ModelFormat = "glb" | "stl" | "3mf";

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
  format: ModelFormat | "manifest";
  filename: string;
  purpose: "print" | "cast" | "view";
  bytes: Uint8Array;
  sha256: string;
}
