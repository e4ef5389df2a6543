import type { Comparison, Dimension, Language, Mark } from "./language.ts";
import { type Quantity, QuantityReader } from "./quantities.ts";
import { type Token, tokenise } from "./tokens.ts";
import { type PhraseMatch, type Phrases, singulars, Vocabulary } from "./vocabulary.ts";

/** What a piece of a message says; `Term` are the words of one kind (parts, materials, styles, sizes). */
export type Meaning<Term> =
  | { type: "term"; term: Term }
  | { type: "quantity"; quantity: Quantity }
  | { type: "dimension"; dimension: Dimension; isAdjective: boolean }
  | { type: "comparison"; comparison: Comparison }
  | { type: "degree"; degree: number }
  | { type: "factor"; factor: number }
  | { type: "mark"; mark: Mark }
  /** A word nobody claimed. */
  | { type: "word"; isOrdinary: boolean };

/** A meaning with the words it stands in. */
export interface Slot<Term> {
  meaning: Meaning<Term>;
  words: string;
  start: number;
  end: number;
  /** Letters by which the words differ from the vocabulary. */
  distance: number;
}

/** Reads more than a phrase list can: sizes in their systems. Answers the term and the tokens it covers. */
export type TermReader<Term> = (
  tokens: readonly Token[],
  index: number,
) => { term: Term; length: number } | null;

/** Turns messages of one language into slots, with the terms of one kind. Build once, use for every message. */
export class Lexicon<Term> {
  readonly #quantities: QuantityReader;
  readonly #lists: Vocabulary<Meaning<Term>>[];
  readonly #terms: Vocabulary<Meaning<Term>>;
  readonly #readers: readonly TermReader<Term>[];
  /** Words that are themselves, however near they come to a term. */
  readonly #known: ReadonlySet<string>;
  readonly #ordinary: ReadonlySet<string>;

  constructor(language: Language, terms: Phrases<Term>, readers: readonly TermReader<Term>[] = []) {
    this.#quantities = new QuantityReader(language);
    this.#terms = new Vocabulary(meanings(terms, (term) => ({ type: "term", term })));
    this.#lists = [this.#terms, ...sharedLists<Term>(language)];
    this.#readers = readers;
    this.#ordinary = new Set(language.ordinary);
    this.#known = new Set([
      ...language.ordinary,
      ...this.#quantities.words(),
      ...this.#lists.flatMap((list) => list.words()),
    ]);
  }

  /** The message as slots, in order, without gaps between words. */
  read(message: string): Slot<Term>[] {
    const tokens = tokenise(message);
    const slots: Slot<Term>[] = [];
    for (let at = 0; at < tokens.length; ) {
      const { value: meaning, length, distance } = this.#match(tokens, at);
      const start = tokens[at]!.start;
      const end = tokens[at + length - 1]!.end;
      slots.push({ meaning, words: message.slice(start, end), start, end, distance });
      at += length;
    }
    return slots;
  }

  #match(tokens: readonly Token[], at: number): PhraseMatch<Meaning<Term>> {
    for (const reader of this.#readers) {
      const found = reader(tokens, at);
      if (found) {
        return { value: { type: "term", term: found.term }, length: found.length, distance: 0 };
      }
    }
    const phrase = longest(this.#lists.map((list) => list.exact(tokens, at)));
    const quantity = this.#quantities.at(tokens, at);
    if (quantity && quantity.length >= (phrase?.length ?? 0)) {
      const meaning: Meaning<Term> = { type: "quantity", quantity: quantity.quantity };
      return { value: meaning, length: quantity.length, distance: 0 };
    }
    return phrase ?? this.#misspelt(tokens, at) ?? this.#unknown(tokens, at);
  }

  #misspelt(tokens: readonly Token[], at: number): PhraseMatch<Meaning<Term>> | null {
    const token = tokens[at];
    if (token?.type !== "word" || this.#isKnown(token.text)) return null;
    return longest(this.#lists.map((list) => list.near(tokens, at)));
  }

  #isKnown(text: string): boolean {
    return this.#known.has(text) || singulars(text).some((form) => this.#known.has(form));
  }

  #unknown(tokens: readonly Token[], at: number): PhraseMatch<Meaning<Term>> {
    const token = tokens[at];
    const isOrdinary = token?.type !== "word" || this.#ordinary.has(token.text);
    return { value: { type: "word", isOrdinary }, length: 1, distance: 0 };
  }
}

function longest<Value>(found: (PhraseMatch<Value> | null)[]): PhraseMatch<Value> | null {
  let best: PhraseMatch<Value> | null = null;
  for (const match of found) {
    if (!match) continue;
    const order = best ? match.length - best.length || best.distance - match.distance : 1;
    if (order > 0) best = match;
  }
  return best;
}

function sharedLists<Term>(language: Language): Vocabulary<Meaning<Term>>[] {
  return [
    new Vocabulary(meanings(language.marks, (mark) => ({ type: "mark", mark }))),
    new Vocabulary(
      meanings(language.comparisons, (comparison) => ({ type: "comparison", comparison })),
    ),
    new Vocabulary(meanings(language.degrees, (degree) => ({ type: "degree", degree }))),
    new Vocabulary(meanings(language.factors, (factor) => ({ type: "factor", factor }))),
    new Vocabulary(
      meanings(language.dimensions, (dimension) => ({
        type: "dimension",
        dimension,
        isAdjective: false,
      })),
    ),
    new Vocabulary(
      meanings(language.adjectives, (dimension) => ({
        type: "dimension",
        dimension,
        isAdjective: true,
      })),
    ),
  ];
}

function meanings<Value, Term>(
  phrases: Phrases<Value>,
  of: (value: Value) => Meaning<Term>,
): Phrases<Meaning<Term>> {
  return phrases.map(([value, ...texts]) => [of(value), ...texts] as const);
}
