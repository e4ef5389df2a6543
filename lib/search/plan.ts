import type { VectorFilter } from "#lib/adapters/vectors/port.ts";
import { brandKeyOf } from "#lib/catalog/product-input.ts";
import { currentRates, requireRate } from "#lib/catalog/rates.ts";
import type { Ctx } from "#lib/context.ts";
import { minorPerWhole } from "#lib/shared/currencies.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import { type Rates, toEuroCents } from "#lib/shared/exchange.ts";
import type { ParsedSearch, SearchFilters } from "./input.ts";
import { type QueryPicture, queryPicture } from "./query-picture.ts";
import { readWords, type SaidPrice, type SearchWords } from "./read-words.ts";
import type { PriceWish } from "./score.ts";
import type { Money } from "./types.ts";
import { hasWords } from "./word-shares.ts";

/** All that a search means, worked out. */
export interface SearchPlan {
  input: ParsedSearch;
  picture: QueryPicture | null;
  words: SearchWords | null;
  filter: VectorFilter;
  wish: PriceWish | null;
  /** The amount the wish is about as it was given, not by way of the rates. */
  wishSaid: Money | null;
  /** The currency prices are shown in. */
  currency: string;
  rates: Rates;
}

/** Throws `invalid_input` for a search with no picture and no words, a category there is not, a currency without a rate. */
export async function planSearch(ctx: Ctx, input: ParsedSearch): Promise<SearchPlan> {
  const rates = await currentRates(ctx);
  const picture = await queryPicture(ctx, input);
  const words = input.text ? readWords(input.text) : null;
  if (!picture && !words) {
    throw invalidInput("Search by a picture, by words, or by both.", {
      details: {
        field: "text",
        allowed: ["image_id", "image_url", "design_id", "product_id", "text"],
      },
    });
  }
  const currency = input.currency ?? input.filters?.price?.currency ?? "EUR";
  requireRate(currency, rates);
  const filters = input.filters ?? {};
  await requireCategories(ctx, filters.categories ?? []);
  const said = words?.price ? saidRange(words.price, currency, rates) : null;
  const range = wantedRange(filters, said, rates);
  const filter: VectorFilter = {
    ...(range && { priceMinor: range }),
    brands: filters.brands?.map(brandKeyOf) ?? [],
    categories: filters.categories ?? (await categoriesOfKind(ctx, picture?.kind ?? words?.kind)),
    availability: filters.availability ?? [],
    sizes: filters.sizes ?? [],
    colours: filters.colours ?? [],
    materials: filters.materials ?? [],
  };
  const wish = wishOf(range, said?.about, picture, rates);
  return {
    input,
    picture,
    words: words && hasWords(words) ? words : wordsUnless(picture, words),
    filter,
    wish,
    wishSaid: wish && wishSaidBy(filters, words?.price ?? null, picture, currency),
    currency,
    rates,
  };
}

/** Words that only name a price are a filter beside a picture; alone they find whatever costs that. */
const wordsUnless = (picture: QueryPicture | null, words: SearchWords | null) =>
  picture ? null : words;

async function requireCategories(ctx: Ctx, wanted: readonly string[]): Promise<void> {
  if (wanted.length === 0) return;
  const rows = await ctx.db.product.findMany({
    where: { withdrawnAt: null },
    distinct: ["category"],
    select: { category: true },
    orderBy: { category: "asc" },
    take: 200,
  });
  const allowed = rows.map(({ category }) => category);
  const unknown = wanted.find((category) => !allowed.includes(category));
  if (unknown === undefined) return;
  throw invalidInput(`There is no category "${unknown}". There are: ${allowed.join(", ")}.`, {
    details: { field: "filters.categories", value: unknown, allowed },
  });
}

/** The categories whose products are of a kind: a ring is not looked for among bangles. */
async function categoriesOfKind(ctx: Ctx, kind: string | null | undefined): Promise<string[]> {
  if (!kind) return [];
  const rows = await ctx.db.product.findMany({
    where: { kind, withdrawnAt: null },
    distinct: ["category"],
    select: { category: true },
    take: 50,
  });
  return rows.map(({ category }) => category);
}

interface CentRange {
  min?: number;
  max?: number;
}

function saidRange(
  { min, max, about }: SaidPrice,
  currency: string,
  rates: Rates,
): { range: CentRange | null; about: number | undefined } {
  const cents = (said: SaidPrice["min"]) => {
    if (!said) return undefined;
    const code = said.currency ?? currency;
    return toEuroCents(said.amount * minorPerWhole(code), code, rates) ?? undefined;
  };
  const [low, high] = [cents(min), cents(max)];
  const range = low === undefined && high === undefined ? null : rangeOf(low, high);
  return { range, about: cents(about) };
}

const rangeOf = (min: number | undefined, max: number | undefined): CentRange => ({
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
});

/** The filter's range, or else the words'. */
function wantedRange(
  { price }: SearchFilters,
  said: { range: CentRange | null } | null,
  rates: Rates,
): CentRange | null {
  if (!price) return said?.range ?? null;
  requireRate(price.currency, rates);
  const cents = (minor: number | undefined) =>
    minor === undefined ? undefined : (toEuroCents(minor, price.currency, rates) ?? undefined);
  const range = rangeOf(cents(price.minMinor), cents(price.maxMinor));
  return Object.keys(range).length > 0 ? range : null;
}

/** The end of a range that results name, its highest before its lowest; or the amount said; or what making costs. */
function wishSaidBy(
  { price }: SearchFilters,
  said: SaidPrice | null,
  picture: QueryPicture | null,
  currency: string,
): Money | null {
  const bound = price?.maxMinor ?? price?.minMinor;
  if (price && bound !== undefined) return { amountMinor: bound, currency: price.currency };
  const spoken = said?.max ?? said?.min ?? said?.about;
  if (spoken) {
    const code = spoken.currency ?? currency;
    return { amountMinor: Math.round(spoken.amount * minorPerWhole(code)), currency: code };
  }
  if (!picture?.price) return null;
  return { amountMinor: picture.price.totalMinor, currency: picture.price.currency };
}

/** What is wished to be paid: a range, an amount said, or what making the design would cost. */
function wishOf(
  range: CentRange | null,
  about: number | undefined,
  picture: QueryPicture | null,
  rates: Rates,
): PriceWish | null {
  if (range) return range as PriceWish;
  if (about !== undefined) return { about };
  const price = picture?.price;
  const cents = price && toEuroCents(price.totalMinor, price.currency, rates);
  return cents ? { about: cents } : null;
}
