import type { Kind } from "./kind.ts";
import { COLOURS_EN } from "./read/languages/en-colours.ts";
import { CUTS_EN, METALS_EN, STONES_EN } from "./read/languages/en-materials.ts";
import { PIECE_NOUNS_EN } from "./read/languages/en-pieces.ts";
import { languageOf } from "./read/languages/index.ts";
import { Lexicon, type Slot } from "./read/lexicon.ts";
import { maskSayings } from "./read/said-texts.ts";
import { type Term, valueTerm } from "./read/statements.ts";
import type { Phrases } from "./read/vocabulary.ts";

/** The piece a message names. */
export interface NamedKind {
  /** Null for a piece that no kind makes: a brooch. */
  kind: Kind | null;
  /** As it was written, in lower case. */
  noun: string;
  /** Where it starts in the masked message. */
  at: number;
  /** It is a word that only suggests the kind. */
  isHint: boolean;
}

interface Noun {
  id: string | null;
  isHint: boolean;
}

const lexicons = new WeakMap<readonly Kind[], Lexicon<Term>>();

/**
 * The kind whose noun the message names: the first noun, of adjacent ones the last ("coin pendant" is a pendant),
 * without those that are there for comparison ("to match my ring") or shall not be ("instead of a ring"). Without a noun
 * the first word that suggests a kind. Null where nothing of that sort is said.
 */
export function namedKind(
  message: string,
  locale: string,
  kinds: readonly Kind[],
): NamedKind | null {
  const masked = maskSayings(message, true).message;
  const slots = lexiconOf(kinds, locale).read(masked);
  const nouns = wantedNouns(slots, masked);
  const at = nouns.findIndex(({ noun }) => !noun.isHint);
  const first = Math.max(at, 0);
  const run = nouns
    .slice(first)
    .filter(({ place }, index) => place === nouns[first]!.place + index);
  const named = run.findLast(({ noun }) => noun.isHint === run[0]?.noun.isHint);
  if (!named) return null;
  return {
    kind: kinds.find(({ id }) => id === named.noun.id) ?? null,
    noun: named.words,
    at: named.start,
    isHint: named.noun.isHint,
  };
}

/** Another kind than the one on the table, when the message names one by a noun that is no part of that piece. */
export function namedAnotherKind(
  message: string,
  locale: string,
  kinds: readonly Kind[],
  current: Kind,
): Kind | null {
  const named = namedKind(message, locale, kinds);
  if (!named?.kind || named.isHint || named.kind.id === current.id) return null;
  const { message: masked } = maskSayings(message, true);
  return current.claims?.(masked, locale, named.at) ? null : named.kind;
}

interface Place {
  noun: Noun;
  place: number;
  words: string;
  start: number;
}

function wantedNouns(slots: readonly Slot<Term>[], message: string): Place[] {
  const nouns: Place[] = [];
  let isUnwanted = false;
  for (const [place, { meaning, words, start }] of slots.entries()) {
    if (meaning.type === "mark") {
      isUnwanted = meaning.mark === "without" || meaning.mark === "instead";
    }
    if (meaning.type !== "term" || meaning.term.type !== "value") continue;
    if (meaning.term.name !== "noun" || isUnwanted) continue;
    if (COMPARED.test(message.slice(0, start))) continue;
    nouns.push({ noun: meaning.term.value as Noun, place, start, words: words.toLowerCase() });
  }
  return nouns;
}

/** Words after which a piece is another one, that exists. */
const COMPARED =
  /\b(?:match(?:es|ing)?|go(?:es)? with|wear(?:s|ing)? with|like|than|next to|on|fits?|beside)\s+(?:(?:my|the|her|his|our|their|this|that|an?)\s+){1,2}(?:wedding\s+|engagement\s+)?$/i;

function lexiconOf(kinds: readonly Kind[], locale: string): Lexicon<Term> {
  const known = lexicons.get(kinds);
  if (known) return known;
  const lexicon = new Lexicon<Term>(languageOf(locale), nounTerms(kinds));
  lexicons.set(kinds, lexicon);
  return lexicon;
}

function nounTerms(kinds: readonly Kind[]): Phrases<Term> {
  const term = (id: string | null, isHint: boolean) => valueTerm("noun", { id, isHint });
  const nouns = kinds.map(
    ({ id, title, nouns: own = [title.toLowerCase()] }) => [term(id, false), ...own] as const,
  );
  const hints = kinds.map(({ id, hints: own = [] }) => [term(id, true), ...own] as const);
  const made = new Set(kinds.flatMap((kind) => [...(kind.nouns ?? []), ...(kind.hints ?? [])]));
  const foreign = PIECE_NOUNS_EN.filter((noun) => !made.has(noun));
  return [...nouns, ...hints, [term(null, false), ...foreign], ...otherWords()];
}

/** Words that are no noun, however near they come to one: "metal" is no medal. */
function otherWords(): Phrases<Term> {
  const materials = [...METALS_EN, ...STONES_EN, ...CUTS_EN, ...COLOURS_EN];
  return [
    [
      valueTerm("other", ""),
      ...["metal", "cost", "press", "grown", "sport"],
      ...["from the top", "from top", "top view", "on top", "on the top", "at the top", "top of"],
      ...["ring size", "ring finger", "ring hole", "jump ring", "split ring", "dress size"],
      ...["coat of arms", "shirt size"],
    ],
    ...materials.map(([, ...words]) => [valueTerm("other", ""), ...words] as const),
  ];
}
