import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";
import { disputeForm, openDispute } from "#lib/orders/open-dispute.ts";
import { orderForm } from "#lib/orders/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: disputeForm,
  openapi: {
    method: "post",
    path: "/api/v1/orders/{id}/dispute",
    summary: "Ask an admin to look at an order",
    description: "409 while another dispute of it is open.",
    tags: ["Orders"],
    responses: { 200: orderForm },
  },
  handle: ({ ctx, params, body }) => openDispute(ctx, { orderId: params.id, ...body }),
});
