import { list } from "./format.ts";
import { answerTexts } from "./texts/index.ts";

/** What `ask_for_quote` answers in a conversation. */
export interface AskedAnswer {
  ateliers: { name: string }[];
}

/** Whom the request would go to, and how it is sent. */
export function afterAsking({ ateliers }: AskedAnswer, locale: string): string {
  const names = list(
    ateliers.map(({ name }) => name),
    locale,
  );
  return answerTexts(locale).asking(names);
}
