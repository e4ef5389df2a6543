import type { z } from "zod";
import { namedKind } from "#lib/kinds/named-kind.ts";
import { findKind, listKinds } from "#lib/kinds/registry.ts";
import {
  AVAILABILITIES,
  MOST_PICTURES,
  type ParsedProduct,
  productInput,
} from "../product-input.ts";
import { COLUMN_NAMES, type ColumnName } from "./columns.ts";
import { plainText } from "./plain-text.ts";
import { readPrice } from "./read-price.ts";
import type { FeedRow } from "./row.ts";

/** What is wrong with a row, or odd about it. */
export interface RowProblem {
  row: number;
  sku: string | null;
  field: string | null;
  message: string;
  /** The row is taken all the same. */
  warning: boolean;
}

export interface FeedDefaults {
  /** For prices that name none. */
  currency: string;
  /** For rows without a brand. */
  brand: string;
}

export interface ReadProduct {
  /** Null where the row is skipped. */
  product: ParsedProduct | null;
  problems: RowProblem[];
}

/** A row of a feed as a product, or why it is none. Every problem of the row is named, not just the first. */
export function toProduct(feed: FeedRow, defaults: FeedDefaults): ReadProduct {
  const reader = new RowReader(feed);
  if (feed.broken) return reader.refuse(null, feed.broken);
  const price = reader.price(defaults.currency);
  const title = reader.text("title");
  const category = lastOf(reader.text("category"));
  const pictures = [...reader.list("pictures"), ...reader.list("morePictures")];
  const parsed = productInput.safeParse({
    sku: reader.text("sku"),
    title,
    description: reader.text("description").slice(0, 5000),
    brand: reader.text("brand") || defaults.brand,
    kind: kindOf(reader.text("kind"), category, title),
    category,
    priceMinor: price?.amountMinor ?? 0,
    currency: price?.currency ?? defaults.currency,
    availability: reader.availability(),
    sizes: reader.list("sizes"),
    colours: reader.list("colours"),
    material: reader.text("material"),
    productUrl: reader.text("productUrl") || null,
    pictures: pictures.slice(0, MOST_PICTURES).map((sourceUrl) => ({ sourceUrl })),
  });
  if (pictures.length === 0) reader.warn("pictures", "No picture: it is found by words alone.");
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      reader.blame(String(issue.path[0] ?? ""), sayIssue(issue));
    }
  }
  return {
    product: parsed.success && !reader.isBad ? parsed.data : null,
    problems: reader.problems,
  };
}

/** `Home > Jewellery > Rings` is rings. */
const lastOf = (category: string): string => category.split(">").at(-1)?.trim().toLowerCase() ?? "";

function kindOf(given: string, category: string, title: string): string | null {
  if (given) return findKind(given)?.id ?? given;
  const named = namedKind(category, "en", listKinds()) ?? namedKind(title, "en", listKinds());
  return named && !named.isHint ? (named.kind?.id ?? null) : null;
}

/** What is wrong with a field, in an admin's words. */
function sayIssue(issue: z.core.$ZodIssue): string {
  const [field] = issue.path;
  if (issue.code === "too_small") return `The ${String(field)} is missing.`;
  if (issue.code === "too_big") {
    return `The ${String(field)} has more than ${issue.maximum} ${issue.origin === "string" ? "characters" : "entries"}.`;
  }
  if (field === "productUrl" || field === "pictures") {
    return "This is no address of the web: it starts with https:// and has no name in it.";
  }
  if (field === "currency") return "A currency has three letters: EUR, USD.";
  if (field === "kind") return "There is no such kind of piece.";
  return `The ${String(field)} cannot be read.`;
}

class RowReader {
  readonly problems: RowProblem[] = [];
  isBad = false;
  readonly #feed: FeedRow;

  constructor(feed: FeedRow) {
    this.#feed = feed;
  }

  /** A field without markup; of a repeated one, the first. */
  text(name: ColumnName): string {
    const [raw = ""] = this.#values(name);
    const { text, hadMarkup } = plainText(raw);
    if (hadMarkup && name === "title") this.warn(name, "HTML was taken out of the title.");
    return text;
  }

  /** A field that may hold several, repeated or parted by `/`, `|`, `;` or, in addresses, by commas. */
  list(name: ColumnName): string[] {
    const parts = name === "pictures" || name === "morePictures" ? /[\s|]+|,(?=https?:)/ : /[/|;,]/;
    const all = this.#values(name).flatMap((value) => value.split(parts));
    return [...new Set(all.map((part) => plainText(part).text).filter(Boolean))];
  }

  price(standard: string): { amountMinor: number; currency: string } | null {
    const column = this.text("currency").toUpperCase();
    const [minor] = this.#values("priceMinor");
    if (minor && /^\d{1,10}$/.test(minor)) {
      return { amountMinor: Number(minor), currency: column || standard };
    }
    const text = this.text("salePrice") || this.text("price");
    const read = readPrice(text, column || standard);
    if (!read)
      this.blame("price", text ? `"${text.slice(0, 40)}" is no price.` : "The price is missing.");
    else if (read.currency && column && read.currency !== column) {
      this.blame("currency", `The price says ${read.currency}, the currency column ${column}.`);
    }
    return (
      read && { amountMinor: read.amountMinor, currency: read.currency ?? (column || standard) }
    );
  }

  availability(): string {
    const said = this.text("availability")
      .toLowerCase()
      .replace(/[\s-]+/g, "_");
    if (said === "") return "in_stock";
    if (!AVAILABILITIES.some((known) => known === said)) {
      this.blame(
        "availability",
        `"${said.slice(0, 40)}" is not one of ${AVAILABILITIES.join(", ")}.`,
      );
    }
    return said;
  }

  warn(field: string, message: string): void {
    this.#note(field, message, true);
  }

  blame(field: string | null, message: string): void {
    this.isBad = true;
    const isKnown = this.problems.some((problem) => problem.field === field && !problem.warning);
    if (!isKnown) this.#note(field, message, false);
  }

  refuse(field: string | null, message: string): ReadProduct {
    this.blame(field, message);
    return { product: null, problems: this.problems };
  }

  #note(field: string | null, message: string, warning: boolean): void {
    const sku = this.#values("sku")[0]?.slice(0, 100) ?? null;
    this.problems.push({ row: this.#feed.row, sku, field, message, warning });
  }

  #values(name: ColumnName): string[] {
    for (const alias of COLUMN_NAMES[name]) {
      const value = this.#feed.values[alias];
      if (value !== undefined && value.length > 0) return [value].flat();
    }
    return [];
  }
}
