import { z } from "zod";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";
import { startPayment } from "#lib/orders/start-payment.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  limit: { name: "pay-order", points: 30, seconds: 3600 },
  openapi: {
    method: "post",
    path: "/api/v1/orders/{id}/pay",
    summary: "Begin the payment of an order (the customer)",
    description: "`url` leads to the page that takes it; null where the two pay between them.",
    tags: ["Orders"],
    responses: {
      200: z.object({ paymentId: z.string(), provider: z.string(), url: z.string().nullable() }),
    },
  },
  handle: ({ ctx, params }) => startPayment(ctx, params.id),
});
