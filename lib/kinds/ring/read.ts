import type { Money } from "../../shared/money.ts";
import type { ReadContext, Reading, ReadNote } from "../kind.ts";
import { attachChanges, type Change } from "../read/attach.ts";
import { fieldOf } from "../read/fields.ts";
import { languageOf } from "../read/languages/index.ts";
import { Lexicon, type Slot } from "../read/lexicon.ts";
import { type Clause, type Term, toClauses } from "../read/statements.ts";
import { readAlloy, readKaratWords } from "./read-alloy.ts";
import {
  askAboutFit,
  askAboutNamed,
  askAboutUnread,
  noteOtherPieces,
  readChoices,
} from "./read-choices.ts";
import { readingConfidence } from "./read-confidence.ts";
import { RING_PARTS, readNumber, reproportion } from "./read-numbers.ts";
import { readSizeWords, resolveSize, type SizeWords } from "./read-size.ts";
import { resolveStones } from "./read-stones.ts";
import { readStyle } from "./read-style.ts";
import { RING_WORDS_EN } from "./read-words-en.ts";
import { type RingSpec, ringSchema } from "./schema.ts";

const WORDS = { en: RING_WORDS_EN };
const lexicons = new Map<string, Lexicon<Term>>();

/** The lexicon of a locale, built when it is first needed. */
function lexiconOf(locale: string): Lexicon<Term> {
  const language = languageOf(locale);
  const known = lexicons.get(language.id);
  if (known) return known;
  const words = WORDS[language.id as keyof typeof WORDS] ?? RING_WORDS_EN;
  const lexicon = new Lexicon<Term>(language, words, [readKaratWords, readSizeWords]);
  lexicons.set(language.id, lexicon);
  return lexicon;
}

/**
 * What a message says about a ring: typed changes of only the fields it speaks about, values the rules refuse with the
 * nearest that works, and questions where it can mean several things.
 */
export function readRing(message: string, context: ReadContext<RingSpec>): Reading<RingSpec> {
  const slots = lexiconOf(context.locale).read(message);
  const clauses = resolveStones(toClauses(slots), message);
  const { current } = context;
  const draft = new Draft(current ?? ringSchema.parse({}));

  draft.take(readStyle(clauses, current));
  draft.take({ patch: readChoices(clauses, draft.spec.style) });
  if (draft.patch.cut && draft.patch.cut !== context.current?.cut) {
    draft.take({ patch: reproportion(draft.spec) });
  }
  draft.take(alloyOf(clauses, draft.spec));
  for (const slot of slots) draft.take(sizeOf(slot, draft.spec));
  for (const change of attachChanges(clauses, RING_PARTS)) {
    if (!isSizeSaid(change, draft.patch)) draft.take(readNumber(change, draft.spec));
  }
  // A ring that was described without a stone has none.
  const isOpen = draft.questions.some((note) => note.field === "style");
  const isDescribed =
    Object.keys(draft.patch).length > 0 && draft.patch.style === undefined && !isOpen;
  if (!current && isDescribed) draft.take({ patch: { style: "plain" } });
  draft.take({
    questions: [
      ...askAboutNamed(clauses, draft.patch),
      ...askAboutFit(clauses, draft.spec.innerDiameterMm),
      ...askAboutUnread(clauses),
    ],
    notes: noteOtherPieces(clauses),
  });

  const patch = current ? changedOnly(draft.patch, current) : draft.patch;
  const budget = budgetOf(slots);
  return {
    patch,
    refused: draft.refused,
    questions: draft.questions,
    notes: draft.notes,
    ...(budget && { budget }),
    confidence: readingConfidence(slots, draft, current !== null),
  };
}

interface Taken {
  patch?: Partial<RingSpec>;
  refused?: ReadNote[];
  questions?: ReadNote[];
  notes?: ReadNote[];
}

/** What has been read so far, over the spec it changes. */
class Draft {
  spec: RingSpec;
  patch: Partial<RingSpec> = {};
  refused: ReadNote[] = [];
  questions: ReadNote[] = [];
  readonly notes: ReadNote[] = [];

  constructor(base: RingSpec) {
    this.spec = base;
  }

  take({ patch = {}, refused = [], questions = [], notes = [] }: Taken): void {
    this.patch = { ...this.patch, ...patch };
    this.spec = { ...this.spec, ...patch };
    // What is said later settles what was open about the same field.
    this.refused = this.refused.filter((note) => !isSettled(note, patch));
    this.questions = this.questions.filter((note) => !isSettled(note, patch));
    this.refused.push(...refused);
    this.questions.push(...questions);
    this.notes.push(...notes);
  }
}

const isSettled = (note: ReadNote, patch: Partial<RingSpec>) =>
  note.field !== undefined && note.field in patch;

/** "Increase the ring size to 8": the size has been read, the "increase" adds nothing. */
function isSizeSaid({ part, measure, operation }: Change, patch: Partial<RingSpec>): boolean {
  const isWhole = (part === null || part === "ring") && measure === "size";
  return isWhole && operation.type === "nudge" && patch.innerDiameterMm !== undefined;
}

function alloyOf(clauses: readonly Clause[], spec: RingSpec): Taken {
  const { alloy, refused } = readAlloy(
    clauses.flatMap((clause) => clause.slots),
    spec.alloy,
  );
  return { ...(alloy && { patch: { alloy } }), ...(refused && { refused: [refused] }) };
}

function sizeOf(slot: Slot<Term>, spec: RingSpec): Taken {
  const { meaning } = slot;
  if (meaning.type !== "term" || meaning.term.type !== "value" || meaning.term.name !== "size") {
    return {};
  }
  const field = fieldOf(ringSchema, "innerDiameterMm")!;
  const words = meaning.term.value as SizeWords;
  const read = resolveSize(words, slot.words, spec.innerDiameterMm, field);
  return {
    ...(read.innerDiameterMm !== undefined && {
      patch: { innerDiameterMm: read.innerDiameterMm },
    }),
    ...(read.refused && { refused: [read.refused] }),
    ...(read.question && { questions: [read.question] }),
    ...(read.note && { notes: [read.note] }),
  };
}

function changedOnly(patch: Partial<RingSpec>, current: RingSpec): Partial<RingSpec> {
  const entries = Object.entries(patch) as [keyof RingSpec, unknown][];
  return Object.fromEntries(entries.filter(([name, value]) => current[name] !== value));
}

/** Currencies without a smaller unit. */
const WHOLE_CURRENCIES = new Set(["JPY", "VND"]);

function budgetOf(slots: readonly Slot<Term>[]): Money | null {
  for (const { meaning } of slots) {
    if (meaning.type !== "quantity" || meaning.quantity.type !== "money") continue;
    const { amount, currency } = meaning.quantity;
    const scale = WHOLE_CURRENCIES.has(currency) ? 1 : 100;
    return { currency, amountMinor: Math.round(amount * scale) };
  }
  return null;
}
