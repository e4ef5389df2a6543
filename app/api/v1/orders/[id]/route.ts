import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";
import { getOrder } from "#lib/orders/get-order.ts";
import { orderForm } from "#lib/orders/wire.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  openapi: {
    method: "get",
    path: "/api/v1/orders/{id}",
    summary: "An order with its milestones, shipment, payments and review",
    tags: ["Orders"],
    responses: { 200: orderForm },
  },
  handle: ({ ctx, params }) => getOrder(ctx, params.id),
});
