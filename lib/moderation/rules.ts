import type { Category } from "./categories.ts";
import { DE } from "./words/de.ts";
import { EN } from "./words/en.ts";
import { FR } from "./words/fr.ts";
import { VI } from "./words/vi.ts";
import type { Words } from "./words/words.ts";

/** A word that is refused, with the company it needs or that clears it, all within one sentence. */
export interface Rule {
  category: Category;
  word: RegExp;
  /** Refused only beside one of these. */
  near?: RegExp;
  /** Fine beside one of these. */
  unless?: RegExp;
}

/** Words of a sort in every language: `\b` would end a word at a letter with an accent. */
function anyOf(sort: keyof Words): RegExp {
  const words = [EN, DE, FR, VI].map((language) => language[sort]).join("|");
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, "u");
}

const harmlessNude = anyOf("harmlessNude");

/** In order: the first that is broken names the reason. */
export const RULES: readonly Rule[] = [
  { category: "minors", word: anyOf("sexual"), near: anyOf("young"), unless: harmlessNude },
  { category: "minors", word: anyOf("childAbuse") },
  {
    category: "real_person",
    word: anyOf("undressing"),
    unless: /\b(?:mannequin|dummy|background)\b/,
  },
  { category: "nudity", word: anyOf("nude"), near: anyOf("person"), unless: harmlessNude },
  { category: "nudity", word: anyOf("explicit") },
  { category: "hate", word: anyOf("swastika"), unless: anyOf("faith") },
  { category: "hate", word: anyOf("hate"), unless: anyOf("remembrance") },
  { category: "violence", word: anyOf("cruelty"), unless: anyOf("legend") },
  { category: "weapons", word: anyOf("weapon"), unless: anyOf("toy") },
];
