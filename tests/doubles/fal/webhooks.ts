import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";

export interface WebhookKeys {
  privateKey: KeyObject;
  /** The public half as a key set of the web. */
  jwks: { keys: Record<string, unknown>[] };
}

export function makeWebhookKeys(): WebhookKeys {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  return { privateKey, jwks: { keys: [publicKey.export({ format: "jwk" }) as never] } };
}

export interface SignedWebhook {
  body: string;
  headers: Record<string, string>;
}

/** A call as fal signs it: over request id, user, time and the hash of the very bytes. */
export function signWebhook(
  { privateKey }: WebhookKeys,
  payload: { request_id: string },
  nowMs = Date.now(),
): SignedWebhook {
  const body = JSON.stringify(payload);
  const seconds = String(Math.floor(nowMs / 1000));
  const hash = createHash("sha256").update(body).digest("hex");
  const message = [payload.request_id, "double-user", seconds, hash].join("\n");
  return {
    body,
    headers: {
      "content-type": "application/json",
      "x-fal-webhook-request-id": payload.request_id,
      "x-fal-webhook-user-id": "double-user",
      "x-fal-webhook-timestamp": seconds,
      "x-fal-webhook-signature": sign(null, Buffer.from(message), privateKey).toString("hex"),
    },
  };
}
