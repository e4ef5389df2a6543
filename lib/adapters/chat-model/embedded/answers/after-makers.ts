import { list, money } from "./format.ts";
import { answerTexts } from "./texts/index.ts";

/** What `match_ateliers` answers, as far as it is told. */
export interface MakersAnswer {
  matchCount: number;
  excludedCount: number;
  notes: { message: string }[];
  matches: { name: string; place: string; currency: string; lowMinor: number; highMinor: number }[];
  blockers: { name: string; message: string }[];
}

/** Who can make it, the best three with their estimates, and what rules others out. */
export function afterMatching(answer: MakersAnswer, locale: string): string {
  const { matchCount, matches, excludedCount, notes, blockers } = answer;
  const texts = answerTexts(locale);
  const said = notes.map(({ message }) => message);
  if (matchCount === 0) {
    const [first] = blockers;
    return [texts.nobody(first ? ` ${first.name}: “${first.message}”` : ""), ...said].join(" ");
  }
  const best = matches.slice(0, 3).map(({ name, place, currency, lowMinor, highMinor }) => {
    const low = money({ currency, amountMinor: lowMinor }, locale);
    const high = money({ currency, amountMinor: highMinor }, locale);
    return texts.maker(name, place, low === high ? low : texts.range(low, high));
  });
  return [texts.makers(matchCount, list(best, locale), excludedCount), ...said].join(" ");
}
