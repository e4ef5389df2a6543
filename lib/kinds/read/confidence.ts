import type { Slot } from "./lexicon.ts";
import { NAMED_SET, PIECE } from "./reader-table.ts";
import type { Choice, Term } from "./statements.ts";

/** How much each sort of word says that a message is about a kind. */
const WEIGHTS: Readonly<Record<string, number>> = {
  noun: 0.45,
  body: 0.3,
  part: 0.2,
  stone: 0.25,
  cut: 0.2,
  metal: 0.25,
  size: 0.35,
  text: 0.15,
  colour: 0.15,
  choice: 0.15,
  number: 0.1,
};

interface Sorting {
  weights: Readonly<Record<string, number>>;
  isBody: (part: string) => boolean;
  /** What the kind is called. */
  nouns: readonly string[];
}

/**
 * How sure it is that a message is about a kind, 0 to 1: the sum over the sorts of its words in it, less where most of
 * the rest is foreign, nothing where it names another piece and not the kind. An edit needs less, since such a piece is
 * on the table.
 */
export function readingConfidence(
  slots: readonly Slot<Term>[],
  draft: { patch: object; refused: readonly unknown[] },
  isEdit: boolean,
  { weights, isBody, nouns }: Sorting,
): number {
  const all = { ...WEIGHTS, ...weights };
  const seen = new Map<string, number>();
  let foreign = 0;
  let isOther = false;
  for (const slot of slots) {
    const sort = sortOf(slot, isBody, all);
    if (sort === "other-piece") isOther = true;
    else if (sort === "foreign") foreign += 1;
    else if (sort) {
      const weight = (all[sort] ?? 0) * (slot.distance > 0 ? 0.6 : 1);
      seen.set(sort, Math.max(seen.get(sort) ?? 0, weight));
      // "flared skirt" is a choice that says the noun as well.
      if (sort === "choice" && says(slot.words, nouns)) seen.set("noun", all.noun ?? 0);
    }
  }
  if (isOther && !seen.has("noun")) return 0;
  const sum = [...seen.values()].reduce((total, weight) => total + weight, 0);
  const isNamed = [...seen.keys()].some(
    (sort) => sort === "noun" || sort === "body" || sort === "style",
  );
  const clarity = isNamed ? 1 : seen.size / Math.max(1, seen.size + foreign);
  const hasSaid = Object.keys(draft.patch).length + draft.refused.length > 0;
  const bonus = isEdit && hasSaid ? 0.4 : 0;
  return Math.min(1, sum * clarity + bonus);
}

/** Whether one of the nouns stands among the words. */
function says(words: string, nouns: readonly string[]): boolean {
  const all = words.toLowerCase().split(/[^\p{L}]+/u);
  return nouns.some((noun) => all.includes(noun));
}

function sortOf(
  { meaning }: Slot<Term>,
  isBody: (part: string) => boolean,
  weights: Readonly<Record<string, number>>,
): string | null {
  if (meaning.type === "word") return meaning.isOrdinary ? null : "foreign";
  if (meaning.type === "quantity") return meaning.quantity.type === "money" ? null : "number";
  if (meaning.type === "comparison") return "number";
  if (meaning.type !== "term") return null;
  const { term } = meaning;
  if (term.type === "part") {
    return term.part === PIECE ? "noun" : isBody(term.part) ? "body" : "part";
  }
  if (term.type === "value") return VALUE_SORTS[term.name] ?? null;
  return term.type === "either" ? "choice" : choiceSort(term, weights);
}

const VALUE_SORTS: Readonly<Record<string, string>> = {
  otherPiece: "other-piece",
  karat: "metal",
  size: "size",
  clothes: "size",
  sizeRun: "size",
  text: "text",
  set: "choice",
  [NAMED_SET]: "noun",
};

function choiceSort({ list, part }: Choice, weights: Readonly<Record<string, number>>): string {
  if (part === PIECE) return "noun";
  if (list === "alloy" || list === "goldColour") return "metal";
  return weights[list] === undefined ? "choice" : list;
}
