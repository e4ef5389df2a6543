import type { Phrases } from "../../../kinds/read/vocabulary.ts";

/** What a message wants besides changing numbers. */
export type Intent =
  | "undo"
  | "draw"
  | "check"
  | "price"
  | "ask-ateliers"
  | "help"
  | "greet"
  | "thank"
  | "agree"
  | "decline"
  | "begin"
  | "match"
  | "surprise"
  | "describe"
  | "files"
  | "find"
  | "makers"
  | "compare"
  | "vary";

export type View = "hero" | "front" | "side" | "top" | "detail";

/** The words of one language for what people want of a designer. */
export interface IntentWords {
  intents: Phrases<Intent>;
  views: Phrases<View>;
  /** "version", "revision": a number after them names one. */
  versions: readonly string[];
  /** A name follows: "call it …". */
  naming: RegExp;
  /** The collection is named: "save it to the collection …", "save it to my … collection". */
  saving: readonly RegExp[];
  /** Numbers in words, of pictures. */
  counts: Phrases<number>;
  /** Beginnings after which a piece is described anew: "a …", "I want a …". */
  beginning: RegExp;
  /** Beginnings of questions that want an answer, not a change. */
  asking: RegExp;
}
