import { fold, type Token } from "./tokens.ts";

/** Phrases of one language and what each means. */
export type Phrases<Value> = readonly (readonly [value: Value, ...phrases: string[]])[];

interface Entry<Value> {
  words: string[];
  value: Value;
}

export interface PhraseMatch<Value> {
  value: Value;
  /** Tokens the phrase covers. */
  length: number;
  /** Letters by which the words differ from the phrase; 0 is exact. */
  distance: number;
}

/** A lookup of phrases that forgives slips of the pen in long words. */
export class Vocabulary<Value> {
  readonly #byFirst = new Map<string, Entry<Value>[]>();
  readonly #entries: Entry<Value>[] = [];

  constructor(phrases: Phrases<Value>) {
    for (const [value, ...texts] of phrases) {
      for (const text of texts) this.#add(text, value);
    }
  }

  #add(text: string, value: Value): void {
    const entry = { words: text.split(/[\s-]+/).map(fold), value };
    const first = entry.words[0] ?? "";
    this.#entries.push(entry);
    this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), entry]);
  }

  /** Every word of every phrase: what other vocabularies must not take for a misspelling. */
  words(): string[] {
    return this.#entries.flatMap((entry) => entry.words);
  }

  /** The longest phrase written exactly at `index`, or null. */
  exact(tokens: readonly Token[], index: number): PhraseMatch<Value> | null {
    const first = tokens[index];
    if (!first || first.type === "number") return null;
    let best: PhraseMatch<Value> | null = null;
    for (const entry of this.#candidates(first.text)) {
      if (entry.words.length <= (best?.length ?? 0)) continue;
      if (entry.words.every((word, offset) => isForm(tokens[index + offset], word))) {
        best = { value: entry.value, length: entry.words.length, distance: 0 };
      }
    }
    return best;
  }

  /**
   * The nearest phrase at `index` when each of its words is at most a slip away; null when none is, or when two phrases
   * of different meaning are equally near.
   */
  near(tokens: readonly Token[], index: number): PhraseMatch<Value> | null {
    let best: PhraseMatch<Value> | null = null;
    let tied = false;
    for (const entry of this.#entries) {
      const distance = phraseDistance(tokens, index, entry.words);
      if (distance === null) continue;
      const found = { value: entry.value, length: entry.words.length, distance };
      const order = best ? compare(found, best) : -1;
      if (order < 0) {
        best = found;
        tied = false;
      } else if (order === 0 && best && best.value !== found.value) tied = true;
    }
    return tied ? null : best;
  }

  #candidates(text: string): Entry<Value>[] {
    const stems = [text, ...singulars(text)];
    return stems.flatMap((stem) => this.#byFirst.get(stem) ?? []);
  }
}

/** Longer phrases first, then nearer ones. */
function compare(a: PhraseMatch<unknown>, b: PhraseMatch<unknown>): number {
  return b.length - a.length || a.distance - b.distance;
}

/** Whether the token is the word or its plural. */
function isForm(token: Token | undefined, word: string): boolean {
  if (!token) return false;
  return token.text === word || singulars(token.text).includes(word);
}

/** What a word may be the plural (or third person) of. */
export function singulars(text: string): string[] {
  if (text.length < 4 || !text.endsWith("s")) return [];
  const stems = [text.slice(0, -1)];
  if (text.endsWith("es")) stems.push(text.slice(0, -2));
  if (text.endsWith("ies")) stems.push(`${text.slice(0, -3)}y`);
  return stems;
}

function phraseDistance(
  tokens: readonly Token[],
  index: number,
  words: readonly string[],
): number | null {
  let sum = 0;
  for (const [offset, word] of words.entries()) {
    const token = tokens[index + offset];
    if (token?.type !== "word") return null;
    const distance = isForm(token, word) ? 0 : formDistance(token.text, word);
    if (distance === null) return null;
    sum += distance;
  }
  return sum;
}

/** The slip distance of the word or of what it is the plural of: "earings" is "earring". */
function formDistance(written: string, word: string): number | null {
  const distances = [written, ...singulars(written)].flatMap((form) => {
    const distance = slipDistance(form, word);
    return distance === null ? [] : [distance];
  });
  return distances.length === 0 ? null : Math.min(...distances);
}

/**
 * Letters by which two words differ (insert, drop, swap, exchange neighbours), or null when that is too many to be a slip:
 * none below four letters, one up to seven, two above. The first letter must agree, which keeps "king" apart from "ring".
 */
export function slipDistance(written: string, word: string): number | null {
  const allowed = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  if (allowed === 0 || written[0] !== word[0]) return null;
  if (Math.abs(written.length - word.length) > allowed) return null;
  const distance = editDistance(written, word);
  return distance <= allowed ? distance : null;
}

/** Damerau–Levenshtein distance with neighbours exchanged at the cost of one (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, beforeLast[j - 2]! + 1);
      }
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
