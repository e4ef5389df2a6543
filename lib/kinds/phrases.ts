import type { Cut } from "../shared/stones.ts";
import { SQUARE_CUTS } from "./ring/schema.ts";

/** A number as people write it: two decimals at most, none without need. */
export const trim = (value: number) => String(Number(value.toFixed(2)));

/** A stone's size: "6 mm", "8 × 6 mm". */
export function sizeWords(cut: Cut, lengthMm: number, widthMm: number): string {
  return SQUARE_CUTS.includes(cut)
    ? `${trim(lengthMm)} mm`
    : `${trim(lengthMm)} × ${trim(widthMm)} mm`;
}

/** "a", "a and b", "a, b and c". */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}

/** "a 6 mm …", "an 8 mm …". */
export const withArticle = (words: string) =>
  /^(?:[aeio]|8|1[18](?!\d))/i.test(words) ? `an ${words}` : `a ${words}`;
