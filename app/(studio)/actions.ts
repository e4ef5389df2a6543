"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { createConversation } from "#lib/conversations/create-conversation.ts";
import { sendMessage } from "#lib/conversations/send-message.ts";
import { MAX_MESSAGE_LENGTH } from "#lib/conversations/types.ts";
import { CHANGE_LIMIT } from "#lib/designs/change-limit.ts";
import { compareRevisions } from "#lib/designs/compare-revisions.ts";
import { editDesign } from "#lib/designs/edit-design.ts";
import { judgeDesign } from "#lib/designs/judge-design.ts";
import { makeModelAgain } from "#lib/designs/make-model-again.ts";
import { PICTURE_BACKGROUNDS, PICTURE_LIGHTS } from "#lib/designs/pictures.ts";
import { requestPictures } from "#lib/designs/request-pictures.ts";
import { requestSizeRun } from "#lib/designs/request-size-run.ts";
import { revertDesign } from "#lib/designs/revert-design.ts";
import { sizeRangeForm } from "#lib/designs/size-run-wire.ts";
import { solveDesign } from "#lib/designs/solve-design.ts";
import { solveForm, solveTarget } from "#lib/designs/solve-wire.ts";
import { defineAction } from "#lib/http/define-action.ts";
import { retryTask } from "#lib/jobs/retry-task.ts";
import { requireAllowedText } from "#lib/moderation/require-allowed-text.ts";

/** Begins a conversation with what was written, and leads to it. */
export const startConversationAction = defineAction({
  auth: "user",
  input: z.object({ message: z.string().trim().min(1).max(MAX_MESSAGE_LENGTH) }),
  limit: { name: "start-conversation", points: 60, seconds: 3600 },
  async handle({ ctx, input }) {
    // Refused words leave no empty conversation behind.
    await requireAllowedText(ctx, { text: input.message, subjectType: "message" });
    const conversation = await createConversation(ctx);
    await sendMessage(ctx, { conversationId: conversation.id, text: input.message });
    redirect(`/studio/${conversation.id}`);
  },
});

export const editDesignAction = defineAction({
  auth: "user",
  input: z.object({
    designId: z.string(),
    patch: z.record(z.string(), z.unknown()),
    baseRevision: z.number().int().positive(),
  }),
  limit: CHANGE_LIMIT,
  handle: ({ ctx, input }) => editDesign(ctx, input),
});

export const revertDesignAction = defineAction({
  auth: "user",
  input: z.object({ designId: z.string(), toRevision: z.number().int().positive().optional() }),
  limit: CHANGE_LIMIT,
  handle: ({ ctx, input: { designId, toRevision } }) =>
    revertDesign(ctx, { designId, ...(toRevision !== undefined && { toRevision }) }),
});

export const drawMoreAction = defineAction({
  auth: "user",
  input: z.object({
    designId: z.string(),
    lights: z.enum(PICTURE_LIGHTS).optional(),
    background: z.enum(PICTURE_BACKGROUNDS).optional(),
    turntable: z.boolean().optional(),
  }),
  limit: { name: "draw-more", points: 60, seconds: 3600 },
  async handle({ ctx, input: { designId, turntable, lights, background } }) {
    const { jobId } = await requestPictures(ctx, {
      designId,
      views: turntable ? ["turntable"] : ["hero", "detail"],
      ...(lights && { lights }),
      ...(background && { background }),
    });
    return { jobId };
  },
});

export const solveDesignAction = defineAction({
  auth: "user",
  input: solveForm.extend({ designId: z.string(), baseRevision: z.number().int().positive() }),
  limit: { name: "solve", points: 60, seconds: 60 },
  handle: ({ ctx, input: { designId, baseRevision, ...target } }) =>
    solveDesign(ctx, { designId, baseRevision, target: solveTarget(target) }),
});

export const runSizesAction = defineAction({
  auth: "user",
  input: z.intersection(z.object({ designId: z.string() }), sizeRangeForm),
  limit: { name: "size-run", points: 20, seconds: 60 },
  handle: async ({ ctx, input }) => ({ jobId: await requestSizeRun(ctx, input) }),
});

export const makeModelAgainAction = defineAction({
  auth: "user",
  input: z.object({ designId: z.string() }),
  limit: { name: "model-again", points: 20, seconds: 60 },
  handle: ({ ctx, input }) => makeModelAgain(ctx, input),
});

export const compareRevisionsAction = defineAction({
  auth: "user",
  input: z.object({
    designId: z.string(),
    from: z.number().int().positive(),
    to: z.number().int().positive(),
  }),
  limit: { name: "compare", points: 60, seconds: 60 },
  handle: ({ ctx, input }) => compareRevisions(ctx, input),
});

export const judgeDesignAction = defineAction({
  auth: "user",
  input: z.object({ designId: z.string(), revisionNumber: z.number().int().positive() }),
  limit: { name: "printability", points: 60, seconds: 60 },
  handle: ({ ctx, input }) => judgeDesign(ctx, input),
});

export const retryTasksAction = defineAction({
  auth: "user",
  input: z.object({
    taskIds: z.array(z.string()).max(25),
    engine: z.enum(["embedded"]).optional(),
  }),
  async handle({ ctx, input: { taskIds, ...how } }) {
    for (const id of taskIds) await retryTask(ctx, id, how);
    return { retried: taskIds.length };
  },
});
