import type { Category } from "./categories.ts";
import { RULES, type Rule } from "./rules.ts";

/** Why a text is refused: the rule and the words that broke it. */
export interface TextFinding {
  category: Category;
  words: string;
}

/** Signs that look like letters, as people write around a filter. */
const LOOKALIKES: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "@": "a",
  $: "s",
};

/**
 * The text in the form the rules read: lower case, one alphabet, no invisible signs, letters that stand apart put
 * together ("n u d e"), digits inside words as the letters they stand for ("nud3").
 */
export function normaliseText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/\b(?:\p{L}[ .\-_*]){3,}\p{L}\b/gu, (spaced) => spaced.replace(/[ .\-_*]/g, ""))
    .replace(/(?<=\p{L})[01345@$](?=\p{L}|\b)/gu, (sign) => LOOKALIKES[sign] ?? sign)
    .replace(/\s+/g, " ");
}

/**
 * The first rule a text breaks, or null. Rules look at a word with what stands around it in its sentence: a nude
 * lipstick, a naked flame and a swastika in a Jain temple break none.
 */
export function checkText(text: string): TextFinding | null {
  for (const sentence of normaliseText(text).split(/[.!?;\n]+/)) {
    for (const rule of RULES) {
      const words = brokenBy(rule, sentence);
      if (words) return { category: rule.category, words };
    }
  }
  return null;
}

function brokenBy({ word, near, unless }: Rule, sentence: string): string | null {
  const found = word.exec(sentence);
  if (!found) return null;
  if (near && !near.test(sentence)) return null;
  if (unless?.test(sentence)) return null;
  return found[0];
}
