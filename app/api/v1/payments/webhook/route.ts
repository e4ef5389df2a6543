import { z } from "zod";
import { defineRoute } from "#lib/http/define-route.ts";
import { settlePayment } from "#lib/orders/settle-payment.ts";
import { AppError } from "#lib/shared/errors.ts";

/** Events of a payment service are a few kB. */
const MOST_BYTES = 256 * 1024;

async function readBody(request: Request): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of request.body ?? []) {
    bytes += piece.byteLength;
    if (bytes > MOST_BYTES) throw new AppError("too_large", "This is too large for a webhook.");
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

export const POST = defineRoute({
  auth: "public",
  body: "raw",
  openapi: {
    method: "post",
    path: "/api/v1/payments/webhook",
    summary: "Where the payment service says what became of a payment",
    description: "Signed by the service; 403 otherwise, 404 where no service is set up.",
    tags: ["Orders"],
    requestBody: { contentType: "application/json", schema: z.looseObject({ type: z.string() }) },
    responses: { 200: z.object({ received: z.boolean(), settled: z.boolean() }) },
  },
  async handle({ ctx, request }) {
    const body = await readBody(request);
    const notice = ctx.adapters.payments.readNotice(body, request.headers, ctx.now());
    return { received: true, settled: notice ? await settlePayment(ctx, notice) : false };
  },
});
