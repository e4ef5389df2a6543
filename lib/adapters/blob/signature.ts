import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { SignedUrlOptions } from "./port.ts";

/** Path of the route that answers signed links. */
export const BLOB_ROUTE = "/api/blob";
/** Links signed within one window are equal, so that browsers can cache what they point to. */
const WINDOW_SECONDS = 300;

export interface LinkFacts {
  key: string;
  /** Unix seconds. */
  expires: number;
  filename: string;
  disposition: "inline" | "attachment";
}

/** The key that signs links, derived so that it differs from the one that signs sessions. */
export function linkSecret(secret: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, "", "maquette blob links", 32));
}

function sign(secret: Uint8Array, link: LinkFacts): string {
  const message = JSON.stringify([link.key, link.expires, link.filename, link.disposition]);
  return createHmac("sha256", secret).update(message).digest("base64url");
}

/** A link relative to the site, valid for at least the time asked for. */
export function signLink(
  secret: Uint8Array,
  key: string,
  options: SignedUrlOptions,
  now: Date,
): string {
  const seconds = Math.floor(now.getTime() / 1000) + options.expiresInSeconds;
  const expires = Math.ceil(seconds / WINDOW_SECONDS) * WINDOW_SECONDS;
  const link: LinkFacts = {
    key,
    expires,
    filename: options.filename ?? "",
    disposition: options.disposition ?? "inline",
  };
  const query = new URLSearchParams({ expires: String(expires) });
  if (link.filename) query.set("filename", link.filename);
  if (link.disposition === "attachment") query.set("disposition", "attachment");
  query.set("signature", sign(secret, link));
  return `${BLOB_ROUTE}/${key}?${query}`;
}

export type LinkState = "valid" | "expired" | "forged";

/** Whether a link was signed here and is still good. */
export function checkLink(
  secret: Uint8Array,
  link: LinkFacts,
  signature: string,
  now: Date,
): LinkState {
  const expected = Buffer.from(sign(secret, link));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return "forged";
  return link.expires * 1000 > now.getTime() ? "valid" : "expired";
}
