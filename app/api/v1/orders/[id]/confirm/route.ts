import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";
import { confirmOrder } from "#lib/orders/confirm-order.ts";
import { orderForm } from "#lib/orders/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  idempotent: true,
  openapi: {
    method: "post",
    path: "/api/v1/orders/{id}/confirm",
    summary: "Take the order on (the atelier)",
    tags: ["Orders"],
    responses: { 200: orderForm },
  },
  handle: ({ ctx, params }) => confirmOrder(ctx, params.id),
});
