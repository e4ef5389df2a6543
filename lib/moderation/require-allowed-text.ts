import { createHash } from "node:crypto";
import { actorUserId, personalWorkspaceId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { CATEGORIES } from "./categories.ts";
import { checkText, normaliseText } from "./check-text.ts";
import { isAllowedOnAppeal, openRefusal } from "./open-refusal.ts";

export interface TextToCheck {
  text: string;
  subjectType: "message" | "prompt" | "answer";
  /** Whose content it is; by default the person's own. */
  workspaceId?: string;
}

const LONGEST_EXCERPT = 500;

/**
 * Lets a text pass or refuses it with a reason and a case that can be appealed: `rule_broken`, `details` holding
 * `category`, `case_id` and where to appeal. A text an admin allowed on appeal passes in its workspace.
 */
export async function requireAllowedText(ctx: Ctx, input: TextToCheck): Promise<void> {
  const finding = checkText(input.text);
  if (!finding) return;
  const workspaceId = input.workspaceId ?? (await personalWorkspaceId(ctx));
  const contentSha256 = createHash("sha256").update(normaliseText(input.text)).digest("hex");
  if (await isAllowedOnAppeal(ctx, { workspaceId, contentSha256 })) return;
  throw await openRefusal(ctx, {
    workspaceId,
    userId: actorUserId(ctx.actor),
    subjectType: input.subjectType,
    subjectId: null,
    category: finding.category,
    reason: CATEGORIES[finding.category],
    excerpt: input.text.slice(0, LONGEST_EXCERPT),
    contentSha256,
    source: "local",
  });
}
