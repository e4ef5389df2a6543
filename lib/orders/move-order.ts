import type { Prisma } from "#generated/prisma/client.ts";
import type { Tx } from "#lib/db.ts";
import type { Party } from "#lib/quotes/machine.ts";
import { type AppError, conflict, internal } from "#lib/shared/errors.ts";
import { findTransition } from "#lib/shared/state-machine.ts";
import { ORDER_MACHINE, type OrderAction, type OrderState } from "./machine.ts";

/** What is known of an order when a change of it is decided. */
export interface OrderSeen {
  id: string;
  status: OrderState;
  version: number;
}

export interface OrderMove {
  action: OrderAction;
  by: Party;
  /** Null for the clock. */
  actorId: string | null;
  at: Date;
}

/**
 * Moves an order along the machine, if it still stands as it was seen. Throws `conflict` when the action is not one of its
 * state, and when somebody was first.
 */
export async function moveOrder(
  tx: Tx,
  seen: OrderSeen,
  move: OrderMove,
  data: Prisma.OrderUncheckedUpdateManyInput = {},
): Promise<void> {
  const { action, by, actorId, at } = move;
  const way = findTransition(ORDER_MACHINE, action, by);
  if (!way) throw internal(new Error(`${by} may not ${action} an order`));
  if (!way.from.includes(seen.status)) throw wrongState(seen.status, move);
  const moved = await tx.order.updateMany({
    where: { id: seen.id, version: seen.version, status: { in: [...way.from] } },
    data: { ...data, status: way.to, version: { increment: 1 }, updatedAt: at },
  });
  if (moved.count === 0) throw await lostRace(tx, seen.id, move);
  await tx.orderChange.create({
    data: {
      orderId: seen.id,
      version: seen.version + 1,
      ...{ action, by, actorId, at },
      from: seen.status,
      to: way.to,
    },
  });
}

async function lostRace(tx: Tx, id: string, move: OrderMove): Promise<AppError> {
  const { status } = await tx.order.findUniqueOrThrow({ where: { id }, select: { status: true } });
  const way = findTransition(ORDER_MACHINE, move.action, move.by);
  if (!way?.from.includes(status)) return wrongState(status, move);
  return conflict("This order changed while you decided. Look at it again.", {
    details: { reason: "changed_meanwhile", status },
  });
}

const STANDS: Record<OrderState, string> = {
  accepted: "waits for the atelier to confirm it",
  confirmed: "is confirmed, and work has not begun",
  in_work: "is in work",
  shipped: "is on its way",
  delivered: "was delivered",
  reviewed: "was delivered and reviewed",
  cancelled: "was cancelled",
};

const CANNOT: Record<OrderAction, string> = {
  confirm: "It cannot be confirmed now",
  milestone: "No milestone can be added now",
  ship: "It cannot be sent now",
  deliver: "It cannot be marked as delivered now",
  review: "It cannot be reviewed now",
  cancel: "It cannot be cancelled now",
};

function wrongState(status: OrderState, { action, by }: OrderMove): AppError {
  const dispute =
    action === "cancel" && by === "customer" && status === "in_work"
      ? " Talk to the atelier, or open a dispute."
      : "";
  return conflict(`This order ${STANDS[status]}. ${CANNOT[action]}.${dispute}`, {
    details: { reason: "wrong_status", status, action },
  });
}
