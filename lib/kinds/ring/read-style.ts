import type { ReadNote } from "../kind.ts";
import { partOf } from "../read/beside.ts";
import type { Slot } from "../read/lexicon.ts";
import type { Said, Taken } from "../read/reader-table.ts";
import { type Clause, slotsOf, type Term, valuesOf } from "../read/statements.ts";
import type { RingSpec } from "./schema.ts";

/** What the message names, wants gone, and chooses. */
interface Named {
  parts: ReadonlySet<string>;
  removed: ReadonlySet<string>;
  /** Values chosen from the list of that name. */
  choices: (list: string) => string[];
  /** "Three diamonds". */
  hasThree: boolean;
  words: string;
}

/** Degrees down each side: as far as pavé goes, and half way. */
const ETERNITY_DEG: Record<string, number> = { full: 150, half: 90 };

/** Style, shoulders and setting: what the ring has and what goes away. */
export function readStyle({ clauses, current }: Said<RingSpec>): Taken<RingSpec> {
  const named = namedIn(clauses);
  const style = styleOf(named, current);
  if (style === "conflict") {
    const message = "A ring here carries a halo or side stones, not both. Which of the two?";
    return { patch: {}, questions: [{ words: "halo, side stones", message, field: "style" }] };
  }
  const shoulders = shouldersOf(named);
  const head = headOf(named, current);
  const arcDeg = ETERNITY_DEG[named.choices("eternity").at(-1) ?? ""];
  if (head === "none") {
    const message = "A stone needs something to hold it: prongs or a bezel. Shall I take a bezel?";
    return {
      patch: {},
      questions: [{ words: named.words, message, field: "head", nearest: "bezel" }],
    };
  }
  return {
    patch: {
      ...(style && { style }),
      ...(shoulders && { shoulders }),
      ...(head && { head }),
      ...(arcDeg && { paveArcDeg: arcDeg }),
    },
    notes: notThere(named, current),
  };
}

/** What shall go away but is not on the ring. */
function notThere(named: Named, current: RingSpec | null): ReadNote[] {
  if (!current) return [];
  const there: Record<string, boolean> = {
    halo: current.style === "halo",
    side: current.style === "three-stone",
    pave: current.shoulders === "pave",
  };
  return [...named.removed]
    .filter((part) => there[part] === false)
    .map((part) => ({ words: named.words, message: `This ring has no ${PART_NAMES[part]}.` }));
}

const PART_NAMES: Record<string, string> = { halo: "halo", side: "side stones", pave: "pavé" };

function styleOf(named: Named, current: RingSpec | null): RingSpec["style"] | "conflict" | null {
  const wanted = new Set(named.choices("style"));
  const hasHalo = named.parts.has("halo");
  const hasSides = named.parts.has("side") || wanted.has("three-stone") || named.hasThree;
  if (hasHalo && hasSides) return "conflict";
  if (hasHalo) return "halo";
  if (hasSides) return "three-stone";
  if (named.removed.has("halo") && current?.style === "halo") return "solitaire";
  if (named.removed.has("side") && current?.style === "three-stone") return "solitaire";
  if (named.removed.has("stone")) return "plain";
  if (wanted.has("solitaire")) return "solitaire";
  const hasStone = ["stone", "prongs", "bezel", "head"].some((part) => named.parts.has(part));
  if (hasStone) return current === null || current.style === "plain" ? "solitaire" : null;
  if (wanted.has("plain-band") && current?.shoulders === "pave") return null;
  return wanted.has("plain") || wanted.has("plain-band") ? "plain" : null;
}

function shouldersOf(named: Named): RingSpec["shoulders"] | null {
  if (named.choices("style").includes("plain-band")) return "plain";
  if (named.removed.has("pave") || named.removed.has("shoulders")) return "plain";
  const chosen = named.choices("shoulders");
  if (chosen.includes("pave") || named.parts.has("pave") || named.choices("eternity").length > 0) {
    return "pave";
  }
  return chosen.includes("plain") ? "plain" : null;
}

function headOf(named: Named, current: RingSpec | null): RingSpec["head"] | "none" | null {
  const [prongs, bezel] = [named.parts.has("prongs"), named.parts.has("bezel")];
  if (prongs && !bezel) return "prong";
  if (bezel && !prongs) return "bezel";
  if (named.removed.has("prongs")) return current?.head === "bezel" ? null : "none";
  if (named.removed.has("bezel")) return "prong";
  return null;
}

function namedIn(clauses: readonly Clause[]): Named {
  const smooth = clauses.filter(isSmoothShoulders);
  const slots = clauses.filter((clause) => !smooth.includes(clause)).flatMap(({ slots }) => slots);
  const removed = [
    ...clauses.flatMap((clause) => clause.removed),
    ...smooth.flatMap(({ slots }) => slots),
  ];
  return {
    parts: partsOf(slots),
    removed: partsOf(removed),
    choices: (list) => valuesOf(slots, list),
    hasThree: slots.some((slot, at) => isThree(slot) && partOf(slots[at + 1]) === "stone"),
    words: removed.map((slot) => slot.words).join(" "),
  };
}

const isThree = ({ meaning }: Slot<Term>) =>
  meaning.type === "quantity" && meaning.quantity.type === "number" && meaning.quantity.value === 3;

/** "make the shoulders plain": nothing on them, which says nothing about the stone. */
function isSmoothShoulders({ slots }: Clause): boolean {
  return partsOf(slots).has("shoulders") && valuesOf(slots, "style").includes("plain");
}

function partsOf(slots: readonly Slot<Term>[]): Set<string> {
  return new Set(slots.map(partOf).filter((part) => part !== null));
}

/** A ring described without a stone has none; the stones of "a three-stone ring with sapphires" are all the one. */
export function finishRing(said: Said<RingSpec>): Taken<RingSpec> {
  const { clauses, current, patch, spec, questions } = said;
  const { stone } = patch;
  const isTrio = spec.style === "three-stone" && !patch.sideStone && stone !== undefined;
  const sides = isTrio && isOnePluralStone(slotsOf(clauses)) ? { sideStone: stone } : {};
  const isOpen = questions.some((note) => note.field === "style");
  const isDescribed = Object.keys(patch).length > 0 && patch.style === undefined && !isOpen;
  return { patch: { ...sides, ...(!current && isDescribed && { style: "plain" as const }) } };
}

function isOnePluralStone(slots: readonly Slot<Term>[]): boolean {
  const stones = slots.filter(
    ({ meaning }) =>
      meaning.type === "term" && meaning.term.type === "choice" && meaning.term.list === "stone",
  );
  return stones.length === 1 && /s$/i.test(stones[0]!.words);
}
