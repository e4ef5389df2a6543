"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "#lib/http/define-action.ts";
import { appeal, appealInput } from "#lib/moderation/appeal.ts";

export const appealAction = defineAction({
  auth: "user",
  input: appealInput,
  limit: { name: "appeal", points: 30, seconds: 3600 },
  async handle({ ctx, input }) {
    await appeal(ctx, input);
    revalidatePath(`/moderation/${input.caseId}`);
    return { sent: true };
  },
});
