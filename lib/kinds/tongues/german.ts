import { GERMAN_GARMENTS } from "./german-garments.ts";
import { GERMAN_JEWELLERY } from "./german-jewellery.ts";
import { GERMAN_SHARED } from "./german-shared.ts";
import { NUMBER_REWRITES } from "./numbers.ts";
import type { Tongue } from "./tongue.ts";

/** Endings of German nouns and adjectives, longest first. */
const ENDINGS = ["en", "er", "es", "em", "e", "n", "s"];
const SHORTEST_STEM = 3;

/** Comparatives, which between a measure and a noun are the plain word: "ein 4 mm breiter Ring". */
const MEASURED: Readonly<Record<string, string>> = {
  breiter: "breit",
  dicker: "dick",
  hoher: "hoch",
  langer: "lang",
  großer: "groß",
  tiefer: "tief",
};

export const german: Tongue = {
  id: "de",
  dictionary: [GERMAN_SHARED, GERMAN_JEWELLERY, GERMAN_GARMENTS],
  rewrites: [
    ...NUMBER_REWRITES,
    [
      /(\d\s*(?:mm|cm|m|Millimeter|Zentimeter)\s+)(breiter|dicker|hoher|langer|großer|tiefer)(?=,?\s+(?:und\s+[\d.,]+\s*(?:mm|cm)\s+\p{L}+\s+)?\p{Lu})/gu,
      (_, measure = "", word = "") => `${measure}${MEASURED[word] ?? word}`,
    ],
    [/\b(\d{3})er\b/g, "$1"],
    [/\b(9|10|14|18|22|24)[\s-]*(?:karat|kt|ct|k)\b/gi, "$1k"],
    [/\bKarat\b/gi, "ct"],
    [/\bvon\s+(\d[\d.,]*\s*(?:mm|cm|°|%)?)\s+auf\b/gi, "from $1 to"],
    [/\bin\s+(?:der\s+)?(?:Ring)?größe\b/gi, "Größe"],
    [/(\d)\s*-\s*(karätig\w*|k)\b/gi, "$1k "],
    [/\b(\d+)-?karätig\w*/gi, "$1k"],
    [/\b(vier|sechs|drei|\d+)-?(krappig|stein)\w*/gi, "$1 $2"],
    [/\blass(?:e|t)?\s+((?:den|die|das)\s+[\p{L}-]+(?:\s+[\p{L}-]+)?)\s+weg\b/giu, "ohne $1"],
    // "Mach das Band um die Hälfte breiter" and other amounts before what they are of.
    [/\bum\s+die\s+Hälfte\b/gi, "um 50 %"],
  ],
  announced: [
    /\b(?:in|zu)\s+(?:die|der|meine|meiner|eine|einer)\s+(?:neue[rn]?\s+)?Sammlung\s+(?<text>[^".!?\n“„]{1,80})/giu,
    /\bnenne?\s+(?:es|ihn|sie|das|den\s+\p{L}+|die\s+\p{L}+)\s+(?<text>[^".!?\n“„]{1,80})/giu,
    /(?:\b(?:mit|für)\s+(?:dem|der|den|die)?\s*(?:Namen?|Gravur|Text|Schriftzug|Inschrift|Initialen|Buchstaben|Aufschrift)|\b(?:Gravur|Inschrift|Schriftzug|Aufschrift|Namens|Name|Initialen|graviert mit|eingraviert|der Name ist|soll)\s*:?)\s+(?:lautet\s+|soll\s+)?(?<text>(?!(?:Gravur|Ohne|In|Aus|Und|Soll|Etwas|Größer|Kleiner|Tiefer)\b)\p{Lu}[\p{L}\d.]*(?:\s*(?:&|\+|und)\s*\p{Lu}[\p{L}.]*)?(?=[\s,;:.!?]|$))/gu,
  ],
  fold: (word) =>
    word
      .toLowerCase()
      .replace(/ß/g, "ss")
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/ae/g, "a")
      .replace(/oe/g, "o")
      .replace(/ue/g, "u"),
  stems: (word) =>
    ENDINGS.flatMap((ending) =>
      word.endsWith(ending) && word.length - ending.length >= SHORTEST_STEM
        ? [word.slice(0, -ending.length)]
        : [],
    ),
  joints: ["s", "n", "en", "es", "e"],
  letters: /[äöß]/,
};
