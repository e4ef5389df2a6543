import type { Compiled } from "./compile-table.ts";
import { ownerOf } from "./compile-table.ts";
import type { Field } from "./fields.ts";
import { isTaken, labelPart, NOTHING, phrasesOfLabel } from "./label-parts.ts";
import type { Language } from "./language.ts";
import { COLOURS_EN } from "./languages/en-colours.ts";
import {
  CHEAPER_EN,
  CUTS_EN,
  FOREIGN_METALS_EN,
  FOREIGN_STONES_EN,
  METALS_EN,
  STONE_COLOURS_EN,
  STONES_EN,
} from "./languages/en-materials.ts";
import { PIECE_NOUNS_EN } from "./languages/en-pieces.ts";
import { NAMED_SET, PIECE } from "./reader-table.ts";
import { type Choice, choiceTerm, partTerm, type Term, valueTerm } from "./statements.ts";
import { type Phrases, singulars } from "./vocabulary.ts";

/** All the phrases of a kind; of equal phrases the earlier one holds. */
export function termsOf(compiled: Compiled, language: Language): Phrases<Term> {
  const { table, parts } = compiled;
  return [
    ...(table.terms ?? []),
    ...choicesOfParts(compiled, language),
    ...setsOfNouns(compiled),
    ...[...parts].map(([name, { words }]) => [partTerm(name), ...words] as const),
    ...(table.hints ? [[partTerm(PIECE), ...table.hints] as const] : []),
    ...(table.sets ?? []).map(([patch, ...words]) => [valueTerm("set", patch), ...words] as const),
    ...(table.unsupported ? [[valueTerm("unsupported", "it"), ...table.unsupported] as const] : []),
    ...choiceTerms(compiled, language),
    ...labelTerms(compiled, language),
    ...materialTerms(compiled),
    ...foreignPieces(compiled),
  ];
}

function materialTerms({ alloy, mainGem, colour, table }: Compiled): Phrases<Term> {
  const metals = [...METALS_EN, ...FOREIGN_METALS_EN, ...CHEAPER_EN];
  const stones = [...STONES_EN, ...CUTS_EN, ...FOREIGN_STONES_EN];
  return [
    ...(alloy ? metals : []),
    ...(mainGem ? stones : []),
    ...(colour ? COLOURS_EN : mainGem ? STONE_COLOURS_EN : []),
    ...(table.ringSize
      ? [
          [valueTerm("fit", "tight"), ...TIGHT] as const,
          [valueTerm("fit", "loose"), ...LOOSE] as const,
        ]
      : []),
  ];
}

const TIGHT = ["too tight", "tight", "wont fit", "does not fit", "doesnt fit"];
const LOOSE = ["too loose", "loose", "falls off", "slips off"];

/** Nouns of pieces that this kind is not. */
function foreignPieces({ table, parts }: Compiled): Phrases<Term> {
  const own = new Set([...parts.values()].flatMap(({ words }) => words).concat(table.hints ?? []));
  const isOwn = (noun: string) => own.has(noun) || table.nouns.some((mine) => mine.includes(noun));
  return PIECE_NOUNS_EN.filter((noun) => !isOwn(noun)).map(
    (noun) => [valueTerm("otherPiece", noun), noun] as const,
  );
}

/** "Hoop diameter", "number of links": numbers by their labels. */
function labelTerms({ fields }: Compiled, language: Language): Phrases<Term> {
  return [...fields.values()]
    .filter(({ type }) => type === "number" || type === "integer")
    .map((field): readonly [Term, ...string[]] => {
      const phrases = phrasesOfLabel(field.label).filter((phrase) => !isTaken(phrase, language));
      return [partTerm(labelPart(field.name)), ...phrases];
    });
}

/** Words that name the kind and set something: "shorts" are trousers of that length. */
function setsOfNouns({ table }: Compiled): Phrases<Term> {
  const nouns = new Set([...table.nouns, ...(table.hints ?? [])]);
  return (table.sets ?? []).map(([patch, ...phrases]) => [
    valueTerm(NAMED_SET, patch),
    ...phrases.filter((phrase) => nouns.has(phrase)),
  ]);
}

