import { minorDigits, minorPerWhole } from "#lib/shared/currencies.ts";
import type { CardRow } from "./product-card.ts";
import type { PriceWish, Terms } from "./score.ts";
import type { Money, Reasons } from "./types.ts";

export interface WhyInput {
  row: CardRow;
  terms: Terms;
  /** What the query was: a picture, words or both. */
  by: { picture: boolean; words: boolean };
  wish: PriceWish | null;
  /** The wish's amount as it was given. */
  wishSaid: Money | null;
}

export function reasonsOf({ row, terms, by, wish, wishSaid }: WhyInput): Reasons {
  const { name, ratingMean, ratingCount } = row.brand;
  return {
    likeness: {
      by: by.picture && by.words ? "both" : by.picture ? "picture" : "words",
      percent: Math.round(Math.max(0, terms.cosine) * 100),
    },
    price: priceReason({ row, terms, wish, wishSaid }),
    brand: { name, stars: ratingMean, ratings: ratingCount },
    availability: row.availability,
  };
}

function priceReason({ row, terms, wish, wishSaid }: Omit<WhyInput, "by">): Reasons["price"] {
  const price = { amountMinor: row.priceMinor, currency: row.currency };
  if (wish === null || wishSaid === null) {
    return { compared: "others", price, cheaperPercent: Math.round((1 - terms.price) * 100) };
  }
  const compared = "about" in wish ? "about" : "max" in wish ? "within" : "from";
  return { compared, price, wish: wishSaid };
}

const AVAILABILITY_WORDS: Record<string, string> = {
  in_stock: "in stock",
  preorder: "on preorder",
  backorder: "on back order",
  out_of_stock: "out of stock",
};

/** The reasons as an English sentence: `Looks 92 % alike; 180.00 EUR, within 200.00 EUR; …; in stock.` */
export function whyOf({ likeness, price, brand, availability }: Reasons): string {
  const { percent } = likeness;
  const parts = [
    {
      picture: `looks ${percent} % alike`,
      words: `meets ${percent} % of the words`,
      both: `matches picture and words to ${percent} %`,
    }[likeness.by],
    priceWords(price),
    brand.ratings === 0
      ? `${brand.name} has no ratings yet`
      : `${brand.name} has ${brand.stars.toFixed(1)} stars from ${brand.ratings}`,
    AVAILABILITY_WORDS[availability],
  ];
  const sentence = parts.filter(Boolean).join("; ");
  return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}.`;
}

function priceWords(reason: Reasons["price"]): string {
  const price = money(reason.price);
  if (reason.compared === "others") {
    return `costs ${price}, ${reason.cheaperPercent} % of what was found is cheaper`;
  }
  const wish = money(reason.wish);
  return {
    about: `${price} against about ${wish}`,
    within: `${price}, within ${wish}`,
    from: `${price}, from ${wish}`,
  }[reason.compared];
}

/** `1,530,000 VND`, `180.00 EUR`. */
function money({ amountMinor, currency }: Money): string {
  const digits = minorDigits(currency);
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return `${(amountMinor / minorPerWhole(currency)).toLocaleString("en", format)} ${currency}`;
}
