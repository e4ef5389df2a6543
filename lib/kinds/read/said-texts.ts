import { cleanLine } from "./clean-line.ts";
import type { TermReader } from "./lexicon.ts";
import { choiceTerm, type Term, valueTerm } from "./statements.ts";

export type Saying = { type: "text"; text: string } | { type: "colour"; hex: string };

/** A message whose quoted and announced texts and hex colours are signs, so that none of their words is read. */
export interface Masked {
  message: string;
  /** In the order of their signs. */
  sayings: readonly Saying[];
  /** Puts back what was said where a sign stands in a part of the message. */
  restore: (words: string) => string;
}

/** Private-use characters, one a saying; more sayings than these stay as written. */
const SIGNS = Array.from({ length: 16 }, (_, index) => String.fromCharCode(0xe000 + index));
const ANY_SIGN = /[\ue000-\ue00f]/g;

/** "Anna", “Anna”, «Anna»; single quotes only around whole words. `7" chain` is inches: no quote opens after a number. */
const QUOTED = new RegExp(
  [
    String.raw`(?<![\d½¼¾]\s?)"([^"\n]{1,120})"`,
    String.raw`[“„«]([^”“»\n]{1,120})[”“»]`,
    String.raw`(?<![\p{L}\p{N}])['‘]([^'’\n]{1,120})['’](?![\p{L}\p{N}])`,
  ].join("|"),
  "gu",
);
const HEX = /#([0-9a-f]{6})\b/gi;

const NOUNS = "names?|text|words?|initials|monogram|letters|lettering|inscription|date";
const LINKS = "to|is|are|of|saying|reading|should be|should say|should read|it with|with";
/** "saying", "engraved with", "with the name", "change the text to". */
const LEAD = [
  "(?:that )?(?:saying|says|say|reading|reads|spelling|spells)",
  "named|for the name",
  `(?:engraved?|engraving|inscribed|monogrammed|stamped)(?: (?:${LINKS}|inside|outside))*(?: the (?:${NOUNS}))?(?: of| saying)?`,
  `(?:the |with the |with )?(?:${NOUNS})(?: (?:${LINKS}))?`,
].join("|");
/** Words no text without quotes begins with. */
const NO_TEXT =
  "an?|the|my|our|his|her|your|on|in|at|to|of|with|should|and|for|from|is|are|be|saying|reading|inside|outside|pendant|necklace|plates?|it|that|this|bigger|smaller|larger";
/** Where a text without quotes ends. */
const END = [
  String.raw`\s+(?:in|on|with|made|of|at|for|from|under|instead|please|set|inside|around|across)\b`,
  String.raw`\s+and\s+(?:an?|the|make|in|with|it)\b`,
  String.raw`\s*[,;:!?\n\ue000-\ue00f]|\.(?:\s|$)|\s*$`,
].join("|");
const ANNOUNCED = new RegExp(
  String.raw`\b(?:${LEAD})\s*:?\s+(?!(?:${NO_TEXT})\b(?!\.\p{L}))([^\s,;:.!?\ue000-\ue00f][^,;:!?\n\ue000-\ue00f]{0,80}?)(?=${END})`,
  "giu",
);

/** "Name necklace Isabella": a name right after what bears it, with a capital. */
const AFTER_PIECE = /\b([Nn]ame (?:pendant|necklace|plate|chain)\s+)(\p{Lu}[\p{L}’'-]{1,30})/gu;

/** "M.R": the point after the last letter belongs to it, though it may end a sentence. */
const INITIALS = /^(?:\p{Lu}\.\s?)+\p{Lu}$/u;

/** Hides hex colours, and texts where `hasTexts`: those in quotes, then those that are announced. */
export function maskSayings(message: string, hasTexts: boolean): Masked {
  const sayings: Saying[] = [];
  const signOf = (saying: Saying, written: string) => {
    const sign = SIGNS[sayings.length];
    if (sign === undefined) return written;
    sayings.push(saying);
    return sign;
  };
  let masked = message.replace(ANY_SIGN, " ");
  masked = masked.replace(HEX, (written) =>
    signOf({ type: "colour", hex: written.toLowerCase() }, written),
  );
  if (hasTexts) {
    masked = masked.replace(QUOTED, (written, ...groups: (string | undefined)[]) => {
      const text = cleanLine(groups.slice(0, 3).find((group) => group !== undefined) ?? "");
      return text === "" ? written : signOf({ type: "text", text }, written);
    });
    masked = masked.replace(ANNOUNCED, (written, text: string, at: number, whole: string) => {
      const ends = INITIALS.test(text) && whole[at + written.length] === "." ? "." : "";
      const sign = signOf({ type: "text", text: cleanLine(text) + ends }, text);
      return written.slice(0, written.length - text.length) + sign;
    });
  }
  if (hasTexts && sayings.every(({ type }) => type !== "text")) {
    masked = masked.replace(AFTER_PIECE, (_, before: string, text: string) => {
      return before + signOf({ type: "text", text }, text);
    });
  }
  const restore = (words: string) => words.replace(ANY_SIGN, (sign) => shown(sayings, sign));
  return { message: masked, sayings, restore };
}

function shown(sayings: readonly Saying[], sign: string): string {
  const saying = sayings[SIGNS.indexOf(sign)];
  if (!saying) return "";
  return saying.type === "text" ? `“${saying.text}”` : saying.hex;
}

/** Reads the signs of a masked message: texts as values, colours as choices. */
export function readSayings(sayings: () => readonly Saying[]): TermReader<Term> {
  return (tokens, index) => {
    const at = SIGNS.indexOf(tokens[index]?.text ?? "");
    const saying = at < 0 ? undefined : sayings()[at];
    if (!saying) return null;
    const term =
      saying.type === "text" ? valueTerm("text", saying.text) : choiceTerm("colour", saying.hex);
    return { term, length: 1 };
  };
}
