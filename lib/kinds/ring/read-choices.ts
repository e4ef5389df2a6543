import { toRingLabel } from "../../shared/ring-size.ts";
import type { ReadNote } from "../kind.ts";
import type { Slot } from "../read/lexicon.ts";
import type { Clause, Term } from "../read/statements.ts";
import { valuesOf } from "./read-style.ts";
import type { RingSpec } from "./schema.ts";

/** Where the stone and cut of each part stand in the spec. */
const STONE_FIELDS: Record<string, keyof RingSpec> = {
  stone: "stone",
  halo: "haloStone",
  side: "sideStone",
  pave: "paveStone",
};
/** Half a US size, mm of diameter. */
const HALF_SIZE_MM = 0.41;
const TAPERED_PERCENT = 30;
/** Degrees down each side: as far as pavé goes, and half way. */
const ETERNITY_DEG: Record<string, number> = { full: 150, half: 90 };

/** Stones, cut, profile, finish and taper the message chooses. */
export function readChoices(
  clauses: readonly Clause[],
  style: RingSpec["style"],
): Partial<RingSpec> {
  const slots = clauses.flatMap((clause) => clause.slots);
  const patch: Partial<Record<keyof RingSpec, unknown>> = {};
  for (const slot of slots) {
    if (slot.meaning.type !== "term") continue;
    const { term } = slot.meaning;
    if (term.type === "choice") applyChoice(patch, term);
    else if (term.type === "value") applyValue(patch, term);
  }
  if (style === "three-stone" && !patch.sideStone && isOnePluralStone(slots)) {
    patch.sideStone = patch.stone;
  }
  return patch as Partial<RingSpec>;
}

function applyChoice(
  patch: Partial<Record<keyof RingSpec, unknown>>,
  term: Extract<Term, { type: "choice" }>,
): void {
  const about = term.part ?? "";
  if (term.list === "stone" && STONE_FIELDS[about]) patch[STONE_FIELDS[about]] = term.value;
  else if (term.list === "cut" && about === "stone") patch.cut = term.value;
  else if (term.list === "eternity") patch.paveArcDeg = ETERNITY_DEG[term.value];
  else if (term.list === "profile" || term.list === "finish") patch[term.list] = term.value;
}

function applyValue(
  patch: Partial<Record<keyof RingSpec, unknown>>,
  term: Extract<Term, { type: "value" }>,
): void {
  if (term.name === "taper") patch.taperPercent = term.value === "none" ? 0 : TAPERED_PERCENT;
}

/** "A three-stone ring with sapphires": all three are of the one stone. */
function isOnePluralStone(slots: readonly Slot<Term>[]): boolean {
  const stones = slots.filter(
    ({ meaning }) =>
      meaning.type === "term" && meaning.term.type === "choice" && meaning.term.list === "stone",
  );
  return stones.length === 1 && /s$/i.test(stones[0]!.words);
}

const STONES_OF_COLOUR: Record<string, string> = {
  blue: "a sapphire, an aquamarine, a tanzanite or a topaz",
  red: "a ruby, a garnet or a spinel",
  green: "an emerald, a peridot or a tourmaline",
  purple: "an amethyst or a tanzanite",
  pink: "a spinel or a tourmaline",
  orange: "a citrine or a garnet",
  colourless: "a diamond, a moissanite, a zirconia or clear quartz",
};

