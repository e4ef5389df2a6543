import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";
import { cancelForm, cancelOrder } from "#lib/orders/cancel-order.ts";
import { orderForm } from "#lib/orders/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: cancelForm,
  openapi: {
    method: "post",
    path: "/api/v1/orders/{id}/cancel",
    summary: "Cancel an order",
    description: "The customer until work has begun, the atelier until it is sent.",
    tags: ["Orders"],
    responses: { 200: orderForm },
  },
  handle: ({ ctx, params, body }) => cancelOrder(ctx, { orderId: params.id, ...body }),
});
