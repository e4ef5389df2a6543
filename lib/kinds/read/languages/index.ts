import type { Language } from "../language.ts";
import { english } from "./en.ts";

const LANGUAGES: readonly Language[] = [english];

/** The language's tables by locale ("en-GB" → en); English where there is none yet. */
export function languageOf(locale: string): Language {
  const id = locale.split("-")[0];
  return LANGUAGES.find((language) => language.id === id) ?? english;
}
