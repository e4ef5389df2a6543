import { list } from "./format.ts";

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
  return `I asked ${names} what it would cost. Their answers come under Quotes and at the bell; the piece as it is now is locked for them.`;
}
