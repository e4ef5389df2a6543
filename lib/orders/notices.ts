import type { NewNotice } from "#lib/notices/notify.ts";
import type { Side } from "#lib/quotes/machine.ts";
import type { OrderStanding } from "./row.ts";

interface Said {
  title: string;
  text: string;
  /** Tells one happening of an order from the next. */
  key: string;
}

/** A notice to one side of an order; none where nobody answers for the atelier any more. */
export function orderNotice(
  order: OrderStanding,
  to: Side,
  { title, text, key }: Said,
): NewNotice[] {
  const userId = to === "customer" ? order.quote.request.createdById : order.atelier.ownerId;
  if (!userId) return [];
  const link = `/orders/${order.id}`;
  return [{ userId, topic: "orders", title, text, link, dedupeKey: `order/${order.id}/${key}` }];
}
