import { minorDigits } from "#lib/shared/currencies.ts";
import { LARGEST_INT } from "#lib/shared/cursor.ts";

export interface ReadPrice {
  amountMinor: number;
  /** Null where the text names none. */
  currency: string | null;
}

const SIGNS: Record<string, string> = { "€": "EUR", $: "USD", "£": "GBP", "¥": "JPY", "₫": "VND" };
const PRICE = /^(?:([A-Z]{3})|([€$£¥₫]))?\s*(\d[\d.,' \u00a0]*?)\s*(?:([A-Z]{3})|([€$£¥₫]))?$/i;

/**
 * Reads `1,299.00 EUR`, `€25`, `1.299,00`, `1500000 VND` into the smallest unit; without a currency by `standard`'s
 * digits. Null for what is no price: negative, two currencies, too many digits.
 */
export function readPrice(text: string, standard: string): ReadPrice | null {
  const match = PRICE.exec(text.trim());
  if (!match) return null;
  const [, codeBefore, signBefore, digits, codeAfter, signAfter] = match;
  const named = [codeBefore, codeAfter].map((code) => code?.toUpperCase());
  const signed = [signBefore, signAfter].map((sign) => sign && SIGNS[sign]);
  const said = new Set([...named, ...signed].filter((code) => code !== undefined));
  if (said.size > 1) return null;
  const currency = [...said][0] ?? null;
  const amountMinor = toMinor(digits!, minorDigits(currency ?? standard));
  return amountMinor === null ? null : { amountMinor, currency };
}

/** Digits, or thousands parted by one sign. */
const GROUPS = /^(?:\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+)$/;

/** The last point or comma parts the decimals when at most `places` digits follow, and never exactly three otherwise. */
function toMinor(digits: string, places: number): number | null {
  const bare = digits.replace(/[\s'\u00a0]/g, "");
  const at = Math.max(bare.lastIndexOf("."), bare.lastIndexOf(","));
  const after = at < 0 ? "" : bare.slice(at + 1);
  const isDecimal = at >= 0 && after.length > 0 && after.length <= Math.max(places, 2);
  const whole = isDecimal ? bare.slice(0, at) : bare;
  const parts = isDecimal ? after : "";
  if (!GROUPS.test(whole)) return null;
  if (parts.length > places && /[1-9]/.test(parts.slice(places))) return null;
  const minor = Number(
    `${whole.replace(/[.,]/g, "")}${parts.padEnd(places, "0").slice(0, places)}`,
  );
  return Number.isSafeInteger(minor) && minor <= LARGEST_INT ? minor : null;
}
