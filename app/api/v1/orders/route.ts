import { z } from "zod";
import { defineRoute } from "#lib/http/define-route.ts";
import { listQuery } from "#lib/http/list.ts";
import { listOrders } from "#lib/orders/list-orders.ts";
import { ORDER_STATES } from "#lib/orders/machine.ts";
import { orderSummaryForm } from "#lib/orders/wire.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  query: listQuery.extend({
    as: z.enum(["customer", "atelier"]).optional().describe("Only those of this side of yours."),
    status: z.enum(ORDER_STATES).optional(),
  }),
  openapi: {
    method: "get",
    path: "/api/v1/orders",
    summary: "Your orders, placed or taken, the last moved first",
    tags: ["Orders"],
    responses: {
      200: z.object({ items: z.array(orderSummaryForm), nextCursor: z.string().nullable() }),
    },
  },
  handle: ({ ctx, query: { status, ...query } }) =>
    listOrders(ctx, { ...query, ...(status && { status: [status] }) }),
});
