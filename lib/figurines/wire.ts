import { z } from "zod";
import { acceptedForm } from "#lib/jobs/accepted.ts";
import { STAGES } from "./types.ts";

export const startedForm = acceptedForm.extend({ figurineId: z.string() });

export const revisedForm = z.object({
  figurineId: z.string(),
  jobId: z.string().nullable(),
  stages: z.array(z.enum(STAGES)),
  statusUrl: z.string().nullable(),
  streamUrl: z.string().nullable(),
});

const pair = z.array(z.number());

/** A figurine as the API answers it. */
export const figurineForm = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(["needs_crop", "making", "failed", "ready", "approved"]),
  subject: z.string(),
  input: z.record(z.string(), z.unknown()),
  marks: z.object({ rightEye: pair, leftEye: pair, mouth: pair }),
  checks: z.array(z.object({ check: z.string(), status: z.string(), message: z.string() })),
  photos: z.array(
    z.object({ id: z.string(), url: z.string(), width: z.number(), height: z.number() }),
  ),
  photosKeptUntil: z.iso.datetime(),
  stages: z.array(
    z.object({
      stage: z.enum(STAGES),
      status: z.enum(["waiting", "running", "done", "failed", "outdated"]),
      progress: z.number(),
      message: z.string().nullable(),
      error: z.unknown(),
      taskId: z.string().nullable(),
      result: z.unknown(),
    }),
  ),
  pictures: z.array(z.object({ id: z.string(), url: z.string() })),
  designId: z.string().nullable(),
  files: z.array(
    z.object({
      format: z.string(),
      purpose: z.string(),
      filename: z.string(),
      url: z.string(),
      bytes: z.number().int().nullable(),
      sha256: z.string().nullable(),
    }),
  ),
  approval: z
    .object({
      approvedAt: z.iso.datetime(),
      hash: z.string(),
      revisionId: z.string(),
      isIntact: z.boolean(),
    })
    .nullable(),
  jobId: z.string().nullable(),
  jobStatus: z.string().nullable(),
  lastEventId: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

export const figurineSummaryForm = z.object({
  id: z.string(),
  title: z.string(),
  style: z.string(),
  template: z.string(),
  heightMm: z.number(),
  done: z.number().int(),
  isApproved: z.boolean(),
  pictureUrl: z.string().nullable(),
  createdAt: z.iso.datetime(),
});

export const approvedForm = z.object({
  figurineId: z.string(),
  designId: z.string(),
  revisionId: z.string(),
  hash: z.string(),
  approvedAt: z.iso.datetime(),
});
