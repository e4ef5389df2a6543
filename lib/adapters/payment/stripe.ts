import { z } from "zod";
import { AppError, forbidden, invalidInput, unavailable } from "../../shared/errors.ts";
import type { BegunPayment, PaymentNotice, PaymentOrder, Payments } from "./port.ts";
import { isSignedByStripe } from "./stripe-signature.ts";

export interface StripeOptions {
  /** `sk_…`. */
  secretKey: string;
  /** `whsec_…`, of the webhook endpoint. */
  webhookSecret: string;
  /** `https://api.stripe.com`, or a double. */
  baseUrl: string;
}

const TIMEOUT_MS = 20_000;

const sessionForm = z.object({ id: z.string(), url: z.url().nullable() });
const failureForm = z.object({ error: z.object({ message: z.string().optional() }) });

const noticeForm = z.object({
  type: z.string(),
  data: z.object({
    object: z.object({
      id: z.string(),
      payment_status: z.string().optional(),
      amount_total: z.number().nullish(),
      currency: z.string().nullish(),
    }),
  }),
});

/** Stripe Checkout: a page of Stripe's takes the payment, and a signed webhook says what became of it. */
export function createStripePayments(options: StripeOptions): Payments {
  return {
    name: "stripe",
    begin: (order) => beginCheckout(options, order),
    end: (reference) => expireCheckout(options, reference),
    readNotice(body, headers, now) {
      const signature = headers.get("stripe-signature");
      if (!isSignedByStripe(body, signature, { secret: options.webhookSecret, now })) {
        throw forbidden("This webhook is not signed by Stripe, or too long ago.");
      }
      return toNotice(parseNotice(body));
    },
  };
}

function post(
  { secretKey, baseUrl }: StripeOptions,
  path: string,
  { form, key }: { form: URLSearchParams; key: string },
): Promise<Response> {
  return fetch(new URL(path, baseUrl), {
    method: "POST",
    headers: {
      authorization: `Bearer ${secretKey}`,
      "content-type": "application/x-www-form-urlencoded",
      "idempotency-key": key,
    },
    body: form.toString(),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((cause: unknown) => {
    throw unavailable("The payment service does not answer. Try again.", { cause });
  });
}

async function beginCheckout(options: StripeOptions, order: PaymentOrder): Promise<BegunPayment> {
  const form = checkoutForm(order);
  const answer = await post(options, "/v1/checkout/sessions", { form, key: order.paymentId });
  if (!answer.ok) throw await toRefusal(answer);
  const session = sessionForm.safeParse(await answer.json().catch(() => null));
  if (!session.success) throw unavailable("The payment service answered something unknown.");
  return { reference: session.data.id, url: session.data.url };
}

/** Stripe expires open sessions alone: of one that was completed or expired before it refuses the request itself. */
async function expireCheckout(options: StripeOptions, reference: string): Promise<boolean> {
  const path = `/v1/checkout/sessions/${encodeURIComponent(reference)}/expire`;
  const form = new URLSearchParams();
  const answer = await post(options, path, { form, key: `expire-${reference}` });
  if (answer.ok) return true;
  const refusal = await toRefusal(answer);
  if (refusal.code === "invalid_input") return false;
  throw refusal;
}

function checkoutForm(order: PaymentOrder): URLSearchParams {
  const { paymentId, orderId, currency, amountMinor, description, returnUrl } = order;
  return new URLSearchParams({
    mode: "payment",
    client_reference_id: paymentId,
    customer_email: order.customerEmail,
    success_url: `${returnUrl}?paid=1`,
    cancel_url: returnUrl,
    "line_items[0][quantity]": "1",
    "line_items[0][price_data][currency]": currency.toLowerCase(),
    "line_items[0][price_data][unit_amount]": String(amountMinor),
    "line_items[0][price_data][product_data][name]": description,
    "metadata[order_id]": orderId,
    "metadata[payment_id]": paymentId,
  });
}

/** Stripe's refusals are the key's or the request's fault, and its own failures pass. */
async function toRefusal(answer: Response): Promise<AppError> {
  const said = failureForm.safeParse(await answer.json().catch(() => null));
  const cause = new Error(`Stripe ${answer.status}: ${said.data?.error.message ?? "no message"}`);
  if (answer.status >= 500 || answer.status === 429) {
    return unavailable("The payment service does not answer. Try again.", { cause });
  }
  if (answer.status === 401 || answer.status === 403) {
    return new AppError("unavailable", "The payment service does not take this site's key.", {
      cause,
    });
  }
  return invalidInput("The payment service refused this payment. Pay the atelier directly.", {
    cause,
  });
}

function parseNotice(body: Uint8Array): z.output<typeof noticeForm> {
  try {
    return noticeForm.parse(JSON.parse(new TextDecoder().decode(body)));
  } catch (cause) {
    throw invalidInput("This webhook cannot be read.", { cause });
  }
}

/** A session that completed may still wait for a slow transfer; that one ends with an event of its own. */
function toNotice({ type, data }: z.output<typeof noticeForm>): PaymentNotice | null {
  const { id, payment_status, amount_total, currency } = data.object;
  const isPaid =
    (type === "checkout.session.completed" && payment_status === "paid") ||
    type === "checkout.session.async_payment_succeeded";
  const isFailed =
    type === "checkout.session.expired" || type === "checkout.session.async_payment_failed";
  if (!isPaid && !isFailed) return null;
  return {
    reference: id,
    outcome: isPaid ? "paid" : "failed",
    currency: (currency ?? "").toUpperCase(),
    amountMinor: amount_total ?? 0,
  };
}
