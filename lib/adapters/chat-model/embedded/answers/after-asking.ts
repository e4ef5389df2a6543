import { list } from "./format.ts";
import { answerTexts } from "./texts/index.ts";

/** What `ask_for_quote` answers. */
export interface AskedAnswer {
  quotes: { id: string; atelier: string }[];
}

/** Who was asked, and where their answers will be. */
export function afterAsking({ quotes }: AskedAnswer, locale: string): string {
  const names = list(
    quotes.map(({ atelier }) => atelier),
    locale,
  );
  return answerTexts(locale).asked(names);
}
