import type { RingSystem } from "../../shared/ring-size.ts";
import type { ReadContext, Reading, ReadNote } from "../kind.ts";
import { readAlloy, readKaratWords } from "./alloy.ts";
import { attachChanges, type Change } from "./attach.ts";
import { attachChoices } from "./attach-choices.ts";
import { type ClothesWords, readClothesWords, takeClothesSize } from "./clothes-size.ts";
import { type Compiled, compileTable } from "./compile-table.ts";
import { readingConfidence } from "./confidence.ts";
import { termsOf } from "./derive-terms.ts";
import { Draft } from "./draft.ts";
import { gemOf, reproportion } from "./gem-size.ts";
import { languageOf } from "./languages/index.ts";
import { Lexicon, type Slot, type TermReader } from "./lexicon.ts";
import { askAboutNamed } from "./questions.ts";
import { readChoices } from "./read-choices.ts";
import { isWhole, readNumber } from "./read-numbers.ts";
import { readPresence } from "./read-presence.ts";
import { readTexts } from "./read-texts.ts";
import type { ReaderTable, Said, Taken } from "./reader-table.ts";
import { readSizeWords, type SizeWords, takeRingSize } from "./ring-size.ts";
import { maskSayings, readSayings, type Saying } from "./said-texts.ts";
import { readRunWords, sizeRunOf } from "./size-run.ts";
import { type Clause, slotsOf, type Term, toClauses } from "./statements.ts";
import { budgetOf, massOf } from "./targets.ts";

type Spec = Record<string, unknown>;

/** What a kind takes from its table: spread it into the kind. */
export interface KindReader<Of> {
  read(message: string, context: ReadContext<Of>): Reading<Of>;
  /** Words that name the kind. */
  nouns: readonly string[];
  hints: readonly string[];
  claims(message: string, locale: string, at: number): boolean;
}

/**
 * Makes a kind understand English (the words of `languages/` are shared) from a table of what is its own.
 *
 * ```ts
 * export const PENDANT_READER = kindReader<PendantSpec>({
 *   name: "pendant",
 *   schema: pendantSchema,
 *   nouns: ["pendant", "stone pendant"],         // decide which kind a message is about
 *   hints: ["charm"],                            // only where no noun of any kind is said
 *   body: { fields: { any: "heightMm", size: "heightMm", height: "heightMm", width: "widthMm" } },
 *   parts: {
 *     // The main stone is called "stone": "a 7 x 5 mm oval ruby", "1 ct", "bigger stone".
 *     stone: { words: ["stone", "gem"], gem: { stone: "stone", cut: "cut", lengthMm: "stoneLengthMm", widthMm: "stoneWidthMm" } },
 *     halo: { words: ["halo"], gem: { stone: "haloStone", lengthMm: "haloStoneMm" }, present: { style: "halo" }, absent: { style: "plain" } },
 *     prongs: { words: ["prong", "claw"], count: "prongs", fields: { any: "prongWidthMm", width: "prongWidthMm" } },
 *     back: { words: ["back", "reverse"], text: "backText", choices: ["backFinish"], absent: { backText: "" } },
 *   },
 *   choices: { style: { plain: ["simple"] }, finish: { satin: ["brushed", "matte"] } },
 *   sets: [[{ heightMm: 12, style: "plain" }, "tiny"]],
 *   unsupported: ["filigree"],
 * });
 * // index.ts: export const pendant: Kind<PendantSpec> = { ...PENDANT_READER, id: "pendant", … };
 * ```
 *
 * Not in the table, because it follows from the schema: labels of choices, flags and numbers are words ("puff sleeve",
 * "hoop diameter 30 mm", "no pockets" sets a flag or the value `none`); alloys and karats where a field has the alloys;
 * stones, cuts and carats for parts with `gem`; colour words and `#rrggbb` for colour fields (the whole, or a part's by
 * `colour`: "white collar"); texts in quotes or after "saying", "engraved with", "named" for text fields; `ringSize` and
 * `clothes` name the fields that finger sizes and clothes sizes set. Comparisons ("a bit wider", "20 % longer", "half
 * the width"), cm and inches, bare numbers that can only be cm or inches, budgets, slips of the pen, values out of range
 * (refused with the nearest) and plurals are shared. A measure without a part is the body's (`unnamed` overrides).
 * `decide` replaces `present` and `absent` where parts exclude one another; `finish` comes last; both get what was said.
 */
