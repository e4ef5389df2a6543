import { createHmac, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface CheckoutSession {
  id: string;
  url: string;
  /** The form as sent. */
  form: URLSearchParams;
  status: "open" | "complete" | "expired";
}

export interface StripeDouble {
  url: string;
  sessions: CheckoutSession[];
  /** The next call is answered so: 402 with an error of Stripe's, or 500. */
  failNext(status: number): void;
  close(): Promise<void>;
}

/** As much of Stripe's API as Checkout takes: sessions by form and their end, a key, and an idempotency key that is honoured. */
export async function openStripeDouble(secretKey: string): Promise<StripeDouble> {
  const sessions: CheckoutSession[] = [];
  const byKey = new Map<string, CheckoutSession>();
  let failure: number | null = null;

  const answer = (response: ServerResponse, status: number, body: unknown) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  const refuse = (response: ServerResponse, status: number, message: string) =>
    answer(response, status, { error: { type: "invalid_request_error", message } });

  const create = (request: IncomingMessage, text: string): CheckoutSession => {
    const key = String(request.headers["idempotency-key"] ?? randomUUID());
    const known = byKey.get(key);
    if (known) return known;
    const id = `cs_test_${randomUUID().replaceAll("-", "")}`;
    const session = {
      id,
      url: `https://checkout.stripe.test/${id}`,
      form: new URLSearchParams(text),
      status: "open" as const,
    };
    byKey.set(key, session);
    sessions.push(session);
    return session;
  };

  const expire = (response: ServerResponse, id: string) => {
    const session = sessions.find((one) => one.id === id);
    if (!session) return refuse(response, 404, `No such checkout.session: ${id}`);
    if (session.status !== "open") {
      return refuse(response, 400, "Only Checkout Sessions with a status of open can be expired.");
    }
    session.status = "expired";
    answer(response, 200, { id, object: "checkout.session", url: null, status: "expired" });
  };

  const server = createServer(async (request, response) => {
    const text = await textOf(request);
    if (failure !== null) {
      const status = failure;
      failure = null;
      return refuse(response, status, "Made to fail.");
    }
    if (request.headers.authorization !== `Bearer ${secretKey}`) {
      return refuse(response, 401, "Invalid API Key provided.");
    }
    const expired = /^\/v1\/checkout\/sessions\/([^/]+)\/expire$/.exec(request.url ?? "")?.[1];
    if (request.method === "POST" && expired) return expire(response, expired);
    if (request.method !== "POST" || request.url !== "/v1/checkout/sessions") {
      return refuse(response, 404, "Unrecognized request URL.");
    }
    const { id, url } = create(request, text);
    answer(response, 200, { id, object: "checkout.session", url, payment_status: "unpaid" });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sessions,
    failNext: (status) => {
      failure = status;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString("utf8");
}

/** The header with which Stripe signs a webhook: `t=…,v1=…`. */
export function signWebhook(body: string, secret: string, at: Date): string {
  const time = Math.floor(at.getTime() / 1000);
  const signature = createHmac("sha256", secret).update(`${time}.${body}`).digest("hex");
  return `t=${time},v1=${signature}`;
}

/** A checkout event as Stripe sends it. */
export function checkoutEvent(
  type: string,
  session: { id: string; payment_status?: string; amount_total?: number; currency?: string },
): string {
  return JSON.stringify({
    id: `evt_${randomUUID()}`,
    object: "event",
    type,
    data: { object: { object: "checkout.session", ...session } },
  });
}
