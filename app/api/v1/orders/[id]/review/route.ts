import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";
import { reviewForm, reviewOrder } from "#lib/orders/review-order.ts";
import { orderForm } from "#lib/orders/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: reviewForm,
  openapi: {
    method: "post",
    path: "/api/v1/orders/{id}/review",
    summary: "Rate a delivered order (the customer)",
    description: "Once an order.",
    tags: ["Orders"],
    responses: { 200: orderForm },
  },
  handle: ({ ctx, params, body }) => reviewOrder(ctx, { orderId: params.id, ...body }),
});
