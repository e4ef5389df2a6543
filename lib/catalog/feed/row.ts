/** One product of a feed as it is written there, before anything is believed. */
export interface FeedRow {
  /** As a person counts: the line of a CSV or JSON Lines file, the item of an XML feed, from 1. */
  row: number;
  /** Texts by field name in lower case with `_`; a field that may come again is a list. */
  values: Record<string, string | string[]>;
  /** Set where the row itself cannot be read. */
  broken?: string;
}

/** How feeds are written. */
export const FEED_FORMATS = ["csv", "jsonl", "xml"] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

/** Longest line or item of a feed, characters: what is longer is no product. */
export const LONGEST_ROW = 256 * 1024;

/** `Image Link`, `image-link` and `g:image_link` are one field. */
export const toFieldName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/^g:/, "")
    .replace(/[\s-]+/g, "_");
