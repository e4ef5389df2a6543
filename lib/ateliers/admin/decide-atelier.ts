import { z } from "zod";
import type { AtelierStatus } from "#generated/prisma/client.ts";
import { publicUrl } from "#lib/accounts/mails.ts";
import { requireAdmin } from "#lib/accounts/require-admin.ts";
import type { MailMessage } from "#lib/adapters/mail/port.ts";
import type { Ctx } from "#lib/context.ts";
import { conflict, invalidInput, notFound } from "#lib/shared/errors.ts";

export const DECISIONS = ["approve", "refuse", "suspend", "restore"] as const;

export const decisionInput = z.object({
  atelierId: z.string(),
  decision: z.enum(DECISIONS),
  /** What the owner reads; needed to refuse and to suspend. */
  reason: z.string().trim().max(1000).default(""),
});

interface Move {
  from: AtelierStatus[];
  to: AtelierStatus;
}

const MOVES: Record<(typeof DECISIONS)[number], Move> = {
  approve: { from: ["pending", "refused"], to: "approved" },
  refuse: { from: ["pending"], to: "refused" },
  suspend: { from: ["approved"], to: "suspended" },
  restore: { from: ["suspended"], to: "approved" },
};

/**
 * Approves, refuses, suspends or restores an atelier and tells its owner by mail. Throws `forbidden` for anybody but an
 * admin, `not_found`, `invalid_input` without a reason, `conflict` where it is in no state for that.
 */
export async function decideAtelier(
  ctx: Ctx,
  { atelierId, decision, reason }: z.output<typeof decisionInput>,
): Promise<{ status: AtelierStatus }> {
  const statusChangedById = await requireAdmin(ctx);
  const { from, to } = MOVES[decision];
  if ((to === "refused" || to === "suspended") && reason === "") {
    throw invalidInput("Say why: the owner reads it.", { fieldErrors: { reason: "Say why." } });
  }
  const owner = await ctx.db.$transaction(async (tx) => {
    const { count } = await tx.atelier.updateMany({
      where: { id: atelierId, status: { in: from } },
      data: {
        status: to,
        statusReason: reason || null,
        statusChangedAt: ctx.now(),
        statusChangedById,
      },
    });
    const row = await tx.atelier.findUnique({
      where: { id: atelierId },
      select: {
        name: true,
        status: true,
        owner: { select: { id: true, email: true, role: true } },
      },
    });
    if (!row) throw notFound("atelier");
    if (count === 0) throw conflict(`This atelier is ${row.status}: it cannot be moved to ${to}.`);
    if (to === "approved" && row.owner?.role === "user") {
      await tx.user.update({ where: { id: row.owner.id }, data: { role: "atelier" } });
    }
    return row.owner && { email: row.owner.email, name: row.name };
  });
  if (owner) await ctx.adapters.mail.send(decisionMail(owner, to, reason));
  return { status: to };
}

function decisionMail(
  { email, name }: { email: string; name: string },
  status: AtelierStatus,
  reason: string,
): MailMessage {
  const isOpen = status === "approved";
  const subject = isOpen ? `${name} is approved` : `${name} was ${status}`;
  const link = publicUrl(isOpen ? "/desk" : "/ateliers/join");
  const text = isOpen
    ? `Customers find ${name} from now on. Your desk: ${link}`
    : `The reason: ${reason}\n\nYour page: ${link}`;
  return { to: email, subject, text: `${text}\n` };
}
