import { v7 as newUuid } from "uuid";
import { z } from "zod";
import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { notify } from "#lib/notices/notify.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { otherSide } from "#lib/quotes/notices.ts";
import { conflict } from "#lib/shared/errors.ts";
import { requireOwnStanding } from "./find-order.ts";
import { getOrder } from "./get-order.ts";
import { orderNotice } from "./notices.ts";
import type { OrderView } from "./types.ts";

export const disputeForm = z.object({ text: z.string().trim().min(10).max(4000) });

export type OpenDisputeInput = z.output<typeof disputeForm> & { orderId: string };

/** Asks an admin to look at an order. Throws `not_found`, `conflict` while another one is open. */
export async function openDispute(ctx: Ctx, input: OpenDisputeInput): Promise<OrderView> {
  const { standing: order, side } = await requireOwnStanding(ctx, input.orderId);
  const id = newUuid();
  const { text } = input;
  await ctx.db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Order" WHERE "id" = ${order.id} FOR UPDATE`;
    const open = await tx.dispute.count({ where: { orderId: order.id, status: "open" } });
    if (open > 0) throw conflict("An admin looks at this order already.");
    const openedById = actorUserId(ctx.actor);
    await tx.dispute.create({
      data: {
        ...{ id, orderId: order.id, openedById, openedBy: side, text },
        createdAt: ctx.now(),
      },
    });
    const told = orderNotice(order, otherSide(side), {
      title: `A dispute about ${order.proof.title}`,
      text: "An admin will look at it. You can write in the quote's talk meanwhile.",
      key: `dispute/${id}`,
    });
    const admins = await tx.user.findMany({ where: { role: "admin" }, select: { id: true } });
    await notify(tx, [
      ...told,
      ...admins.map((admin) => ({
        ...{ userId: admin.id, topic: "orders" as const, link: "/admin/disputes" },
        title: `A dispute about ${order.proof.title}`,
        text: text.slice(0, 200),
        dedupeKey: `dispute/${id}`,
      })),
    ]);
  });
  await flushOutbox(ctx.db);
  return getOrder(ctx, order.id);
}
