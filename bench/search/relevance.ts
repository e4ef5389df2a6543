import type { Described } from "./recolour.ts";

/** Parts of two products' likeness that can be read off their attributes; they add up to 1. */
const WEIGHTS = { kind: 0.35, colours: 0.3, style: 0.2, details: 0.15 };

/** Products of one shelf that are not of one kind: a signet and a band. */
const SAME_SHELF = 0.5;

/** The colours one sees: no picture tells white gold from silver and platinum. */
const seenColours = ({ colours }: Described) => colours.filter((word) => word !== "white gold");

function shared(one: readonly string[], other: readonly string[]): number {
  const all = new Set([...one, ...other]);
  const both = one.filter((word) => other.includes(word)).length;
  return all.size === 0 ? 1 : both / all.size;
}

const kindsAgree = (one: Described, other: Described) => {
  if (one.kind === other.kind) return 1;
  return one.category === other.category ? SAME_SHELF : 0;
};

/**
 * How alike two products are by what one sees of them, 0 to 1: kind, colour words, style, and the share of all other
 * visible attributes that agree. Style and details are only compared within a kind.
 */
export function attributeLikeness(one: Described, other: Described): number {
  const kind = kindsAgree(one, other);
  const colours = shared(seenColours(one), seenColours(other));
  if (kind < 1) return WEIGHTS.kind * kind + WEIGHTS.colours * colours * kind;
  const { style: oneStyle, ...details } = one.attributes.look;
  const { style: otherStyle, ...others } = other.attributes.look;
  const names = Object.keys({ ...details, ...others });
  const agreeing = names.filter((name) => details[name] === others[name]).length;
  return (
    WEIGHTS.kind +
    WEIGHTS.colours * colours +
    WEIGHTS.style * Number(oneStyle === otherStyle) +
    WEIGHTS.details * (agreeing / Math.max(1, names.length))
  );
}

/** Grades 0 to 3 as judges give them: unlike, the same sort of thing, alike, nearly the same. */
export function gradeOf(likeness: number): number {
  if (likeness >= 0.85) return 3;
  if (likeness >= 0.65) return 2;
  return likeness >= 0.4 ? 1 : 0;
}

/** What a grade is worth where only the best count: 0, 1, 3, 7 (Burges 2005). */
export const gainOf = (grade: number) => 2 ** grade - 1;

/** nDCG of the first `depth` results by their gains, logarithmic discount (Järvelin and Kekäläinen 2002). */
export function ndcg(found: readonly number[], all: readonly number[], depth: number): number {
  const dcg = (gains: readonly number[]) =>
    gains.slice(0, depth).reduce((sum, gain, rank) => sum + gain / Math.log2(rank + 2), 0);
  const ideal = dcg(all.toSorted((a, b) => b - a));
  return ideal === 0 ? 1 : dcg(found) / ideal;
}
