import { z } from "zod";
import { actorUserId, workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { notFound } from "#lib/shared/errors.ts";
import { type CaseView, caseSelect, LONGEST_WORDS } from "./case.ts";

export const REPORT_REASONS = [
  "sexual",
  "minors",
  "hate",
  "violence",
  "weapons",
  "privacy",
  "copyright",
  "other",
] as const;

export const reportInput = z.object({
  subjectType: z.enum(["design", "image", "message"]),
  subjectId: z.string().min(1).max(100),
  reason: z.enum(REPORT_REASONS),
  text: z.string().trim().max(LONGEST_WORDS).default(""),
});

type Report = z.output<typeof reportInput>;

/** Tells the admins about something the person can see. Reporting the same twice is one report. Throws `not_found`. */
export async function reportContent(ctx: Ctx, input: Report): Promise<CaseView> {
  const userId = actorUserId(ctx.actor);
  const workspaceId = await workspaceOf(ctx, input);
  if (!workspaceId) throw notFound(input.subjectType === "image" ? "picture" : input.subjectType);
  const { subjectType, subjectId } = input;
  const earlier = await ctx.db.moderationCase.findFirst({
    where: { origin: "report", status: "open", userId, subjectType, subjectId },
    select: caseSelect,
  });
  if (earlier) return earlier;
  return ctx.db.moderationCase.create({
    data: {
      origin: "report",
      status: "open",
      subjectType,
      subjectId,
      workspaceId,
      userId,
      category: input.reason,
      reason: input.text,
      source: "person",
      openedAt: ctx.now(),
    },
    select: caseSelect,
  });
}

async function workspaceOf(ctx: Ctx, { subjectType, subjectId: id }: Report) {
  const scope = workspaceScope(ctx.actor, "read");
  const select = { workspaceId: true } as const;
  switch (subjectType) {
    case "design":
      return (await ctx.db.design.findFirst({ where: { id, ...scope }, select }))?.workspaceId;
    case "image":
      return (await ctx.db.image.findFirst({ where: { id, ...scope }, select }))?.workspaceId;
    case "message": {
      const message = await ctx.db.message.findFirst({
        where: { id, conversation: scope },
        select: { conversation: { select } },
      });
      return message?.conversation.workspaceId;
    }
  }
}
