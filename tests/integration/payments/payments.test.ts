import "../http/environment.ts";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { POST as webhook } from "#app/api/v1/payments/webhook/route.ts";
import { adapters } from "#lib/adapters/index.ts";
import { createStripePayments } from "#lib/adapters/payment/stripe.ts";
import { listNotices } from "#lib/notices/list-notices.ts";
import { cancelOrder } from "#lib/orders/cancel-order.ts";
import { endOpenPayments } from "#lib/orders/end-open-payments.ts";
import { getOrder } from "#lib/orders/get-order.ts";
import { recordPayment } from "#lib/orders/record-payment.ts";
import { settlePayment } from "#lib/orders/settle-payment.ts";
import { startPayment } from "#lib/orders/start-payment.ts";
import { checkoutEvent, openStripeDouble, signWebhook } from "../../doubles/stripe/server.ts";
import { refusalOf } from "../accounts/people.ts";
import { clear, db } from "../http/environment.ts";
import { serve } from "../http/serve.ts";
import { placeOrder } from "../orders/bench.ts";

const KEY = "sk_test_double";
const SECRET = "whsec_double";
const stripe = await openStripeDouble(KEY);
afterAll(() => stripe.close());

const byStripe = createStripePayments({
  ...{ secretKey: KEY, webhookSecret: SECRET, baseUrl: stripe.url },
});
beforeEach(clear);

/** The process's adapters with Stripe behind the payment port, as its two keys would make them. */
function useStripe() {
  const direct = adapters();
  const withStripe = Object.create(direct, { payments: { value: byStripe } });
  Object.assign(globalThis, { maquetteAdapters: withStripe });
  return () => Object.assign(globalThis, { maquetteAdapters: direct });
}

describe("paid directly", () => {
  test("is written down by the atelier, once", async () => {
    const { customer, maker, orderId } = await placeOrder();
    expect(await startPayment(customer.ctx, orderId)).toMatchObject({
      provider: "direct",
      url: null,
    });
    const paid = await recordPayment(maker.ctx, { orderId, note: "Bank transfer" });
    expect(paid).toMatchObject({ isPaid: true });
    expect(paid.payments).toMatchObject([
      { provider: "direct", status: "paid", amountMinor: 18_050 },
    ]);
    const again = await refusalOf(recordPayment(maker.ctx, { orderId }));
    expect(again.userMessage).toBe("This order is paid already.");
    expect((await refusalOf(startPayment(customer.ctx, orderId))).code).toBe("conflict");
    expect((await refusalOf(recordPayment(customer.ctx, { orderId }))).code).toBe("not_found");
  });

  test("is not asked for once the order is cancelled", async () => {
    const { customer, orderId } = await placeOrder();
    await cancelOrder(customer.ctx, { orderId, reason: "No" });
    expect((await refusalOf(startPayment(customer.ctx, orderId))).code).toBe("conflict");
  });
});

