import { ALLOYS, findAlloy } from "../../shared/alloys.ts";
import type { ReadNote } from "../kind.ts";
import type { Slot, TermReader } from "./lexicon.ts";
import type { Term } from "./statements.ts";

/** Gold people mean when they name no fineness. */
const USUAL_KARAT = 18;
const FINENESS: Record<number, number> = { 999: 24, 916: 22, 750: 18, 585: 14, 417: 10, 416: 10 };
const KARAT_SIGNS = new Set(["k", "kt", "karat"]);
/** British "18 ct gold": the carat of a stone's weight unless gold follows. */
const CARAT_SIGNS = new Set(["ct", "carat", "carats"]);
/** "A 10k race" is run over kilometres. */
const RACES = new Set(["race", "run", "runner", "runners", "walk", "ride", "steps"]);
const GOLD_WORDS = new Set(["gold", "yellow", "rose", "white", "red", "pink"]);

/** Reads a fineness: "18k", "14 karat", "18ct gold", "750 gold", "gold 585", "(750)". */
export const readKaratWords: TermReader<Term> = (tokens, index) => {
  const number = tokens[index];
  if (number?.type !== "number") return null;
  const sign = tokens[index + 1]?.text ?? "";
  const after = tokens[index + 2]?.text ?? "";
  if (RACES.has(after)) return null;
  const isKarat = KARAT_SIGNS.has(sign) || (CARAT_SIGNS.has(sign) && GOLD_WORDS.has(after));
  if (isKarat) return { term: karatTerm(number.value), length: 2 };
  const karat = FINENESS[number.value];
  const before = tokens[index - 1]?.text ?? "";
  const isFineness = GOLD_WORDS.has(sign) || GOLD_WORDS.has(before) || before === "(";
  return karat && isFineness ? { term: karatTerm(karat), length: 1 } : null;
};

const karatTerm = (karat: number): Term => ({ type: "value", name: "karat", value: karat });

export interface ReadAlloy {
  alloy?: string;
  refused?: ReadNote;
}

/** The alloy the slots name; `current` fills in what they leave open (karat or colour). */
export function readAlloy(slots: readonly Slot<Term>[], current: string): ReadAlloy {
  let colour: string | null = null;
  let karat: number | null = null;
  let other: string | null = null;
  const words: string[] = [];
  for (const { meaning, words: said } of slots) {
    if (meaning.type !== "term") continue;
    const { term } = meaning;
    if (term.type === "choice" && term.list === "alloy") other = term.value;
    else if (term.type === "choice" && term.list === "goldColour") {
      if (term.value !== "gold" || colour === null) colour = term.value;
      other = null;
    } else if (term.type === "value" && term.name === "karat") karat = Number(term.value);
    else continue;
    words.push(said);
  }
  if (other) return { alloy: other };
  if (colour === null && karat === null) return {};
  return goldOf(colour, karat, current, words.join(" "));
}

function goldOf(
  colour: string | null,
  karat: number | null,
  current: string,
  words: string,
): ReadAlloy {
  const now = findAlloy(current);
  const isGoldNow = now?.metal === "gold";
  const [shade = "yellow", sort] =
    colour === null || colour === "gold"
      ? [isGoldNow && colour === null ? now.colour : "yellow"]
      : colour.split("-");
  const wanted = karat ?? (isGoldNow ? now.karat : undefined) ?? USUAL_KARAT;
  const exact = findGold(wanted, shade, sort);
  if (exact) return { alloy: exact };
  // A karat that was not asked for may change with the colour: there is no 22K rose.
  if (karat === null) return { alloy: findGold(USUAL_KARAT, shade, sort) ?? current };
  return { refused: noSuchGold(wanted, shade, words) };
}

function findGold(karat: number, shade: string, sort: string | undefined): string | null {
  const matches = ALLOYS.filter(
    (alloy) => alloy.metal === "gold" && alloy.karat === karat && alloy.colour === shade,
  );
  const sorted = sort ? matches.find((alloy) => alloy.id.endsWith(`-${sort}`)) : undefined;
  return (sorted ?? matches[0])?.id ?? null;
}

function noSuchGold(karat: number, shade: string, words: string): ReadNote {
  const made = ALLOYS.filter((alloy) => alloy.metal === "gold" && alloy.colour === shade);
  const nearest = made.toSorted(
    (a, b) => Math.abs((a.karat ?? 0) - karat) - Math.abs((b.karat ?? 0) - karat),
  )[0];
  const karats = [...new Set(made.map((alloy) => `${alloy.karat}K`))].join(", ");
  const message = `There is no ${karat}K ${shade} gold here; ${shade} gold comes in ${karats}. The nearest is ${nearest?.label}.`;
  return { words, message, field: "alloy", ...(nearest && { nearest: nearest.id }) };
}