/** Questions about what was named but cannot be chosen: a colour without its stone, a feature rings here do not have. */
export function askAboutNamed(clauses: readonly Clause[], patch: Partial<RingSpec>): ReadNote[] {
  const slots = clauses.flatMap((clause) => clause.slots);
  const questions: ReadNote[] = [];
  const [colour] = valuesOf(slots, "stoneColour");
  if (colour && !patch.stone && !patch.haloStone && !patch.paveStone && !patch.sideStone) {
    const named = STONES_OF_COLOUR[colour];
    const message = named
      ? `Which ${colour} stone: ${named}?`
      : `I have nothing in ${colour}; a garnet or a satin finish comes nearest. Shall I go on without it?`;
    questions.push({ words: colour, message, field: "stone" });
  }
  const sideCut = slots.find(isCutOfSides);
  if (sideCut) {
    const message = "Side stones are round here. Shall I take round ones?";
    questions.push({ words: sideCut.words, message, field: "sideStone" });
  }
  for (const slot of slots) {
    const name = valueName(slot) ?? "";
    const message = OPEN_VALUES[name]?.(slot.words);
    const isChosen = (ANSWERS[name] ?? []).some((field) => patch[field] !== undefined);
    if (message && !isChosen) questions.push({ words: slot.words, message });
  }
  return questions;
}

/** Questions about features that begin with "with" or "add" and hold nothing readable. */
export function askAboutUnread(clauses: readonly Clause[]): ReadNote[] {
  return clauses
    .filter((clause) => clause.isFeature && clause.slots.length > 0)
    .filter((clause) => clause.slots.every((slot) => slot.meaning.type === "word"))
    .map((clause) => {
      const words = clause.slots.map((slot) => slot.words).join(" ");
      return { words, message: `I do not know "${words}" on a ring. What should it look like?` };
    });
}

function isCutOfSides({ meaning }: Slot<Term>): boolean {
  if (meaning.type !== "term" || meaning.term.type !== "choice") return false;
  const { list, part, value } = meaning.term;
  return list === "cut" && part === "side" && value !== "round";
}

/** That a necklace is no ring. */
export function noteOtherPieces(clauses: readonly Clause[]): ReadNote[] {
  const slots = clauses.flatMap((clause) => clause.slots);
  const [piece] = valuesOf(slots, "otherPiece");
  if (!piece) return [];
  const message = `Rings are all I make so far, no ${piece}. What should your ring be like?`;
  return [{ words: piece, message }];
}

/** What to say of a value the ring cannot take as it is, by the value's name. */
const OPEN_VALUES: Record<string, ((words: string) => string) | undefined> = {
  unsupported: (words) => `A ring here cannot have "${words}" yet. Shall I go on without it?`,
  otherStone: (words) =>
    `I have no ${words.toLowerCase()}. Diamond, sapphire, ruby, emerald, aquamarine, tourmaline and ten more I have. Which?`,
  otherMetal: (words) =>
    `I do not work in ${words.toLowerCase()}. Gold, silver, platinum, palladium, titanium, steel, bronze and brass I do. Which?`,
  cheaper: () =>
    "A lower karat, silver, a smaller stone or a thinner band brings the price down. Which shall I take?",
};

/** Fields that answer such a question when another word of the message sets them. */
const ANSWERS: Record<string, readonly (keyof RingSpec)[] | undefined> = {
  otherStone: ["stone", "haloStone", "sideStone", "paveStone"],
  otherMetal: ["alloy"],
  cheaper: ["alloy", "stone", "stoneLengthMm", "bandThicknessMm", "bandWidthMm"],
};

function valueName({ meaning }: Slot<Term>): string | null {
  return meaning.type === "term" && meaning.term.type === "value" ? meaning.term.name : null;
}

/** "Too tight": half a size more, if they agree. */
export function askAboutFit(clauses: readonly Clause[], innerDiameterMm: number): ReadNote[] {
  const slots = clauses.flatMap((clause) => clause.slots);
  const [fit] = valuesOf(slots, "fit");
  if (!fit) return [];
  const nearest = Number(
    (innerDiameterMm + (fit === "tight" ? HALF_SIZE_MM : -HALF_SIZE_MM)).toFixed(2),
  );
  const label = toRingLabel("us", nearest);
  const message = `Half a size ${fit === "tight" ? "up" : "down"} is US ${label}, ${nearest} mm inside. Shall I take that?`;
  return [{ words: fit, message, field: "innerDiameterMm", nearest }];
}