describe("paid by Stripe Checkout", () => {
  test("is begun once, with the sum and the way back, and settled by a signed webhook", async () => {
    const restore = useStripe();
    const site = await serve(webhook);
    const placed = await placeOrder();
    const { orderId } = placed;
    const ctx = { ...placed.customer.ctx, adapters: adapters() };
    const begun = await startPayment(ctx, orderId);
    const again = await Promise.all([startPayment(ctx, orderId), startPayment(ctx, orderId)]);
    expect(again).toEqual([begun, begun]);
    const session = stripe.sessions.at(-1)!;
    expect(begun.url).toBe(session.url);
    expect(Object.fromEntries(session.form)).toMatchObject({
      "line_items[0][price_data][unit_amount]": "18050",
      "line_items[0][price_data][currency]": "eur",
      cancel_url: `http://maquette.test/orders/${orderId}`,
      customer_email: placed.customer.email,
    });
    const send = (body: string, at = new Date(), secret = SECRET) =>
      fetch(site.url, {
        method: "POST",
        body,
        headers: { "stripe-signature": signWebhook(body, secret, at) },
      });
    const paid = { id: session.id, payment_status: "paid", amount_total: 18_050, currency: "eur" };
    const type = "checkout.session.completed";
    const event = checkoutEvent(type, paid);
    expect((await send(event, new Date(), "whsec_other")).status).toBe(403);
    expect((await send(event, new Date(Date.now() - 600_000))).status).toBe(403);
    expect((await fetch(site.url, { method: "POST", body: event })).status).toBe(403);
    const unpaid = await send(checkoutEvent(type, { ...paid, payment_status: "unpaid" }));
    expect(await unpaid.json()).toEqual({ received: true, settled: false });
    const wrongSum = await send(checkoutEvent(type, { ...paid, amount_total: 1 }));
    expect(await wrongSum.json()).toEqual({ received: true, settled: false });
    expect((await getOrder(ctx, orderId)).isPaid).toBe(false);
    const [told] = (await listNotices(placed.maker.ctx, {})).items;
    expect(told?.text).toContain("0.01 EUR came in where 180.50 EUR was asked for");
    expect(await (await send(event)).json()).toEqual({ received: true, settled: true });
    expect(await (await send(event)).json()).toEqual({ received: true, settled: false });
    expect((await getOrder(ctx, orderId)).isPaid).toBe(true);
    expect(await db.notice.count({ where: { title: "Payment received" } })).toBe(2);
    restore();
  });

  test("after it was paid directly, or cancelled, is told to be given back", async () => {
    const restore = useStripe();
    const { customer, maker, orderId } = await placeOrder();
    const ctx = { ...customer.ctx, adapters: adapters() };
    await startPayment(ctx, orderId);
    const session = stripe.sessions.at(-1)!;
    session.status = "complete";
    await recordPayment({ ...maker.ctx, adapters: adapters() }, { orderId, note: "Cash" });
    const { reference } = await db.payment.findFirstOrThrow({ where: { provider: "stripe" } });
    expect(reference).toBe(session.id);
    const notice = { reference: session.id, outcome: "paid", currency: "EUR", amountMinor: 18_050 };
    expect(await settlePayment(ctx, { ...notice, outcome: "paid" })).toBe(true);
    const titles = (await listNotices(customer.ctx, {})).items.map(({ title }) => title);
    expect(titles[0]).toBe("A payment is to be given back");
    restore();
  });

  test("is ended with Stripe when the order is paid otherwise or cancelled", async () => {
    const restore = useStripe();
    const site = await serve(webhook);
    for (const end of ["cash", "cancel"]) {
      const { customer, maker, orderId } = await placeOrder();
      const [ctx, theirs] = [customer.ctx, maker.ctx].map((one) => ({
        ...{ ...one, adapters: adapters() },
      })) as [typeof customer.ctx, typeof maker.ctx];
      await startPayment(ctx, orderId);
      const session = stripe.sessions.at(-1)!;
      if (end === "cash") await recordPayment(theirs, { orderId, note: "Cash" });
      else await cancelOrder(ctx, { orderId, reason: "No" });
      expect(session.status).toBe("expired");
      const where = { provider: "stripe", reference: session.id };
      expect(await db.payment.findFirst({ where })).toMatchObject({ status: "failed" });
      const body = checkoutEvent("checkout.session.expired", { id: session.id });
      const headers = { "stripe-signature": signWebhook(body, SECRET, new Date()) };
      const told = await fetch(site.url, { method: "POST", body, headers });
      expect(await told.json()).toMatchObject({ settled: false });
      const titles = (await listNotices(ctx, {})).items.map(({ title }) => title);
      expect(titles).not.toContain("The payment did not go through");
    }
    restore();
  });

  test("is ended by the sweep where Stripe was away at that moment", async () => {
    const restore = useStripe();
    const { customer, orderId } = await placeOrder();
    const ctx = { ...customer.ctx, adapters: adapters() };
    await startPayment(ctx, orderId);
    const session = stripe.sessions.at(-1)!;
    expect(await endOpenPayments(ctx)).toBe(0);
    stripe.failNext(500);
    await cancelOrder(ctx, { orderId, reason: "No" });
    expect(session.status).toBe("open");
    expect(await endOpenPayments(ctx)).toBe(1);
    expect(session.status).toBe("expired");
    expect(await endOpenPayments(ctx)).toBe(0);
    restore();
  });

  test("begins anew after a session that ran out", async () => {
    const restore = useStripe();
    const site = await serve(webhook);
    const { customer, orderId } = await placeOrder();
    const ctx = { ...customer.ctx, adapters: adapters() };
    const first = await startPayment(ctx, orderId);
    const body = checkoutEvent("checkout.session.expired", { id: stripe.sessions.at(-1)!.id });
    const headers = { "stripe-signature": signWebhook(body, SECRET, new Date()) };
    expect(await (await fetch(site.url, { method: "POST", body, headers })).json()).toMatchObject({
      settled: true,
    });
    const second = await startPayment(ctx, orderId);
    expect(second.paymentId).not.toBe(first.paymentId);
    restore();
  });

  test("begins anew after a day in which nobody told of the session's end, and takes a late payment", async () => {
    const restore = useStripe();
    const { customer, orderId } = await placeOrder();
    const ctx = { ...customer.ctx, adapters: adapters() };
    await startPayment(ctx, orderId);
    const { id } = stripe.sessions.at(-1)!;
    const tomorrow = { ...ctx, now: () => new Date(Date.now() + 24 * 3_600_000) };
    await startPayment(tomorrow, orderId);
    expect(stripe.sessions.at(-1)!.id).not.toBe(id);
    const late = { reference: id, currency: "EUR", amountMinor: 18_050, outcome: "paid" } as const;
    expect(await settlePayment(ctx, late)).toBe(true);
    expect((await getOrder(ctx, orderId)).isPaid).toBe(true);
    restore();
  });

  test("says so in plain words when Stripe is away, refuses the key, or the payment", async () => {
    const { customer, orderId } = await placeOrder();
    const ctxWith = (payments: typeof byStripe) => {
      return {
        ...customer.ctx,
        adapters: Object.create(adapters(), { payments: { value: payments } }),
      };
    };
    for (const [status, code] of [
      [500, "unavailable"],
      [402, "invalid_input"],
    ] as const) {
      stripe.failNext(status);
      expect((await refusalOf(startPayment(ctxWith(byStripe), orderId))).code).toBe(code);
    }
    const options = { secretKey: "sk_wrong", webhookSecret: SECRET, baseUrl: stripe.url };
    const wrongKey = createStripePayments(options);
    const refused = await refusalOf(startPayment(ctxWith(wrongKey), orderId));
    expect([refused.code, refused.retryable]).toEqual(["unavailable", false]);
    const nobody = createStripePayments({ ...options, baseUrl: "http://127.0.0.1:1" });
    expect((await refusalOf(startPayment(ctxWith(nobody), orderId))).code).toBe("unavailable");
    expect(await db.payment.findMany()).toMatchObject([{ status: "pending", reference: null }]);
    const url = (await startPayment(ctxWith(byStripe), orderId)).url;
    expect(url).toBe(stripe.sessions.at(-1)?.url);
  });
});

test("without a payment service its webhook is not there", async () => {
  const site = await serve(webhook);
  expect((await fetch(site.url, { method: "POST", body: "{}" })).status).toBe(404);
});
