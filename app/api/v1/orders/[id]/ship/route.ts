import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";
import { shipForm, shipOrder } from "#lib/orders/ship-order.ts";
import { orderForm } from "#lib/orders/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: shipForm,
  openapi: {
    method: "post",
    path: "/api/v1/orders/{id}/ship",
    summary: "Hand the order over (the atelier)",
    description:
      "With the weight on the scale the atelier's own density of the alloy is corrected.",
    tags: ["Orders"],
    responses: { 200: orderForm },
  },
  handle: ({ ctx, params, body }) => shipOrder(ctx, { orderId: params.id, ...body }),
});
