import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";
import { recordPayment, recordPaymentForm } from "#lib/orders/record-payment.ts";
import { orderForm } from "#lib/orders/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: recordPaymentForm,
  openapi: {
    method: "post",
    path: "/api/v1/orders/{id}/paid",
    summary: "Write down that the money has come (the atelier)",
    description: "For what the two pay between them.",
    tags: ["Orders"],
    responses: { 200: orderForm },
  },
  handle: ({ ctx, params, body }) => recordPayment(ctx, { orderId: params.id, ...body }),
});
