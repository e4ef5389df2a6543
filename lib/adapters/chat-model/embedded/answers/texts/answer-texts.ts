import type { Kind } from "../../../../../kinds/kind.ts";

type Category = Kind["category"];
export type MadeBy = "cast" | "printed" | "made";
export type JudgedAs = "healthy" | "warning" | "error" | "unknown";

/** Whole sentences the designer says, in one language. Amounts and lists arrive as they are written there. */
export interface AnswerTexts {
  examples: readonly [string, string, string];
  /** An example of such a piece. */
  example: Readonly<Record<Category, string>>;
  /** What one could say next about such a piece. */
  wishes: Readonly<Record<Category, readonly string[]>>;
  /** What one would ask about such a piece first. */
  details: Readonly<Record<Category, string>>;
  /** What brings a price down. */
  cheaper: Readonly<Record<Category, string>>;
  views: Readonly<Record<string, string>>;
  whatToMake(names: string, examples: string): string;
  ofPicture(titles: string): string;
  unreadPicture: string;
  forDetails(details: string, example: string): string;
  greet(examples: string): string;
  greetAgain: string;
  explain(names: string, examples: string): string;
  whatToChange(wishes: string): string;
  takeIt(count: number): string;
  yes: string;
  no: string;
  isSo: string;
  /** What had to move with what was said: "ball diameter 6.5 mm → 7.4 mm". */
  followed(changes: string): string;
  takenBack: string;
  /** Before grams and money of a preview. */
  about(facts: string): string;
  still(now: string): string;
  delta(mass: string, cost: string, now: string): string;
  and(a: string, b: string): string;
  ofMetal(label: string): string;
  ofStones(carats: string): string;
  otherCurrency(wanted: string, currency: string): string;
  within(wanted: string): string;
  over(by: string, wanted: string, cheaper: string): string;
  stillToSolve(what: string): string;
  next(wishes: readonly string[]): string;
  verdict(by: MadeBy, state: "fails" | "care" | "works"): string;
  /** Ways of making, by their ids, as `judged` names them. */
  processes: Readonly<Record<string, string>>;
  judged(process: string, as: JudgedAs): string;
  sameVersions(from: number, to: number): string;
  compared(from: number, to: number, moved: string, deltas: string): string;
  solvedSince(what: string): string;
  nothingToCompare: string;
  wallPending: string;
  wall(mm: string): string;
  oneSolid: string;
  rules(count: number): string;
  pricePending: string;
  price(total: string, mass: string, lines: string): string;
  rates(day: string): string;
  otherMetal(label: string, mass: string): string;
  drawing(count: number, views: string, hasVariations: boolean): string;
  sizes(count: number, system: string, first: string, last: string): string;
  byMakers(reason: string): string;
  nothingLike: string;
  nearest(title: string, brand: string, why: string, others: number): string;
  asking(names: string): string;
  nobody(why: string): string;
  makers(count: number, best: string, excluded: number): string;
  maker(name: string, place: string, range: string): string;
  range(low: string, high: string): string;
  renamed(title: string): string;
  saved(collection: string, count: number): string;
  /** A part of a picture is made anew. */
  repainting: string;
  done: string;
  failed(error: string): string;
  nothingToUndo: string;
  whatShallChange: string;
  files: string;
  glad: string;
  stays: string;
  noPieceYet: string;
  welcome: string;
  noTool: string;
}
