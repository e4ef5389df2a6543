import type { Comparison } from "#lib/designs/compare-revisions.ts";
import type { DesignVerdict } from "#lib/designs/judge-design.ts";
import type { DesignChange } from "#lib/designs/types.ts";
import type { ActionResult } from "#lib/http/define-action.ts";
import type { ChosenEngine } from "#lib/jobs/types.ts";
import type { RingSystem } from "#lib/shared/ring-size.ts";
import type { SaveEdit } from "./use-edits.ts";

/** What a page lets a person do with a design; the server actions behind it check everything again. */
export interface DesignActions {
  edit: SaveEdit;
  revert: (input: { designId: string; toRevision?: number }) => Promise<ActionResult<DesignChange>>;
  drawMore: (input: { designId: string } & PictureWish) => Promise<ActionResult<{ jobId: string }>>;
  solve: (
    input: { designId: string; baseRevision: number } & (
      | { massG: number }
      | { totalMinor: number }
    ),
  ) => Promise<ActionResult<DesignChange>>;
  runSizes: (input: {
    designId: string;
    system: RingSystem;
    from: string;
    to: string;
  }) => Promise<ActionResult<{ jobId: string }>>;
  compare: (input: {
    designId: string;
    from: number;
    to: number;
  }) => Promise<ActionResult<Comparison>>;
  judge: (input: {
    designId: string;
    revisionNumber: number;
  }) => Promise<ActionResult<DesignVerdict>>;
  /** Makes the newest revision's model once more. */
  again: (input: { designId: string }) => Promise<ActionResult<{ jobId: string }>>;
  retry: (input: {
    taskIds: string[];
    engine?: ChosenEngine;
  }) => Promise<ActionResult<{ retried: number }>>;
}

/** What further pictures shall show; by default the usual light, from two sides. */
export interface PictureWish {
  lights?: "studio" | "daylight" | "dramatic";
  background?: "light" | "dark" | "transparent";
  /** The piece turning once instead of stills. */
  turntable?: boolean;
}
