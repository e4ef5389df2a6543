import type { AnswerTexts } from "./answer-texts.ts";
import { GERMAN_ANSWERS } from "./de.ts";
import { ENGLISH_ANSWERS } from "./en.ts";
import { FRENCH_ANSWERS } from "./fr.ts";
import { VIETNAMESE_ANSWERS } from "./vi.ts";

const BY_LANGUAGE: Readonly<Record<string, AnswerTexts>> = {
  de: GERMAN_ANSWERS,
  fr: FRENCH_ANSWERS,
  vi: VIETNAMESE_ANSWERS,
};

/** What the designer says in the language of a locale; English where there is none of it. */
export const answerTexts = (locale: string): AnswerTexts =>
  BY_LANGUAGE[locale.split("-")[0] ?? ""] ?? ENGLISH_ANSWERS;

export const isEnglish = (locale: string) => answerTexts(locale) === ENGLISH_ANSWERS;
