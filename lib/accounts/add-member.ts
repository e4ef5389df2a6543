import { z } from "zod";
import type { Ctx } from "../context.ts";
import { conflict, invalidInput } from "../shared/errors.ts";
import { emailAddress } from "./email.ts";
import { requireOwnedWorkspace } from "./owned-workspace.ts";

export const addMemberInput = z.object({
  workspaceId: z.uuid(),
  email: emailAddress,
  role: z.enum(["owner", "editor", "viewer"]),
});

/**
 * Gives a person a place in a workspace, or another role there. Only an owner may. Throws
 * `not_found` for a foreign workspace, `invalid_input` when nobody has the address or who has it never confirmed it (then
 * it may be anybody), `conflict` when it would leave the workspace without an owner.
 */
export async function addMember(ctx: Ctx, input: z.input<typeof addMemberInput>): Promise<void> {
  const { workspaceId, email, role } = addMemberInput.parse(input);
  await requireOwnedWorkspace(ctx, workspaceId);
  const userId = await requireOwnerOf(ctx, email);
  await ctx.db.$transaction(async (tx) => {
    // Two owners who make each other viewers are seen one after the other.
    await tx.$queryRaw`SELECT id FROM "Workspace" WHERE id = ${workspaceId} FOR UPDATE`;
    const key = { workspaceId_userId: { workspaceId, userId } };
    await tx.member.upsert({
      where: key,
      create: { workspaceId, userId, role },
      update: { role },
    });
    const owners = await tx.member.count({ where: { workspaceId, role: "owner" } });
    if (owners === 0) throw conflict("A workspace keeps at least one owner.");
  });
}

/** Id of the person who showed that the address is theirs. */
async function requireOwnerOf(ctx: Ctx, email: string): Promise<string> {
  const user = await ctx.db.user.findUnique({
    where: { email },
    select: { id: true, emailVerified: true },
  });
  if (user?.emailVerified) return user.id;
  const text = user
    ? "This address is not confirmed yet. Ask its owner to open the link in the mail they got; their profile sends a new one."
    : "Nobody has an account with this address.";
  throw invalidInput(text, { fieldErrors: { email: text } });
}
