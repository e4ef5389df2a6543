import type { Ctx } from "#lib/context.ts";
import { requireOrder } from "./find-order.ts";
import { toOrderView } from "./order-view.ts";
import type { OrderView } from "./types.ts";

/** An order with its whole course, for either side of it. Throws `not_found`. */
export async function getOrder(ctx: Ctx, orderId: string): Promise<OrderView> {
  const { row, side } = await requireOrder(ctx, orderId, "read");
  return toOrderView(ctx, row, side);
}
