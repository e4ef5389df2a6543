import { createHash, createPublicKey, type KeyObject, verify } from "node:crypto";
import { z } from "zod";
import { falUrl } from "./client.ts";
import { unreachable } from "./errors.ts";

const KEYS_URL = "https://rest.fal.ai/.well-known/jwks.json";
const KEYS_KEPT_MS = 24 * 60 * 60 * 1000;
/** Keys are asked for again after a signature none of them made, at most so often. */
const KEYS_AGAIN_MS = 5 * 60 * 1000;
const KEYS_WITHIN_MS = 10_000;
/** How far a call's time may be from ours. */
const SKEW_S = 300;
const SIGNATURE = /^[0-9a-f]{128}$/i;
const LONGEST_ID = 200;

const keySet = z.object({
  keys: z.array(z.object({ kty: z.string(), crv: z.string().optional(), x: z.string() })).max(20),
});
const payload = z.object({
  request_id: z.string().min(1).max(LONGEST_ID),
  gateway_request_id: z.string().nullish(),
  status: z.enum(["OK", "ERROR"]),
  error: z.string().nullish(),
  payload: z.unknown(),
});

/** What a genuine call says of an order's end. */
export type OrderEnd = {
  requestId: string;
  status: "OK" | "ERROR";
  error: string;
  payload: unknown;
};

export interface SignedCall {
  headers: Headers;
  /** The very bytes, before any reading. */
  body: Uint8Array;
}

/** Tells fal's own calls from all others: by the signature over the raw bytes, and their time. */
export class WebhookGate {
  readonly #baseUrl: string | undefined;
  #keys: KeyObject[] = [];
  #fetchedMs = Number.NEGATIVE_INFINITY;
  #fetching: Promise<void> | null = null;

  constructor(baseUrl: string | undefined) {
    this.#baseUrl = baseUrl;
  }

  /** What a genuine call says, or null for one that is forged, late, early or no call at all. Throws `unavailable` without fal's keys. */
  async read({ headers, body }: SignedCall, nowMs: number): Promise<OrderEnd | null> {
    const id = headers.get("x-fal-webhook-request-id") ?? "";
    const user = headers.get("x-fal-webhook-user-id") ?? "";
    const seconds = headers.get("x-fal-webhook-timestamp") ?? "";
    const signature = headers.get("x-fal-webhook-signature") ?? "";
    if (!id || id.length > LONGEST_ID || !SIGNATURE.test(signature)) return null;
    if (!/^\d{1,12}$/.test(seconds)) return null;
    if (Math.abs(nowMs / 1000 - Number(seconds)) > SKEW_S) return null;
    const hash = createHash("sha256").update(body).digest("hex");
    const message = Buffer.from([id, user, seconds, hash].join("\n"));
    if (!(await this.#isGenuine(message, Buffer.from(signature, "hex"), nowMs))) return null;
    return endOf(body, id);
  }

  async #isGenuine(message: Buffer, signature: Buffer, nowMs: number): Promise<boolean> {
    if (nowMs - this.#fetchedMs > KEYS_KEPT_MS) await this.#fetchOnce(nowMs);
    const isMade = () => this.#keys.some((key) => verify(null, message, key, signature));
    if (isMade()) return true;
    if (nowMs - this.#fetchedMs <= KEYS_AGAIN_MS) return false;
    await this.#fetchOnce(nowMs);
    return isMade();
  }

  /** Calls that come together wait for one answer. */
  #fetchOnce(nowMs: number): Promise<void> {
    this.#fetching ??= this.#fetch(nowMs).finally(() => {
      this.#fetching = null;
    });
    return this.#fetching;
  }

  async #fetch(nowMs: number): Promise<void> {
    try {
      const signal = AbortSignal.timeout(KEYS_WITHIN_MS);
      const response = await fetch(falUrl(KEYS_URL, this.#baseUrl), { signal });
      const { keys } = keySet.parse(await response.json());
      const edwards = keys.filter(({ kty, crv }) => kty === "OKP" && crv === "Ed25519");
      this.#keys = edwards.map((key) => createPublicKey({ key, format: "jwk" }));
      this.#fetchedMs = nowMs;
    } catch (error) {
      throw unreachable(error);
    }
  }
}

function endOf(body: Uint8Array, signedId: string): OrderEnd | null {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
  const parsed = payload.safeParse(json);
  if (!parsed.success) return null;
  const { request_id: requestId, gateway_request_id: gatewayId, status, error } = parsed.data;
  if (signedId !== requestId && signedId !== gatewayId) return null;
  return { requestId, status, error: error ?? "", payload: parsed.data.payload };
}
