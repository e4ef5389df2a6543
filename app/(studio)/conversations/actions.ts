"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { branchConversation } from "#lib/conversations/branch-conversation.ts";
import { countContents } from "#lib/conversations/count-contents.ts";
import { deleteConversation } from "#lib/conversations/delete-conversation.ts";
import { showVersion } from "#lib/conversations/show-version.ts";
import { MAX_DESCRIPTION_LENGTH } from "#lib/conversations/types.ts";
import { updateConversation } from "#lib/conversations/update-conversation.ts";
import { defineAction } from "#lib/http/define-action.ts";

const conversationInput = z.object({ conversationId: z.string() });
const messageInput = conversationInput.extend({ messageId: z.string() });

export const updateConversationAction = defineAction({
  auth: "user",
  input: conversationInput.extend({
    title: z.string().optional(),
    description: z.string().max(MAX_DESCRIPTION_LENGTH).nullable().optional(),
    pinned: z.boolean().optional(),
    archived: z.boolean().optional(),
  }),
  handle: ({ ctx, input }) => updateConversation(ctx, input),
});

export const countContentsAction = defineAction({
  auth: "user",
  input: conversationInput,
  handle: ({ ctx, input }) => countContents(ctx, input),
});

export const deleteConversationAction = defineAction({
  auth: "user",
  input: conversationInput,
  async handle({ ctx, input }): Promise<never> {
    await deleteConversation(ctx, input);
    redirect("/conversations");
  },
});

export const branchConversationAction = defineAction({
  auth: "user",
  input: messageInput,
  limit: { name: "branch", points: 30, seconds: 60 },
  async handle({ ctx, input }): Promise<never> {
    const { id } = await branchConversation(ctx, input);
    redirect(`/studio/${id}`);
  },
});

export const showVersionAction = defineAction({
  auth: "user",
  input: messageInput,
  handle: ({ ctx, input }) => showVersion(ctx, input),
});
