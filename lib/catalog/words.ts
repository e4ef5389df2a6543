import { COLOURS_EN } from "#lib/kinds/read/languages/en-colours.ts";
import { METALS_EN, STONES_EN } from "#lib/kinds/read/languages/en-materials.ts";
import { type Token, tokenise } from "#lib/kinds/read/tokens.ts";
import { type Phrases, Vocabulary } from "#lib/kinds/read/vocabulary.ts";

/** A colour's or material's name as filters know it. */
type Name = string;

/** Every phrase of an entry means the entry's first one. */
const named = (entries: Phrases<unknown>): Phrases<Name> =>
  entries.map(([, first, ...others]) => [first!, first!, ...others] as const);

/** Colours of metals that the cloth's words do not know. */
const METAL_COLOURS: Phrases<Name> = [
  ["rose gold", "rose gold", "pink gold", "red gold"],
  ["white gold", "white gold"],
  ["gold", "yellow gold"],
  ["silver", "silver", "platinum", "steel"],
  ["bronze", "bronze", "brass"],
];

const METALS: readonly Name[] = [
  ...["gold", "silver", "platinum", "palladium", "brass", "bronze", "steel", "titanium"],
];

const CLOTH_AND_MORE: Phrases<Name> = [
  ["silk", "silk", "charmeuse", "silk satin"],
  ["satin", "satin"],
  ["cotton", "cotton", "poplin", "muslin", "jersey"],
  ["linen", "linen", "flax"],
  ["wool", "wool", "merino", "flannel", "tweed"],
  ["cashmere", "cashmere"],
  ["velvet", "velvet"],
  ["denim", "denim"],
  ["leather", "leather", "suede"],
  ["lace", "lace"],
  ["tulle", "tulle"],
  ["chiffon", "chiffon"],
  ["crepe", "crepe"],
  ["polyester", "polyester"],
  ["viscose", "viscose", "rayon"],
  ["resin", "resin"],
  ["plastic", "plastic", "pla", "petg", "nylon", "polyamide"],
  ["sandstone", "sandstone", "gypsum"],
  ["porcelain", "porcelain", "ceramic"],
  ["wood", "wood", "oak", "walnut wood"],
  ["glass", "glass"],
  ["pearl", "pearl"],
];

const metalOf = (phrases: readonly string[]): Name | undefined =>
  METALS.find((metal) => phrases.some((phrase) => phrase.split(" ").includes(metal)));

/** `18k rose gold` and `yellow gold` are gold; a colour alone (`in rose`) is no metal. */
const metals: Phrases<Name> = METALS_EN.flatMap(([, ...phrases]) => {
  const name = metalOf(phrases);
  const said = phrases.filter(
    (phrase) => name && (phrase.includes(name) || /^pt|sterl/.test(phrase)),
  );
  return name && said.length > 0 ? [[name, ...said] as const] : [];
});

const colours = new Vocabulary<Name>([...METAL_COLOURS, ...named(COLOURS_EN)]);
const materials = new Vocabulary<Name>([...metals, ...named(STONES_EN), ...CLOTH_AND_MORE]);

export interface FoundWord {
  name: Name;
  /** Of its first token, and how many it covers. */
  index: number;
  length: number;
}

const found = (vocabulary: Vocabulary<Name>, tokens: readonly Token[]): FoundWord[] => {
  const all: FoundWord[] = [];
  for (let index = 0; index < tokens.length; ) {
    const match = vocabulary.exact(tokens, index);
    if (match) all.push({ name: match.value, index, length: match.length });
    index += match?.length ?? 1;
  }
  return all;
};

/** Colour words of a text with their places: `blush` is light pink. */
export const findColours = (tokens: readonly Token[]) => found(colours, tokens);

/** Material words of a text with their places: `sterling` is silver, `18k rose gold` is gold. */
export const findMaterials = (tokens: readonly Token[]) => found(materials, tokens);

const MOST_WORDS = 20;

const namesOf = (words: readonly FoundWord[]): Name[] =>
  [...new Set(words.map(({ name }) => name))].slice(0, MOST_WORDS);

/** The colour names of a shop's own words; words that name none stay as they are, in lower case. */
export function toColourNames(texts: readonly string[]): Name[] {
  const names = texts.flatMap((text) => {
    const known = namesOf(findColours(tokenise(text)));
    return known.length > 0 ? known : [text.trim().toLowerCase()];
  });
  return [...new Set(names.filter(Boolean))].slice(0, MOST_WORDS);
}

/** The material names in a shop's words, as filters know them. */
export const toMaterialNames = (text: string): Name[] => namesOf(findMaterials(tokenise(text)));
