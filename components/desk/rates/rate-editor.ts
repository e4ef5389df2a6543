import type { RateTexts } from "./cells.ts";

/** What the parts of the form read and change. */
export interface RateEditor {
  currency: string;
  texts: RateTexts;
  errors: Readonly<Record<string, string>>;
  weighed: Readonly<Record<string, number>>;
  /** Writes these texts; null takes a path away. */
  change(part: Readonly<Record<string, string | null>>): void;
}
