/** A rewriting of a message before its words are looked up: what is found and what stands there afterwards. */
export type Rewrite = readonly [found: RegExp, instead: string | ((...found: string[]) => string)];

/**
 * A language in which the designer is spoken to. There is one grammar, and its words are English; a tongue is the
 * dictionary that leads to them, so a kind's words exist once in each language and its rules once in all.
 */
export interface Tongue {
  id: string;
  /**
   * Lines of `grammar words = phrase, phrase`: what the grammar knows and how it is said here. Of equal phrases the
   * first holds. Before a lone `=` stand words that carry nothing, such as "please".
   */
  dictionary: readonly string[];
  /** What a phrase list cannot say: order of words, elisions, sizes, money. Applied in order, not inside quotes. */
  rewrites: readonly Rewrite[];
  /** Rewrites what came out, where the order of the language's words is another. */
  reorders?: readonly Rewrite[];
  /** Find texts and names that are announced without quotes and end the match; the text is the group `text`. */
  announced: readonly RegExp[];
  /** A word in the form it is looked up: without case, and accents where they make no difference. */
  fold(word: string): string;
  /** What a written word may be a form of, in the same folded form: plural, gender, case. */
  stems(word: string): readonly string[];
  /** Words are made of others ("Saphirring"), with these letters between them. */
  joints?: readonly string[];
  /** Letters that no other of the languages has. */
  letters?: RegExp;
  /** Nearly every sentence has one of these letters: without any, its words are a guess and count half. */
  needsLetters?: true;
}
