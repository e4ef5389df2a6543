import { isPlainObject } from "./case.ts";

/** The text as a database takes it: without NUL, half surrogate pairs replaced by U+FFFD. */
export function cleanText(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}

/** A copy with every text and key cleaned, at all depths. Files and dates stay what they are. */
export function cleanTexts(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanTexts);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [cleanText(key), cleanTexts(item)]),
  );
}
