import { list, money } from "./format.ts";

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
  const said = notes.map(({ message }) => message);
  if (matchCount === 0) {
    const [first] = blockers;
    const why = first ? ` ${first.name}: “${first.message}”` : "";
    return [`Nobody here can make it as it stands.${why}`, ...said].join(" ");
  }
  const best = matches.slice(0, 3).map(({ name, place, currency, lowMinor, highMinor }) => {
    const low = money({ currency, amountMinor: lowMinor }, locale);
    const high = money({ currency, amountMinor: highMinor }, locale);
    return `${name} in ${place} (${low === high ? low : `${low} to ${high}`})`;
  });
  const count = matchCount === 1 ? "One atelier" : `${matchCount} ateliers`;
  const out = excludedCount > 0 ? ` ${excludedCount} are ruled out by a limit.` : "";
  return [`${count} can make it, best first: ${list(best, locale)}.${out}`, ...said].join(" ");
}
