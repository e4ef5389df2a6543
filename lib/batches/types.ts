import type { Engine } from "#lib/adapters/inference/port.ts";
import type { MadeFile } from "#lib/designs/types.ts";
import type { ChosenEngine, TaskView } from "#lib/jobs/types.ts";
import type { BatchOptions } from "./options.ts";

/** Kind of the job that makes a model of each photo. */
export const BATCH_JOB = "model-photos";
/** Event that starts it. */
export const BATCH_REQUESTED = "batch/models.requested";

/** What a task needs to make the model of one photo. */
export interface PhotoTaskInput extends Omit<BatchOptions, "priority" | "partial"> {
  imageId: string;
  /** A mask a person drew, in place of the one that is found. */
  maskId?: string;
  /** The design made of the photo, and its newest revision, once they are there. */
  designId?: string;
  revisionId?: string;
  /** Chosen by the person: make it on this machine though a provider is there. */
  engine?: ChosenEngine;
}

/** What the task of a photo answers. */
export interface PhotoModel {
  designId: string;
  revisionId: string;
  faces: number;
  watertight: boolean;
  boxMm: readonly [number, number, number];
  volumeMm3: number;
  /** Who made it; absent in models from before there was a choice. */
  engine?: Engine;
  /** The picture of the mask the model was made with, white is the subject; null where a provider found it alone. */
  maskId: string | null;
  /** How sure the subject was found, 0 to 1; null where a person drew the mask or a provider found it. */
  confidence: number | null;
  /** Why it may be the wrong subject, in the user's words. */
  doubts: string[];
}

/** One photo of a batch, and what came of it so far. */
export interface BatchItem {
  task: TaskView;
  /** The photo; null once it was removed. */
  photoUrl: string | null;
  /** Who is to make it, where a person has chosen. */
  engine: ChosenEngine | null;
  maskUrl: string | null;
  /** Null until it is done. */
  model: PhotoModel | null;
  files: MadeFile[];
}

export interface BatchSummary {
  jobId: string;
  status: TaskView["status"];
  /** 0 to 1. */
  progress: number;
  total: number;
  successful: number;
  failed: number;
  createdAt: Date;
}

export interface BatchView extends BatchSummary {
  items: BatchItem[];
  /** When photos and models are removed by themselves. */
  photosKeptUntil: Date;
  modelsKeptUntil: Date;
  /** The newest event: a stream from here misses nothing. */
  lastEventId: number;
}
