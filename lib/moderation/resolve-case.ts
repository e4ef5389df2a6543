import { z } from "zod";
import { requireAdmin } from "#lib/accounts/require-admin.ts";
import type { Ctx } from "#lib/context.ts";
import { deleteDesign } from "#lib/designs/delete-design.ts";
import { conflict, invalidInput, isAppError, notFound } from "#lib/shared/errors.ts";
import { type CaseView, caseSelect, LONGEST_WORDS } from "./case.ts";

export const resolveInput = z.object({
  caseId: z.string(),
  outcome: z.enum(["allowed", "kept", "removed"]),
  note: z.string().trim().max(LONGEST_WORDS).default(""),
});

type Resolution = z.output<typeof resolveInput>;

/**
 * Ends a case: an appeal is `allowed` or `kept`, what was reported is `kept` or `removed` (designs with all they hold,
 * pictures). Admins alone. Throws `not_found`, `conflict` when it was resolved before, `invalid_input` for an outcome
 * the case cannot have.
 */
export async function resolveCase(ctx: Ctx, input: Resolution): Promise<CaseView> {
  const resolvedById = await requireAdmin(ctx);
  const found = await ctx.db.moderationCase.findUnique({ where: { id: input.caseId } });
  if (!found) throw notFound("case");
  const possible = found.origin === "check" ? ["allowed", "kept"] : possibleFor(found.subjectType);
  if (!possible.includes(input.outcome)) {
    throw invalidInput(`This can end as: ${possible.join(", ")}.`, {
      details: { field: "outcome", allowed: possible },
    });
  }
  const resolved = await ctx.db.moderationCase.updateMany({
    where: { id: found.id, status: "open" },
    data: {
      status: "resolved",
      outcome: input.outcome,
      note: input.note || null,
      resolvedAt: ctx.now(),
      resolvedById,
    },
  });
  if (resolved.count === 0) throw conflict("Somebody else has ended this case.");
  if (input.outcome === "removed") await removeSubject(ctx, found);
  return ctx.db.moderationCase.findUniqueOrThrow({ where: { id: found.id }, select: caseSelect });
}

/** A message stands in its conversation, which is the person's own: it is not taken out. */
const possibleFor = (subjectType: string) =>
  subjectType === "message" ? ["kept"] : ["kept", "removed"];

interface Subject {
  subjectType: string;
  subjectId: string | null;
  workspaceId: string | null;
  userId: string;
}

/** What is gone already is no error. */
async function removeSubject(ctx: Ctx, subject: Subject): Promise<void> {
  const { subjectType, subjectId: id, workspaceId, userId } = subject;
  if (!id || !workspaceId) return;
  if (subjectType === "design") {
    const actor = { type: "job", jobId: "moderation", userId, workspaceId } as const;
    await deleteDesign({ ...ctx, actor }, { designId: id }).catch(ignoreGone);
    return;
  }
  const image = await ctx.db.image.findFirst({ where: { id, workspaceId } });
  if (!image) return;
  await ctx.adapters.blob.delete([image.blobKey]);
  await ctx.db.image.deleteMany({ where: { id } });
}

function ignoreGone(error: unknown): void {
  if (!isAppError(error) || error.code !== "not_found") throw error;
}
