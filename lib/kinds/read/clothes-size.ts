import {
  CLOTHES_SIZES,
  type ClothesSystem,
  clothesSize,
  toEuClothesSize,
} from "../../shared/clothes-size.ts";
import type { Compiled } from "./compile-table.ts";
import { nearestAllowed } from "./fields.ts";
import type { TermReader } from "./lexicon.ts";
import type { Taken } from "./reader-table.ts";
import { type Term, valueTerm } from "./statements.ts";
import type { Token } from "./tokens.ts";

type Spec = Record<string, unknown>;

/** A clothes size as it was said. */
export interface ClothesWords {
  system: ClothesSystem | "letter" | "bare";
  label: string;
}

const SYSTEMS: Readonly<Record<string, ClothesSystem>> = {
  ...{ eu: "eu", european: "eu", german: "eu", de: "eu", us: "us", american: "us" },
  ...{ uk: "uk", british: "uk" },
};
const SIZE = new Set(["size", "sized", "sz"]);
const LETTERS: Readonly<Record<string, string>> = {
  ...{ xxs: "xxs", xs: "xs", s: "s", m: "m", l: "l", xl: "xl" },
  ...{ small: "s", medium: "m", large: "l" },
};

/** Reads a clothes size: "size 38", "EU 40", "US 8", "UK size 12", "size M", "XL". */
export const readClothesWords: TermReader<Term> = (tokens, index) => {
  const found = sizeAt(tokens, index);
  return found && { term: valueTerm("clothes", found.words), length: found.length };
};

function sizeAt(
  tokens: readonly Token[],
  index: number,
): { words: ClothesWords; length: number } | null {
  let at = index;
  let system: ClothesSystem | null = null;
  let isSized = false;
  for (; at < index + 4; at += 1) {
    const text = tokens[at]?.text ?? "";
    if (SIZE.has(text)) isSized = true;
    else if (SYSTEMS[text] && system === null) system = SYSTEMS[text];
    else if (!(isSized && ["a", "is", "in", ":"].includes(text))) break;
  }
  const token = tokens[at];
  if (token?.type === "number" && (system || isSized)) {
    const label = String(token.value);
    return { words: { system: system ?? "bare", label }, length: at + 1 - index };
  }
  const letter = LETTERS[token?.text ?? ""];
  // "Small" alone is a wish for less, "XL" alone can only be a size.
  const isLetter = letter !== undefined && (isSized || /^x+[sl]$/.test(token?.text ?? ""));
  if (!isLetter) return null;
  return { words: { system: "letter", label: letter }, length: at + 1 - index };
}

/** The girths a clothes size sets, or why it cannot. */
export function takeClothesSize(
  compiled: Compiled,
  size: ClothesWords,
  words: string,
): Taken<Spec> {
  const { table, fields } = compiled;
  const eu =
    size.system === "bare" ? bareSize(size.label) : toEuClothesSize(size.system, size.label);
  const girths = eu === null ? null : clothesSize(eu);
  if (!girths || eu === null) {
    const message = `I know the sizes EU ${CLOTHES_SIZES[0]} to ${CLOTHES_SIZES.at(-1)}, US 4 to 20, UK 6 to 22 and XXS to XL; "${words}" is none of them. Which shall I take?`;
    return { questions: [{ words, message }] };
  }
  const { bust, waist, hip } = table.clothes ?? {};
  const wanted = [
    [bust, girths.bustMm],
    [waist, girths.waistMm],
    [hip, girths.hipMm],
  ] as const;
  const patch = wanted.flatMap(([name, mm]) => {
    const field = fields.get(name ?? "");
    return field ? [[field.name, nearestAllowed(field, mm)] as const] : [];
  });
  const cm = (mm: number) => String(mm / 10);
  const message = `Size ${size.label.toUpperCase()} read as EU ${eu}: bust ${cm(girths.bustMm)}, waist ${cm(girths.waistMm)}, hip ${cm(girths.hipMm)} cm.`;
  return { patch: Object.fromEntries(patch), notes: [{ words, message }] };
}

/** A number without its system: up to 22 American, above European. */
function bareSize(label: string): number | null {
  return toEuClothesSize(Number(label) <= 22 ? "us" : "eu", label);
}
