"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { correctMask } from "#lib/batches/correct-mask.ts";
import { deleteBatch } from "#lib/batches/delete-batch.ts";
import { defineAction } from "#lib/http/define-action.ts";
import { cancelJob } from "#lib/jobs/cancel-job.ts";
import { cancelTask } from "#lib/jobs/cancel-task.ts";

const batchInput = z.object({ jobId: z.string() });

export const cancelBatchAction = defineAction({
  auth: "user",
  input: batchInput,
  handle: ({ ctx, input }) => cancelJob(ctx, input.jobId),
});

export const cancelPhotoAction = defineAction({
  auth: "user",
  input: z.object({ taskId: z.string() }),
  handle: ({ ctx, input }) => cancelTask(ctx, input.taskId),
});

export const deleteBatchAction = defineAction({
  auth: "user",
  input: batchInput,
  async handle({ ctx, input }): Promise<never> {
    await deleteBatch(ctx, input.jobId);
    redirect("/batches");
  },
});

export const correctMaskAction = defineAction({
  auth: "user",
  input: z.object({ taskId: z.string(), maskId: z.string() }),
  handle: ({ ctx, input }) => correctMask(ctx, input),
});