/** Words that are a part (or the piece) and a value, as "dots" are of a print: the value, said about the part. */
function choicesOfParts(compiled: Compiled, language: Language): Phrases<Term> {
  const parts = [...compiled.parts].flatMap(([name, { words }]) =>
    words.map((word) => [word, name] as const),
  );
  const hints = (compiled.table.hints ?? []).map((word) => [word, PIECE] as const);
  const byWord = new Map([...hints, ...parts]);
  return choiceTerms(compiled, language).flatMap(([term, phrase = ""]) => {
    const part = [phrase, ...singulars(phrase)].map((word) => byWord.get(word)).find(Boolean);
    if (part === undefined || term.type !== "choice") return [];
    return [[{ ...term, part: term.part ?? part }, phrase] as const];
  });
}

/** Values of choices and flags by their labels, and by the table's own words for them; a phrase each. */
function choiceTerms(
  compiled: Compiled,
  language: Language,
): (readonly [term: Term, phrase: string])[] {
  const byPhrase = new Map<string, Choice[]>();
  for (const field of compiled.fields.values()) {
    for (const [phrase, choice] of phrasesOfField(compiled, field, language)) {
      const known = byPhrase.get(phrase) ?? [];
      byPhrase.set(phrase, [...known, choice]);
    }
  }
  return [...byPhrase].map(([phrase, choices]) =>
    choices.length === 1 ? [choices[0]!, phrase] : [{ type: "either", choices }, phrase],
  );
}

function phrasesOfField(
  compiled: Compiled,
  field: Field,
  language: Language,
): (readonly [phrase: string, choice: Choice])[] {
  const given = compiled.table.choices?.[field.name];
  if (given === null || isMaterial(compiled, field)) return [];
  const owner = ownerOf(compiled, field.name);
  const values = field.type === "flag" ? ["true"] : (field.values ?? []);
  const labelled = values.flatMap((value) => {
    const label = field.type === "flag" ? field.label : (field.options?.[value] ?? value);
    const texts = phrasesOfValue(field, value, label, language);
    return texts.map((text) => [text, choiceTerm(field.name, value, owner)] as const);
  });
  const own = Object.entries(given ?? {}).flatMap(([value, texts = []]) =>
    texts.map((text) => [text, choiceTerm(field.name, value, owner)] as const),
  );
  return [...new Map([...headed(field, owner), ...labelled, ...own])];
}

/** "Resin" of "Resin, white" and "Resin, grey" is the default's colour, or the first. Of equal phrases the last holds. */
function headed(field: Field, owner: string | null): (readonly [string, Choice])[] {
  const values = [...(field.values ?? [])].toReversed();
  const ordered = values.toSorted((a, b) => +(a === field.default) - +(b === field.default));
  return ordered.flatMap((value) => {
    const [head = "", ...rest] = (field.options?.[value] ?? "").split(",");
    const phrases = rest.length > 0 ? phrasesOfLabel(head) : [];
    return phrases.map((phrase) => [phrase, choiceTerm(field.name, value, owner)] as const);
  });
}

/** "Puff", "puff sleeve"; a value that is a number, says nothing or is another word already needs its field's name. */
function phrasesOfValue(field: Field, value: string, label: string, language: Language): string[] {
  if (NOTHING.has(value) || /^\d+$/.test(value)) return [];
  const turned = label.includes(",") ? [label.split(",").toReversed().join(" ")] : [];
  const bare = [label, value, ...turned].flatMap(phrasesOfLabel);
  const named = phrasesOfLabel(field.label).flatMap((name) => bare.map((one) => `${one} ${name}`));
  const free = bare.filter((phrase) => !isTaken(phrase, language));
  return [...new Set([...free, ...(field.type === "flag" ? [] : named)])];
}

/** Alloys, stones and cuts have words of their own. */
function isMaterial({ alloy, parts }: Compiled, { name }: Field): boolean {
  if (name === alloy) return true;
  return [...parts.values()].some(({ gem }) => gem?.stone === name || gem?.cut === name);
}
