import type { Phrases } from "./vocabulary.ts";

/** What a number measures: millimetres per unit for lengths. */
export type Unit = "mm" | "cm" | "m" | "inch" | "ct" | "g" | "deg" | "percent";

/** A direction in which a part can be sized. `size` is all of it at once. */
export type Dimension =
  | "width"
  /** Of a round thing its diameter, of any other its width. */
  | "across"
  | "thickness"
  | "height"
  | "length"
  | "depth"
  | "size"
  | "gap"
  | "taper";

export type Mark =
  /** "no", "without", "remove": what follows goes away. */
  | "without"
  /** "instead of", "rather than": what follows is what was there before. */
  | "instead"
  /** "and", a comma: a new statement begins. */
  | "break"
  /** "with", "add": a new statement begins, about something the piece shall have. */
  | "with"
  /** "under", "at most": what follows is an upper limit. */
  | "at-most"
  /** "by": the number is a difference ("wider by 0.2 mm"). */
  | "by"
  /** "to": the number is the new value ("from 2 to 2.4 mm"). */
  | "to"
  /** "from": the number is the old value. */
  | "from"
  /** "keep": what follows stays. */
  | "keep";

export interface Comparison {
  /** Null when the word alone does not say ("bigger", "more"). */
  dimension: Dimension | null;
  direction: 1 | -1;
  /** "more", "fewer": of things that are counted, their number. */
  isAmount?: boolean;
}

/** All the words of one language that every kind's grammar shares. A further language is one more of these tables. */
export interface Language {
  id: string;
  units: Phrases<Unit>;
  currencies: Phrases<string>;
  numbers: Phrases<number>;
  /** What stands between the sides of "7 x 5": also `×` and `*`. */
  between: readonly string[];
  /** Words before which "18 in" is inches. */
  measured: readonly string[];
  /** "width", "thickness". */
  dimensions: Phrases<Dimension>;
  /** "wide", "thick": beside a number they name its dimension, alone they ask for more of it. */
  adjectives: Phrases<Dimension>;
  comparisons: Phrases<Comparison>;
  /** How strongly a comparison is meant, as a multiple of the plain word. */
  degrees: Phrases<number>;
  /** "half", "double": the new size as a multiple of the old. */
  factors: Phrases<number>;
  marks: Phrases<Mark>;
  /** Frequent words that are never taken for a misspelt term. */
  ordinary: readonly string[];
}
