import type { Ctx } from "#lib/context.ts";
import { AppError } from "#lib/shared/errors.ts";
import type { Category } from "./categories.ts";

export interface NewRefusal {
  workspaceId: string;
  userId: string;
  subjectType: string;
  subjectId: string | null;
  category: Category;
  reason: string;
  excerpt: string | null;
  contentSha256: string;
  /** `local`: the check of this site; `provider`: a service that made or looked at it. */
  source: "local" | "provider";
}

/** True when an admin allowed just this content in this workspace. */
export async function isAllowedOnAppeal(
  ctx: Pick<Ctx, "db">,
  { workspaceId, contentSha256 }: Pick<NewRefusal, "workspaceId" | "contentSha256">,
): Promise<boolean> {
  const where = { workspaceId, contentSha256, outcome: "allowed" as const };
  return (await ctx.db.moderationCase.count({ where })) > 0;
}

/** The refusal to throw, with its case: the same content refused again has the same case. */
export async function openRefusal(ctx: Pick<Ctx, "db">, refusal: NewRefusal): Promise<AppError> {
  const { workspaceId, userId, contentSha256, category, reason } = refusal;
  const earlier = await ctx.db.moderationCase.findFirst({
    where: { workspaceId, userId, contentSha256, origin: "check" },
    select: { id: true },
    orderBy: { createdAt: "desc" },
  });
  const { id } =
    earlier ??
    (await ctx.db.moderationCase.create({
      data: { ...refusal, origin: "check", status: "decided" },
      select: { id: true },
    }));
  return new AppError("rule_broken", `${reason} If this is a mistake, you can appeal.`, {
    details: { category, case_id: id, appeal_url: `/moderation/${id}` },
  });
}