export function kindReader<Of extends Spec>(table: ReaderTable<Of>): KindReader<Of> {
  let made: Reader | null = null;
  // Fields are names of the schema from here on; the table's types have held them to it.
  const reader = () => {
    made ??= new Reader(table as unknown as ReaderTable<Spec>);
    return made;
  };
  return {
    nouns: table.nouns,
    hints: table.hints ?? [],
    claims: (message, locale, at) => reader().claims(message, locale, at),
    read: (message, context) => reader().read(message, context) as Reading<Of>,
  };
}

class Reader {
  readonly #compiled: Compiled;
  readonly #lexicons = new Map<string, Lexicon<Term>>();
  #sayings: readonly Saying[] = [];

  constructor(table: ReaderTable<Spec>) {
    this.#compiled = compileTable(table);
  }

  read(written: string, context: ReadContext<Spec>): Reading<Spec> {
    const { table, text, measures } = this.#compiled;
    // A text that cannot be set is hidden too: none of its words is about the piece.
    const hasTexts = text !== null || table.unsupported?.includes("engraved") === true;
    const { message, sayings, restore } = maskSayings(written, hasTexts);
    this.#sayings = sayings;
    const slots = this.#lexiconOf(context.locale).read(message);
    const clauses = attachChoices(this.#compiled, toClauses(slots), message);
    const { current } = context;
    const draft = new Draft<Spec>(current ?? table.schema.parse({}));
    const said = (): Said<Spec> => ({ message, slots, clauses, current, ...draft });

    draft.take(table.decide ? table.decide(said()) : readPresence(this.#compiled, said()));
    draft.take(readChoices(this.#compiled, said()));
    draft.take({ patch: this.#proportions(draft, current) });
    draft.take(this.#alloy(clauses, draft.spec));
    draft.take(readTexts(this.#compiled, said()));
    for (const slot of slots) draft.take(this.#sizes(slot, draft.spec, context.ringSystem));
    this.#numbers(draft, attachChanges(clauses, measures));
    if (table.finish) draft.take(table.finish(said()));
    draft.take({ questions: askAboutNamed(this.#compiled, said()) });
    return this.#answer(draft, slots, current, restore);
  }

  claims(message: string, locale: string, at: number): boolean {
    const slots = this.#lexiconOf(locale).read(message);
    const meaning = slots.find(({ start, end }) => start <= at && at < end)?.meaning;
    if (meaning?.type !== "term") return false;
    return meaning.term.type !== "value" || meaning.term.name !== "otherPiece";
  }

  /** "Small hoops, 15 mm": what a number says is not moved by an adjective. */
  #numbers(draft: Draft<Spec>, changes: readonly Change[]): void {
    const isNudge = ({ operation }: Change) => operation.type === "nudge";
    const said = new Set<string>();
    for (const change of changes.filter((change) => !isNudge(change))) {
      const taken = readNumber(this.#compiled, change, draft.spec);
      for (const name of Object.keys(taken.patch ?? {})) said.add(name);
      draft.take(taken);
    }
    for (const change of changes.filter(isNudge)) {
      if (this.#isSizeSaid(change, draft.patch)) continue;
      const taken = readNumber(this.#compiled, change, draft.spec);
      const fields = (taken.refused ?? []).map(({ field = "" }) => field);
      const names = [...Object.keys(taken.patch ?? {}), ...fields];
      if (names.length === 0 || names.some((name) => !said.has(name))) draft.take(taken);
    }
  }

  #answer(
    draft: Draft<Spec>,
    slots: readonly Slot<Term>[],
    current: Spec | null,
    restore: (words: string) => string,
  ): Reading<Spec> {
    const budget = budgetOf(slots);
    const mass = massOf(slots);
    const sizes = sizeRunOf(slots);
    const shown = (note: ReadNote) => ({
      ...note,
      words: restore(note.words),
      message: restore(note.message),
    });
    const sorting = {
      weights: this.#compiled.table.weights ?? {},
      isBody: this.#compiled.measures.isBody,
      nouns: this.#compiled.table.nouns,
    };
    return {
      patch: current ? changedOnly(draft.patch, current) : draft.patch,
      refused: draft.refused.map(shown),
      questions: draft.questions.map(shown),
      notes: draft.notes.map(shown),
      ...(budget && { budget }),
      ...(mass && { mass }),
      ...(sizes && { sizes }),
      confidence: readingConfidence(slots, draft, current !== null, sorting),
    };
  }

  /** The lexicon of a locale, built when it is first needed. */
  #lexiconOf(locale: string): Lexicon<Term> {
    const language = languageOf(locale);
    const known = this.#lexicons.get(language.id);
    if (known) return known;
    const { table, alloy } = this.#compiled;
    const readers: TermReader<Term>[] = [
      readSayings(() => this.#sayings),
      ...(alloy ? [readKaratWords] : []),
      ...(table.ringSize ? [readRunWords, readSizeWords] : []),
      ...(table.clothes ? [readClothesWords] : []),
      ...(table.readers ?? []),
    ];
    const lexicon = new Lexicon<Term>(language, termsOf(this.#compiled, language), readers);
    this.#lexicons.set(language.id, lexicon);
    return lexicon;
  }

  /** New sides of the stones whose cut has changed. */
  #proportions(draft: Draft<Spec>, current: Spec | null): Spec {
    return Object.assign(
      {},
      ...[...this.#compiled.parts.values()].map(({ gem }) => {
        const cut = gem?.cut && draft.patch[gem.cut];
        if (!gem?.cut || !cut || cut === current?.[gem.cut]) return {};
        const one = gemOf(this.#compiled, gem, draft.spec);
        return one ? reproportion(one) : {};
      }),
    ) as Spec;
  }

  #alloy(clauses: readonly Clause[], spec: Spec): Taken<Spec> {
    const field = this.#compiled.alloy;
    if (field === null) return {};
    const { alloy, refused } = readAlloy(slotsOf(clauses), String(spec[field]));
    return {
      ...(alloy && { patch: { [field]: alloy } }),
      ...(refused && { refused: [{ ...refused, field }] }),
    };
  }

  #sizes(
    { meaning, words }: Slot<Term>,
    spec: Spec,
    ringSystem: RingSystem | null = null,
  ): Taken<Spec> {
    if (meaning.type !== "term" || meaning.term.type !== "value") return {};
    const { name, value } = meaning.term;
    const { table, fields } = this.#compiled;
    if (name === "clothes") return takeClothesSize(this.#compiled, value as ClothesWords, words);
    const field = fields.get(table.ringSize ?? "");
    if (name !== "size" || !field) return {};
    return takeRingSize(value as SizeWords, words, Number(spec[field.name]), field, ringSystem);
  }

  /** "Increase the ring size to 8": the size has been read, the "increase" adds nothing. */
  #isSizeSaid({ part, measure, operation }: Change, patch: Spec): boolean {
    const { ringSize } = this.#compiled.table;
    return isWhole(part, measure) && operation.type === "nudge" && (ringSize ?? "") in patch;
  }
}

function changedOnly(patch: Spec, current: Spec): Spec {
  return Object.fromEntries(Object.entries(patch).filter(([name, to]) => current[name] !== to));
}
