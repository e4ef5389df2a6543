import type { z } from "zod";
import type { ReadNote } from "../kind.ts";
import type { Measure } from "./attach.ts";
import type { Slot, TermReader } from "./lexicon.ts";
import type { Clause, Term } from "./statements.ts";
import type { Phrases } from "./vocabulary.ts";

type Name<Spec> = keyof Spec & string;

/** The part every table has: the piece itself, named by its nouns. */
export const PIECE = "piece";
/** Name of values that set fields and name the piece. */
export const NAMED_SET = "named-set";
/** The part that stones without a part of their own are about. */
export const MAIN_STONE = "stone";

/** Which fields of the spec a stone of a part is. */
export interface GemFields<Spec> {
  stone?: Name<Spec>;
  /** Absent where the stones are always round. */
  cut?: Name<Spec>;
  lengthMm?: Name<Spec>;
  widthMm?: Name<Spec>;
}

/** What people say of one part, and which fields of the spec it moves. */
export interface PartFields<Spec> {
  /**
   * The field each measure means: `width`, `height`, `size` (bigger, smaller), `any` (a bare "3 mm") …
   * `share` is a percentage, `carats` a stone's weight.
   */
  fields?: Partial<Record<Measure, Name<Spec>>>;
  /** Fields of "40 x 30 x 5 mm", in the order written. */
  sides?: readonly Name<Spec>[];
  /** The sides are given largest first, in whatever order they are written. */
  largestFirst?: boolean;
  /** How many of it there are: a whole number, or a choice among numbers. */
  count?: Name<Spec>;
  /** What "more" and "less" of it mean where it is not counted. */
  amount?: Name<Spec>;
  gem?: GemFields<Spec>;
  /** The field a colour word before or after it sets. */
  colour?: Name<Spec>;
  /** The field its quoted or announced text fills. */
  text?: Name<Spec>;
  /** Choices that speak about it, so that "satin back" is not the front. */
  choices?: readonly Name<Spec>[];
  /** What naming it makes true ("with a halo"). */
  present?: Partial<Spec>;
  /** What "without it" makes true. */
  absent?: Partial<Spec>;
  /** Naming it names that part. */
  countsAs?: string;
  /** It is the body of the piece: what a measure without a part means. */
  isBody?: boolean;
}

export interface ReaderPart<Spec> extends PartFields<Spec> {
  /** Singular; plurals and slips of the pen are understood. */
  words: readonly string[];
}

/** What was read so far, for a table's own hooks. */
export interface Said<Spec> {
  message: string;
  slots: readonly Slot<Term>[];
  clauses: readonly Clause[];
  current: Spec | null;
  /** The spec with all that was read laid over it. */
  spec: Spec;
  patch: Partial<Spec>;
  questions: readonly ReadNote[];
}

/** What a step of reading adds. */
export interface Taken<Spec> {
  patch?: Partial<Spec>;
  refused?: readonly ReadNote[];
  questions?: readonly ReadNote[];
  notes?: readonly ReadNote[];
}

/** Body measures a clothes size stands for. */
export type BodyMeasure = "bust" | "waist" | "hip";

/** All that one kind adds to the shared grammar. See `kindReader`. */
export interface ReaderTable<Spec> {
  /** What it is called in a sentence: "pendant". */
  name: string;
  schema: z.ZodType<Spec>;
  /**
   * Words that name the kind and nothing else; the first is its name. A phrase hides the words in it: "halo ring" here
   * would not say that there is a halo.
   */
  nouns: readonly string[];
  /** Words that suggest the kind where no noun of any kind is said ("studs", "chain"). */
  hints?: readonly string[];
  /** The whole piece. */
  body: PartFields<Spec>;
  parts?: Readonly<Record<string, ReaderPart<Spec>>>;
  /** More words for the values of choices and flags ("true", "false"). Labels are words already; null takes them away. */
  choices?: {
    readonly [Field in Name<Spec>]?: Readonly<Partial<Record<string, readonly string[]>>> | null;
  };
  /** Phrases that set several fields at once: `[{ lengthMm: 400 }, "choker"]`. */
  sets?: readonly (readonly [patch: Partial<Spec>, ...phrases: string[]])[];
  /** What a measure means when no part is named; default the body's. */
  unnamed?: Partial<Record<Measure, Name<Spec>>>;
  /** The inner diameter a finger size sets. */
  ringSize?: Name<Spec>;
  /** The fields in mm a clothes size sets. */
  clothes?: Partial<Record<BodyMeasure, Name<Spec>>>;
  /** Features people name that it cannot have: better said than guessed around. */
  unsupported?: readonly string[];
  /** How "bigger" without a part is asked back: "the band, the stone or the finger size". */
  askSize?: string;
  /** Phrases the shared grammar does not know, for the hooks. */
  terms?: Phrases<Term>;
  readers?: readonly TermReader<Term>[];
  /** How much a word of a choice says that the message is about the kind, 0 to 1, by field or list; default 0.15. */
  weights?: Readonly<Record<string, number>>;
  /** Which parts there are, instead of `present` and `absent`. */
  decide?(said: Said<Spec>): Taken<Spec>;
  /** After everything else. */
  finish?(said: Said<Spec>): Taken<Spec>;
}
