import type { Rewrite } from "./tongue.ts";

/** Numbers of the continent and of Vietnam in the form the grammar reads: 1.500 € → 1500, 2,4 → 2.4, 7,5x5 → 7.5 x 5. */
export const NUMBER_REWRITES: readonly Rewrite[] = [
  [
    /\b\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?=\s*(?:€|euros?\b|eur\b|\$|usd|dollars?|vnd|đ|₫|đồng|franken|chf|g\b))/giu,
    (written = "") => written.replace(/\D/g, ""),
  ],
  [/(\d),(\d)/g, "$1.$2"],
  [/(\d)\s*(?:x|×|\*)\s*(\d)/gi, "$1 x $2"],
  [/(\d)(mm|cm)\b/gi, "$1 $2"],
];
