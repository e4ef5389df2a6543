import { z } from "zod";
import { requireAdmin } from "#lib/accounts/require-admin.ts";
import type { Ctx } from "#lib/context.ts";
import { notify } from "#lib/notices/notify.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { conflict, notFound } from "#lib/shared/errors.ts";
import { orderNotice } from "./notices.ts";
import { standingSelect } from "./row.ts";

export const resolveForm = z.object({ resolution: z.string().trim().min(3).max(4000) });

export type ResolveDisputeInput = z.output<typeof resolveForm> & { disputeId: string };

/** Ends a dispute with an admin's word, which both sides read. Throws `forbidden`, `not_found`, `conflict` (ended already). */
export async function resolveDispute(ctx: Ctx, input: ResolveDisputeInput): Promise<void> {
  const resolvedById = await requireAdmin(ctx);
  const { disputeId: id, resolution } = input;
  const dispute = await ctx.db.dispute.findUnique({
    where: { id },
    select: { order: { select: standingSelect } },
  });
  if (!dispute) throw notFound("dispute");
  await ctx.db.$transaction(async (tx) => {
    const resolved = await tx.dispute.updateMany({
      where: { id, status: "open" },
      data: {
        ...{ status: "resolved", resolution, resolvedAt: ctx.now() },
        resolvedById,
      },
    });
    if (resolved.count === 0) throw conflict("This dispute was ended already.");
    const told = (["customer", "atelier"] as const).flatMap((side) =>
      orderNotice(dispute.order, side, {
        title: `The dispute about ${dispute.order.proof.title} has ended`,
        text: resolution,
        key: `resolved/${id}`,
      }),
    );
    await notify(tx, told);
  });
  await flushOutbox(ctx.db);
}
