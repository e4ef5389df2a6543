import type { Figurine, FigurinePhoto } from "#generated/prisma/client.ts";
import type { Engine } from "#lib/adapters/inference/port.ts";
import type { CartoonScore } from "#lib/kernel/figurine/cartoon/score-cartoon.ts";
import type { FaceReading } from "#lib/kernel/figurine/cartoon/types.ts";
import type { Measures } from "#lib/kernel/measures.ts";
import type { Orientation } from "#lib/kernel/print/orientation.ts";
import type { Price } from "#lib/shared/money.ts";

/** Kind of the job that makes a figurine, and the event that starts it. */
export const FIGURINE_JOB = "make-figurine";
export const FIGURINE_REQUESTED = "figurine/making.requested";

/** In the order in which they are made. */
export const STAGES = ["cartoon", "head", "fusion", "scores", "proof", "turntable"] as const;
export type StageName = (typeof STAGES)[number];

/** What a proof to approve takes; the turntable follows it. */
export const PROOF_STAGES: readonly StageName[] = STAGES.filter((stage) => stage !== "turntable");

/** One thing that was looked at in a crop. */
export interface CropCheck {
  check: "size" | "light" | "tones" | "sharpness" | "marks" | "face" | "facing" | "photo";
  status: "pass" | "warn" | "fail" | "not_checked";
  /** In the user's words, with what would work. */
  message: string;
}

/** A cartoon as it is stored: both pictures are rows of Image. */
export interface StoredCartoon {
  seed: number;
  /** Of which photo, from 0. */
  photo: number;
  pictureId: string;
  faceId: string;
  skin: string;
  score: CartoonScore;
  /** The provider's name of the order it came of; null where this machine drew it. */
  providerRequestId: string | null;
}

export interface CartoonResult {
  reading: FaceReading;
  /** Who drew the candidates. */
  engine: Engine;
  /** Best by score first. */
  candidates: StoredCartoon[];
}

export interface HeadResult {
  /** Fields of the kind `figurine` that the head decides. */
  spec: Record<string, unknown>;
  /** What was taken of the photo, in words: "long hair", "full beard" … */
  found: string[];
  pictureId: string;
}

export interface FusionResult {
  designId: string;
  revisionId: string;
  measures: Measures;
  pictureId: string;
  standing: ({ name: string } & Orientation)[];
  faults: { selfIntersections: number; holes: number; nonManifoldEdges: number };
}

/** A number with what it means and the bands it is read by; `value` null reads "not measured". */
export interface Score {
  id: "quality" | "likeness" | "similarity" | "style" | "printability";
  label: string;
  /** 0 to 1. */
  value: number | null;
  band: string;
  meaning: string;
  bands: { from: number; label: string }[];
  /** What it was reckoned from. */
  terms: Record<string, number | string | null>;
}

/** Whether the finest detail can be printed, by process and height. */
export interface PrintCell {
  process: "full-colour" | "sla" | "fdm";
  heightMm: number;
  status: "pass" | "warn" | "fail";
  message: string;
}

export interface ScoresResult {
  scores: Score[];
  printable: PrintCell[];
}

export interface ProcessPrice {
  process: "full-colour" | "sla" | "fdm";
  material: string;
  massG: number;
  price: Price;
}

export interface ProofResult {
  views: { view: "front" | "side" | "back"; pictureId: string }[];
  sizeMm: readonly [number, number, number];
  colours: { part: string; colour: string }[];
  prices: ProcessPrice[];
}

export interface TurntableResult {
  /** An animated WebP of the figurine turning once around. */
  pictureId: string;
}

export interface StageResults {
  cartoon: CartoonResult;
  head: HeadResult;
  fusion: FusionResult;
  scores: ScoresResult;
  proof: ProofResult;
  turntable: TurntableResult;
}

/** What came of a stage, and of what: the same key needs no second making. */
export interface StoredStage<Name extends StageName = StageName> {
  key: string;
  result: StageResults[Name];
}

export type StoredStages = { [Name in StageName]?: StoredStage<Name> };

export type FigurineRow = Figurine & { photos: FigurinePhoto[] };
