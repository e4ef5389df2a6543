"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { readAmount } from "#components/design/read-amount.ts";
import { defineAction } from "#lib/http/define-action.ts";
import { parseInput } from "#lib/http/invalid-fields.ts";
import { cancelForm, cancelOrder } from "#lib/orders/cancel-order.ts";
import { confirmOrder } from "#lib/orders/confirm-order.ts";
import { deliverOrder } from "#lib/orders/deliver-order.ts";
import { disputeForm, openDispute } from "#lib/orders/open-dispute.ts";
import { recordPayment, recordPaymentForm } from "#lib/orders/record-payment.ts";
import { resolveDispute, resolveForm } from "#lib/orders/resolve-dispute.ts";
import { reviewForm, reviewOrder } from "#lib/orders/review-order.ts";
import { shipForm, shipOrder } from "#lib/orders/ship-order.ts";
import { startPayment } from "#lib/orders/start-payment.ts";
import { conflict } from "#lib/shared/errors.ts";

const orderInput = z.object({ orderId: z.string() });
/** An input left empty is one that was not filled in. */
const optional = z
  .string()
  .optional()
  .transform((text) => text?.trim() || undefined);

const shown = (orderId: string) => revalidatePath(`/orders/${orderId}`);

export const confirmOrderAction = defineAction({
  auth: "user",
  input: orderInput,
  async handle({ ctx, input: { orderId } }) {
    await confirmOrder(ctx, orderId);
    shown(orderId);
    return {};
  },
});

export const shipOrderAction = defineAction({
  auth: "user",
  input: orderInput.extend({
    carrier: optional,
    tracking: optional,
    trackingUrl: optional,
    measuredMassG: optional,
  }),
  async handle({ ctx, input: { orderId, measuredMassG, ...input } }) {
    const massG = measuredMassG === undefined ? undefined : readAmount(measuredMassG, 3);
    const shipment = parseInput(shipForm, { ...input, measuredMassG: massG });
    await shipOrder(ctx, { orderId, ...shipment });
    shown(orderId);
    return {};
  },
});

export const deliverOrderAction = defineAction({
  auth: "user",
  input: orderInput,
  async handle({ ctx, input: { orderId } }) {
    await deliverOrder(ctx, orderId);
    shown(orderId);
    return {};
  },
});

export const reviewOrderAction = defineAction({
  auth: "user",
  input: orderInput.extend({
    rating: z.coerce.number({ error: "Choose how many stars." }).pipe(reviewForm.shape.rating),
    text: optional,
  }),
  async handle({ ctx, input: { orderId, ...input } }) {
    await reviewOrder(ctx, { orderId, ...parseInput(reviewForm, input) });
    shown(orderId);
    return {};
  },
});

export const cancelOrderAction = defineAction({
  auth: "user",
  input: cancelForm.extend(orderInput.shape),
  async handle({ ctx, input }) {
    await cancelOrder(ctx, input);
    shown(input.orderId);
    return {};
  },
});

export const payOrderAction = defineAction({
  auth: "user",
  input: orderInput,
  limit: { name: "pay-order", points: 30, seconds: 3600 },
  async handle({ ctx, input }): Promise<never> {
    const { url } = await startPayment(ctx, input.orderId);
    if (!url) throw conflict("Pay the atelier directly, as you agreed.");
    redirect(url);
  },
});

export const recordPaymentAction = defineAction({
  auth: "user",
  input: orderInput.extend({ note: optional }),
  async handle({ ctx, input: { orderId, ...input } }) {
    await recordPayment(ctx, { orderId, ...parseInput(recordPaymentForm, input) });
    shown(orderId);
    return {};
  },
});

export const openDisputeAction = defineAction({
  auth: "user",
  input: disputeForm.extend(orderInput.shape),
  limit: { name: "open-dispute", points: 10, seconds: 3600 },
  async handle({ ctx, input }) {
    await openDispute(ctx, input);
    shown(input.orderId);
    return {};
  },
});

export const resolveDisputeAction = defineAction({
  auth: "user",
  input: resolveForm.extend({ disputeId: z.string() }),
  async handle({ ctx, input }) {
    await resolveDispute(ctx, input);
    revalidatePath("/admin/disputes");
    return {};
  },
});
