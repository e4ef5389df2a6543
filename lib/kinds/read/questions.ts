import { toRingLabel } from "../../shared/ring-size.ts";
import type { ReadNote } from "../kind.ts";
import type { Compiled } from "./compile-table.ts";
import { formatValue } from "./fields.ts";
import type { Slot } from "./lexicon.ts";
import { isShown } from "./read-choices.ts";
import type { Said } from "./reader-table.ts";
import { type Choice, slotsOf, type Term, valuesOf } from "./statements.ts";

type Spec = Record<string, unknown>;

/** Half a US size, mm of diameter. */
const HALF_SIZE_MM = 0.41;

const STONES_OF_COLOUR: Record<string, string> = {
  blue: "a sapphire, an aquamarine, a tanzanite or a topaz",
  red: "a ruby, a garnet or a spinel",
  green: "an emerald, a peridot or a tourmaline",
  purple: "an amethyst or a tanzanite",
  pink: "a spinel or a tourmaline",
  orange: "a citrine or a garnet",
  colourless: "a diamond, a moissanite, a zirconia or clear quartz",
};

/** Questions about what was named but cannot be chosen. */
export function askAboutNamed(compiled: Compiled, said: Said<Spec>): ReadNote[] {
  return [
    ...askAboutColour(compiled, said),
    ...askAboutUnset(compiled, said),
    ...askAboutCut(compiled, said),
    ...askAboutForeign(compiled, said),
    ...askAboutFit(compiled, said),
    ...askAboutUnread(compiled, said),
  ];
}

const stoneFields = ({ parts }: Compiled) =>
  [...parts.values()].flatMap(({ gem }) => (gem?.stone ? [gem.stone] : []));

/** A colour without its stone. */
function askAboutColour(compiled: Compiled, { clauses, patch }: Said<Spec>): ReadNote[] {
  const [colour] = valuesOf(slotsOf(clauses), "stoneColour");
  if (!colour || stoneFields(compiled).some((name) => name in patch)) return [];
  const named = STONES_OF_COLOUR[colour];
  const message = named
    ? `Which ${colour} stone: ${named}?`
    : `I have nothing in ${colour}; a garnet or a satin finish comes nearest. Shall I go on without it?`;
  const field = stoneFields(compiled)[0];
  return [{ words: colour, message, ...(field && { field }) }];
}

/** A stone for a piece of a design that carries none: hoops, a heart. */
function askAboutUnset(compiled: Compiled, { clauses, patch, spec }: Said<Spec>): ReadNote[] {
  const { fields, parts, table } = compiled;
  return slotsOf(clauses).flatMap(({ meaning, words }) => {
    if (meaning.type !== "term" || meaning.term.type !== "choice") return [];
    const { list, part }: Choice = meaning.term;
    const name = list === "stone" ? parts.get(part ?? "")?.gem?.stone : undefined;
    if (name === undefined || !(name in patch) || isShown(compiled, name, spec)) return [];
    const [other = ""] = Object.keys(fields.get(name)?.when ?? {});
    const design = formatValue(fields.get(other) ?? {}, spec[other]).toLowerCase();
    const message = `A ${table.name} of the design "${design}" carries no ${words} here. Shall I go on without it?`;
    return [{ words, message }];
  });
}

/** A cut of stones that are always round. */
function askAboutCut({ parts }: Compiled, { clauses }: Said<Spec>): ReadNote[] {
  return slotsOf(clauses).flatMap(({ meaning, words }) => {
    if (meaning.type !== "term" || meaning.term.type !== "choice") return [];
    const { list, part, value }: Choice = meaning.term;
    const gem = parts.get(part ?? "")?.gem;
    if (list !== "cut" || !gem || gem.cut || value === "round") return [];
    const what = parts.get(part ?? "")?.words[0] ?? "stone";
    const message = `${sentenceCase(plural(what))} are round here. Shall I take round ones?`;
    return [{ words, message, ...(gem.stone && { field: gem.stone }) }];
  });
}

/** What the kind cannot have, by the name of its value. */
function askAboutForeign(compiled: Compiled, { clauses, patch }: Said<Spec>): ReadNote[] {
  const { table, alloy } = compiled;
  const answers: Record<string, readonly string[]> = {
    unsupported: [],
    otherStone: stoneFields(compiled),
    otherMetal: alloy ? [alloy] : [],
    cheaper: Object.keys(patch),
  };
  const asked = slotsOf(clauses).flatMap((slot) => {
    const name = valueName(slot) ?? "";
    const message = FOREIGN[name]?.(slot.words, table.name);
    const isAnswered = answers[name]?.some((field) => field in patch);
    return message && !isAnswered ? [{ words: slot.words, message }] : [];
  });
  // "Engraved with initials" asks for one thing.
  return [...new Map(asked.map((note) => [note.message, note])).values()];
}

const ENGRAVING = /^(?:engrav|inscri|initial|monogram)/i;

const FOREIGN: Record<string, ((words: string, piece: string) => string) | undefined> = {
  unsupported: (words, piece) =>
    ENGRAVING.test(words)
      ? `I cannot engrave a ${piece} yet; a signet ring, a medal or a name pendant takes a text. Shall I go on without it?`
      : `A ${piece} here cannot have "${words}" yet. Shall I go on without it?`,
  otherStone: (words) =>
    `I have no ${words.toLowerCase()}. Diamond, sapphire, ruby, emerald, aquamarine, tourmaline and ten more I have. Which?`,
  otherMetal: (words) =>
    `I do not work in ${words.toLowerCase()}. Gold, silver, platinum, palladium, titanium, steel, bronze and brass I do. Which?`,
  cheaper: () =>
    "A lower karat, silver, a smaller stone or less metal brings the price down. Which shall I take?",
};

function valueName({ meaning }: Slot<Term>): string | null {
  return meaning.type === "term" && meaning.term.type === "value" ? meaning.term.name : null;
}

/** "Too tight": half a finger size more, if they agree. */
function askAboutFit({ table }: Compiled, { clauses, spec }: Said<Spec>): ReadNote[] {
  const [fit] = valuesOf(slotsOf(clauses), "fit");
  if (!fit || !table.ringSize) return [];
  const now = Number(spec[table.ringSize]);
  const nearest = Number((now + (fit === "tight" ? HALF_SIZE_MM : -HALF_SIZE_MM)).toFixed(2));
  const label = toRingLabel("us", nearest);
  const message = `Half a size ${fit === "tight" ? "up" : "down"} is US ${label}, ${nearest} mm inside. Shall I take that?`;
  return [{ words: fit, message, field: table.ringSize, nearest }];
}

/** Features that begin with "with" or "add" and hold nothing readable. */
function askAboutUnread({ table }: Compiled, { clauses }: Said<Spec>): ReadNote[] {
  return clauses
    .filter((clause) => clause.isFeature && clause.slots.length > 0)
    .filter((clause) => clause.slots.every((slot) => slot.meaning.type === "word"))
    .map((clause) => {
      const words = clause.slots.map((slot) => slot.words).join(" ");
      const article = /^[aeiou]/i.test(table.name) ? "an" : "a";
      const message = `I do not know "${words}" on ${article} ${table.name}. What should it look like?`;
      return { words, message };
    });
}

const plural = (noun: string) => (noun.endsWith("s") ? noun : `${noun}s`);
const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
