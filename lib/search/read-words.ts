import { type FoundWord, findColours, findMaterials } from "#lib/catalog/words.ts";
import { namedKind } from "#lib/kinds/named-kind.ts";
import { type Token, tokenise } from "#lib/kinds/read/tokens.ts";
import { listKinds } from "#lib/kinds/registry.ts";
import { SMALL_WORDS } from "./small-words.ts";
import { toEnglish } from "./to-english.ts";

/** An amount as it was said; the currency is null where none was. */
interface SaidAmount {
  amount: number;
  currency: string | null;
}

export interface SaidPrice {
  min: SaidAmount | null;
  max: SaidAmount | null;
  about: SaidAmount | null;
}

/** What the words of a search ask for. */
export interface SearchWords {
  colours: string[];
  materials: string[];
  /** The kind of piece, or null. */
  kind: string | null;
  price: SaidPrice | null;
  /** The words for the full-text search: without prices and small words. */
  terms: string[];
}

const CURRENCIES: Record<string, string> = {
  ...{
    eur: "EUR",
    euro: "EUR",
    euros: "EUR",
    "€": "EUR",
    usd: "USD",
    dollar: "USD",
    dollars: "USD",
  },
  ...{ $: "USD", gbp: "GBP", pound: "GBP", pounds: "GBP", "£": "GBP", chf: "CHF", franc: "CHF" },
  ...{
    francs: "CHF",
    jpy: "JPY",
    yen: "JPY",
    "¥": "JPY",
    vnd: "VND",
    dong: "VND",
    "₫": "VND",
    đ: "VND",
  },
  ...{ hkd: "HKD" },
};

const BOUNDS: Record<string, "min" | "max" | "about"> = {
  ...{ under: "max", below: "max", max: "max", maximum: "max", within: "max", cheaper: "max" },
  ...{ over: "min", above: "min", min: "min", minimum: "min", from: "min", dearer: "min" },
  ...{ about: "about", around: "about", roughly: "about", near: "about" },
};

const MOST_TERMS = 20;

/**
 * Reads `blush pink silk dress under 200 EUR`, `váy lụa hồng dưới 2 triệu`, `robe en soie rose à moins de 200 €`:
 * colours, materials, the piece, the price and the words that are left, in English as products are described.
 */
export function readWords(said: string): SearchWords {
  const text = toEnglish(said);
  const tokens = tokenise(text);
  const { price, used } = readPrice(tokens);
  const colours = findColours(tokens);
  const materials = findMaterials(tokens);
  const terms = tokens
    .filter(
      ({ type, text: word }, index) =>
        type === "word" && !used.has(index) && !SMALL_WORDS.has(word),
    )
    .map(({ text: word }) => word);
  return {
    colours: namesOf(withoutMetals(colours, materials)),
    materials: namesOf(materials),
    kind: namedKind(text, "en", listKinds())?.kind?.id ?? null,
    price,
    terms: [...new Set(terms)].slice(0, MOST_TERMS),
  };
}

const namesOf = (words: readonly FoundWord[]) => [...new Set(words.map(({ name }) => name))];

/** "Gold" and "silver" alone name the metal; "rose gold" names a colour too. */
const withoutMetals = (colours: readonly FoundWord[], materials: readonly FoundWord[]) =>
  colours.filter(
    ({ index, name }) =>
      !materials.some((material) => material.index === index && material.name === name),
  );

function readPrice(tokens: readonly Token[]): { price: SaidPrice | null; used: Set<number> } {
  const used = new Set<number>();
  const price: SaidPrice = { min: null, max: null, about: null };
  let between: SaidAmount | null = null;
  for (const [index, token] of tokens.entries()) {
    if (token.type !== "number") continue;
    const currency = currencyBeside(tokens, index, used);
    const bound = boundBefore(tokens, index);
    if (currency === null && bound === null && between === null) continue;
    used.add(index);
    const said = { amount: token.value, currency };
    if (between) {
      price.min = { ...between, currency: between.currency ?? currency };
      price.max = said;
      between = null;
    } else if (bound === "between") between = said;
    else price[bound ?? "about"] = said;
  }
  if (between) price.about = between;
  const isSaid = price.min ?? price.max ?? price.about;
  return { price: isSaid ? price : null, used };
}

function currencyBeside(tokens: readonly Token[], index: number, used: Set<number>): string | null {
  for (const at of [index + 1, index - 1]) {
    const currency = CURRENCIES[tokens[at]?.text ?? ""];
    if (!currency) continue;
    used.add(at);
    return currency;
  }
  return null;
}

/** The bound said at most three words before a number: "less than 200", "up to € 90", "between 50 and 80". */
function boundBefore(
  tokens: readonly Token[],
  index: number,
): "min" | "max" | "about" | "between" | null {
  const before = tokens.slice(Math.max(0, index - 3), index).map(({ text }) => text);
  const said = before.join(" ");
  if (before.includes("between")) return "between";
  if (/\b(less than|up to|at most|no more than)\b/.test(said)) return "max";
  if (/\b(more than|at least)\b/.test(said)) return "min";
  for (const word of before.reverse()) if (Object.hasOwn(BOUNDS, word)) return BOUNDS[word]!;
  return null;
}
