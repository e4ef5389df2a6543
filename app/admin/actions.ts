"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineAction } from "#lib/http/define-action.ts";
import { replayJob } from "#lib/jobs/replay-job.ts";
import { resolveCase, resolveInput } from "#lib/moderation/resolve-case.ts";

export const resolveCaseAction = defineAction({
  auth: "user",
  input: resolveInput,
  async handle({ ctx, input }) {
    await resolveCase(ctx, input);
    revalidatePath("/admin/moderation");
    return { resolved: true };
  },
});

export const replayJobAction = defineAction({
  auth: "user",
  input: z.object({ jobId: z.string() }),
  async handle({ ctx, input }) {
    const { tasks } = await replayJob(ctx, input.jobId);
    revalidatePath("/admin/jobs");
    return { tasks };
  },
});
