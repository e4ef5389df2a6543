import { z } from "zod";
import { acceptedForm } from "#lib/jobs/accepted.ts";
import { taskForm } from "#lib/jobs/wire.ts";

const refusedForm = z.object({ file: z.string(), code: z.string(), message: z.string() });

/** What an upload answers: where to follow the batch, and what was left out. */
export const uploadForm = acceptedForm.extend({ refused: z.array(refusedForm) });

const status = z.enum(["queued", "running", "succeeded", "failed", "cancelled"]);

export const batchSummaryForm = z.object({
  jobId: z.string(),
  status,
  progress: z.number(),
  total: z.number().int(),
  successful: z.number().int(),
  failed: z.number().int(),
  createdAt: z.iso.datetime(),
});

/** What the task of a photo answers. */
const photoModelForm = z.object({
  designId: z.string(),
  revisionId: z.string(),
  faces: z.number().int(),
  watertight: z.boolean(),
  boxMm: z.array(z.number()),
  volumeMm3: z.number(),
  engine: z.object({ name: z.string(), version: z.string() }).optional(),
  maskId: z.string().nullable(),
  confidence: z.number().nullable(),
  doubts: z.array(z.string()),
});

/** A batch with each photo, its model so far and its files. */
export const batchForm = batchSummaryForm.extend({
  photosKeptUntil: z.iso.datetime(),
  modelsKeptUntil: z.iso.datetime(),
  lastEventId: z.number().int(),
  items: z.array(
    z.object({
      task: taskForm,
      engine: z.enum(["embedded"]).nullable(),
      photoUrl: z.string().nullable(),
      maskUrl: z.string().nullable(),
      model: photoModelForm.nullable(),
      files: z.array(
        z.object({
          format: z.string(),
          purpose: z.string(),
          filename: z.string(),
          url: z.string(),
          bytes: z.number().int(),
          sha256: z.string(),
        }),
      ),
    }),
  ),
});

export const suggestedMaskForm = z.object({ maskId: z.string(), url: z.string() });
