import type { Env } from "../../env.ts";
import { createDirectPayments } from "./direct.ts";
import type { Payments } from "./port.ts";
import { createStripePayments } from "./stripe.ts";

const STRIPE = "https://api.stripe.com";

/** Stripe Checkout with both of its keys; without them the two sides pay as they agree. */
export function createPayments(env: Env): Payments {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret } = env;
  if (!secretKey || !webhookSecret) return createDirectPayments();
  return createStripePayments({ secretKey, webhookSecret, baseUrl: env.STRIPE_BASE_URL ?? STRIPE });
}
