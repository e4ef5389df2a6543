import { amount } from "#lib/kernel/price/amount.ts";
import { fromEuroCents, type Rates } from "#lib/shared/exchange.ts";
import type { CardRow } from "./product-card.ts";
import type { PriceWish, Terms } from "./score.ts";

export interface WhyInput {
  row: CardRow;
  terms: Terms;
  /** What the query was: a picture, words or both. */
  by: { picture: boolean; words: boolean };
  wish: PriceWish | null;
  currency: string;
  rates: Rates;
}

const AVAILABILITY_WORDS: Record<string, string> = {
  in_stock: "in stock",
  preorder: "on preorder",
  backorder: "on back order",
  out_of_stock: "out of stock",
};

/** The four terms of a result in a sentence: `Looks 92 % alike, 180.00 EUR is within …, …, in stock.` */
export function whyOf(input: WhyInput): string {
  const { row } = input;
  const parts = [
    likeness(input),
    priceWords(input),
    brandWords(row),
    AVAILABILITY_WORDS[row.availability],
  ];
  const sentence = parts.filter(Boolean).join("; ");
  return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}.`;
}

function likeness({ terms, by }: WhyInput): string {
  const percent = Math.round(Math.max(0, terms.cosine) * 100);
  if (by.picture && by.words) return `matches picture and words to ${percent} %`;
  return by.picture ? `looks ${percent} % alike` : `meets ${percent} % of the words`;
}

function priceWords({ row, terms, wish, currency, rates }: WhyInput): string {
  const price = amount(row.priceMinor, row.currency);
  const cheaper = Math.round((1 - terms.price) * 100);
  if (wish === null) return `costs ${price}, ${cheaper} % of what was found is cheaper`;
  if ("about" in wish) return `${price} against about ${money(wish.about, currency, rates)}`;
  if ("max" in wish) return `${price}, within ${money(wish.max, currency, rates)}`;
  return `${price}, from ${money(wish.min, currency, rates)}`;
}

function money(cents: number, currency: string, rates: Rates): string {
  const minor = fromEuroCents(cents, currency, rates);
  return minor === null ? amount(cents, "EUR") : amount(minor, currency);
}

function brandWords({ brand }: CardRow): string {
  const { name, ratingMean, ratingCount } = brand;
  if (ratingCount === 0) return `${name} has no ratings yet`;
  return `${name} has ${ratingMean.toFixed(1)} stars from ${ratingCount}`;
}
