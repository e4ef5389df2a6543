import type { Finding } from "#lib/kernel/finding.ts";
import type { WallMap } from "#lib/kernel/measure/wall-map.ts";
import type { Measures } from "#lib/kernel/measures.ts";
import type { Part, Quality } from "#lib/kernel/mesh.ts";
import type { Raster } from "#lib/kernel/raster/raster.ts";
import type { Price } from "#lib/shared/money.ts";

/** What the page asks the kernel's worker for. */
export interface KernelRequest {
  id: number;
  kind: string;
  spec: Record<string, unknown>;
  quality: Quality;
  /** Walls up to this are too thin, mm: then the piece comes coloured by how thick it is. */
  wallLimitMm?: number | undefined;
  /** Pictures the spec names that are on this device alone, by id. */
  pictures?: Readonly<Record<string, Raster>> | undefined;
}

/** A piece as the kernel in the browser made it. */
export interface LivePiece {
  parts: Part[];
  measures: Measures;
  findings: Finding[];
  price: Price;
  meshHash: string;
  quality: Quality;
  /** What its colours mean, where it is coloured by thickness. */
  legend?: WallMap["legend"];
  /** How long it took in the worker. */
  tookMs: number;
}

export type KernelAnswer =
  | { id: number; ok: true; piece: LivePiece }
  /** `message` is in the user's words when the values cannot go together. */
  | { id: number; ok: false; message: string | null };
