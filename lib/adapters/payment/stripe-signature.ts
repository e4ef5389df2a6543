import { createHmac, timingSafeEqual } from "node:crypto";

/** A notice older or younger than this may be a replay. */
const TOLERANCE_S = 300;

/**
 * True when the header `Stripe-Signature` (`t=…,v1=…`, more than one `v1` while a secret is replaced) signs the body: HMAC-SHA256
 * with the endpoint's secret over `t.body`, no more than five minutes off.
 */
export function isSignedByStripe(
  body: Uint8Array,
  header: string | null,
  { secret, now }: { secret: string; now: Date },
): boolean {
  const parts = (header ?? "").split(",").map((part) => part.trim().split("=", 2));
  const time = parts.find(([name]) => name === "t")?.[1] ?? "";
  if (!/^\d{1,12}$/.test(time)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(time)) > TOLERANCE_S) return false;
  const expected = createHmac("sha256", secret).update(`${time}.`).update(body).digest();
  return parts.some(([name, value = ""]) => {
    const given = Buffer.from(name === "v1" ? value : "", "hex");
    return given.byteLength === expected.byteLength && timingSafeEqual(given, expected);
  });
}
