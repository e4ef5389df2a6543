import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";
import { deliverOrder } from "#lib/orders/deliver-order.ts";
import { orderForm } from "#lib/orders/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  idempotent: true,
  openapi: {
    method: "post",
    path: "/api/v1/orders/{id}/deliver",
    summary: "Say that it has come (the customer)",
    tags: ["Orders"],
    responses: { 200: orderForm },
  },
  handle: ({ ctx, params }) => deliverOrder(ctx, params.id),
});
