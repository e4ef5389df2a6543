import { editDistance } from "../read/vocabulary.ts";
import type { Tongue } from "./tongue.ts";

/** A phrase that was found: what it is to the grammar, and how many words it covers. */
export interface Found {
  words: string;
  length: number;
}

/** Shorter words are never taken for misspelt. */
const LONG = 5;
/** Shortest word inside a compound, letters. */
const SHORTEST_PART = 3;
const SHORTEST_COMPOUND = 7;

/** The phrases of a tongue, found by their words. */
export class Dictionary {
  readonly #tongue: Tongue;
  readonly #phrases = new Map<string, string>();
  readonly #bare = new Map<string, string>();
  readonly #single: string[] = [];
  /** Every word of every phrase, as a message may have it. */
  readonly #words = new Set<string>();
  #longest = 1;

  constructor(tongue: Tongue) {
    this.#tongue = tongue;
    for (const [words, phrases] of tongue.dictionary.flatMap(linesOf)) {
      for (const phrase of phrases) this.#add(phrase, words);
    }
  }

  #add(phrase: string, words: string): void {
    const parts = phrase.split(/[\s-]+/).map((part) => this.#tongue.fold(part));
    const key = parts.join(" ");
    if (!this.#phrases.has(key)) this.#phrases.set(key, words);
    const bare = withoutAccents(key);
    if (!this.#bare.has(bare)) this.#bare.set(bare, words);
    for (const part of parts) this.#words.add(part);
    if (parts.length === 1) this.#single.push(key);
    this.#longest = Math.max(this.#longest, parts.length);
  }

  /** Whether the word as written is in one of its phrases, in some form. */
  knows(word: string): boolean {
    const folded = this.#tongue.fold(word);
    return (
      [folded, ...this.#tongue.stems(folded)].some((form) => this.#words.has(form)) ||
      this.#word(folded) !== null ||
      this.#compound(folded) !== null
    );
  }

  /** The longest phrase that begins at a place among words; null where nothing like it is known. */
  at(words: readonly string[], index: number): Found | null {
    const folded = words.slice(index, index + this.#longest).map((word) => this.#tongue.fold(word));
    for (let length = folded.length; length > 1; length -= 1) {
      const found = this.#phrase(folded.slice(0, length));
      if (found !== null) return { words: found, length };
    }
    const first = folded[0] ?? "";
    const found = this.#word(first) ?? this.#compound(first) ?? this.#near(first);
    return found === null ? null : { words: found, length: 1 };
  }

  #phrase(folded: readonly string[]): string | null {
    const exact = this.#phrases.get(folded.join(" "));
    if (exact !== undefined) return exact;
    const bare = this.#bare.get(withoutAccents(folded.join(" ")));
    if (bare !== undefined) return bare;
    const stems = folded.map((word) => [word, ...this.#tongue.stems(word)]);
    return this.#anyOf(stems, "");
  }

  /** A phrase of one form of each word. */
  #anyOf([forms, ...rest]: readonly (readonly string[])[], before: string): string | null {
    if (forms === undefined) return this.#phrases.get(before.trim()) ?? null;
    for (const form of forms) {
      const found = this.#anyOf(rest, `${before} ${form}`);
      if (found !== null) return found;
    }
    return null;
  }

  #word(folded: string): string | null {
    const exact = this.#phrases.get(folded);
    if (exact !== undefined) return exact;
    for (const stem of this.#tongue.stems(folded)) {
      const found = this.#phrases.get(stem);
      if (found !== undefined) return found;
    }
    // Typed on a keyboard without accents.
    return folded === withoutAccents(folded) ? (this.#bare.get(folded) ?? null) : null;
  }

  /** "Saphirring": words of the dictionary one after the other, the last first tried as long as can be. */
  #compound(folded: string): string | null {
    const { joints } = this.#tongue;
    if (!joints || folded.length < SHORTEST_COMPOUND) return null;
    for (let at = SHORTEST_PART; at <= folded.length - SHORTEST_PART; at += 1) {
      const last = this.#word(folded.slice(at));
      if (!last) continue;
      const head = folded.slice(0, at);
      for (const joint of ["", ...joints]) {
        if (!head.endsWith(joint)) continue;
        const stem = head.slice(0, head.length - joint.length);
        if (stem.length < SHORTEST_PART) continue;
        const first = this.#word(stem) ?? this.#compound(stem);
        if (first) return `${first} ${last}`;
      }
    }
    return null;
  }

  /** The one word that is a slip of the pen away; null when there is none, or several that mean different things. */
  #near(folded: string): string | null {
    if (folded.length < LONG) return null;
    let least = folded.length < 8 ? 1 : 2;
    let found = new Set<string>();
    for (const word of this.#single) {
      if (word.length < LONG || word[0] !== folded[0]) continue;
      if (Math.abs(word.length - folded.length) > least) continue;
      const distance = editDistance(folded, word);
      if (distance > least) continue;
      if (distance < least) found = new Set();
      least = distance;
      found.add(this.#phrases.get(word) ?? "");
    }
    return found.size === 1 ? [...found][0]! : null;
  }
}

export function linesOf(text: string): (readonly [words: string, phrases: readonly string[]])[] {
  return text
    .split("\n")
    .filter((line) => line.includes("="))
    .map((line) => {
      const [words = "", phrases = ""] = line.split("=");
      return [words.trim(), phrases.split(",").map((phrase) => phrase.trim())] as const;
    });
}

/** Without accents, and with the đ as d. */
export function withoutAccents(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");
}
