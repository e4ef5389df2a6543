import { createHash } from "node:crypto";
import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { CATEGORIES } from "./categories.ts";
import { isAllowedOnAppeal, openRefusal } from "./open-refusal.ts";

export interface PictureToCheck {
  /** The picture's file; read only where somebody looks. */
  read: () => Promise<Uint8Array>;
  /** A picture sent in, or one made here. */
  subjectType: "picture" | "generated picture";
  workspaceId: string;
  /** What the provider that made it says; where it says nothing the check is asked. */
  isFlagged?: boolean | null;
}

/**
 * Lets a picture pass or refuses it like a text. Who looks is the rented check, where there is one: this machine cannot
 * tell swimwear from skin, and would refuse fashion. Without one, pictures pass and can be reported.
 */
export async function requireAllowedPicture(ctx: Ctx, input: PictureToCheck): Promise<void> {
  const { pictureCheck } = ctx.adapters;
  const { isFlagged = null } = input;
  if (isFlagged === false || (isFlagged === null && !pictureCheck)) return;
  const bytes = await input.read();
  if (!(isFlagged ?? (await pictureCheck!.look(bytes, input)).flagged)) return;
  const contentSha256 = createHash("sha256").update(bytes).digest("hex");
  const { workspaceId, subjectType } = input;
  if (await isAllowedOnAppeal(ctx, { workspaceId, contentSha256 })) return;
  throw await openRefusal(ctx, {
    workspaceId,
    userId: actorUserId(ctx.actor),
    subjectType,
    subjectId: null,
    category: "nudity",
    reason: CATEGORIES.nudity,
    excerpt: null,
    contentSha256,
    source: "provider",
  });
}
