import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankAteliers } from "#lib/ateliers/match/rank.ts";
import { DEFAULT_WEIGHTS } from "#lib/ateliers/match/weights.ts";
import { matchSaid } from "#lib/kinds/tongues/sentences/match-said.ts";
import { candidates, features, requests } from "./samples.ts";

/** Everything said in a hundred matches. */
function allSaid(): Set<string> {
  const said = new Set<string>();
  const most = { matches: 100, excluded: 100 };
  const samples = fc.sample(fc.tuple(features, candidates, requests), { numRuns: 100, seed: 11 });
  for (const [wanted, all, request] of samples) {
    const input = { features: wanted, vector: null, request, weights: DEFAULT_WEIGHTS, most };
    const { matches, excluded } = rankAteliers({ ...input, candidates: all });
    for (const { terms } of matches) for (const { reason } of terms) said.add(reason);
    for (const { blockers } of excluded) for (const { message } of blockers) said.add(message);
    for (const reason of wanted.complexity.reasons) said.add(reason);
    for (const { reason } of wanted.crafts) said.add(reason);
  }
  return said;
}

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("what a match says", () => {
  const said = [...allSaid()];

  it.each(["de", "fr", "vi"])("is said in %s, whatever comes", (locale) => {
    expect(said.length).toBeGreaterThan(200);
    expect(said.filter((english) => matchSaid(locale, english) === english)).toEqual([]);
  });

  it("has its sums, days, places and numbers as they are written there", () => {
    const inGerman = (english: string) => plain(matchSaid("de", english));
    expect(inGerman("52 % of the budget of 1200.00 EUR.")).toBe("52 % des Budgets von 1.200,00 €.");
    expect(inGerman("1,243 km from you, in Vienna, Austria.")).toBe(
      "1.243 km von dir, in Vienna, Österreich.",
    );
    expect(inGerman("Would be with you on 2026-03-18, 1 day late.")).toBe(
      "Wäre am 18.03.2026 bei dir, 1 Tag zu spät.",
    );
    expect(inGerman("Can cast from 0.8 mm, here 1.25 mm, shows 3 pieces of these crafts.")).toBe(
      "Gießt ab 0,8 mm, hier 1,25 mm, zeigt 3 Stücke dieser Handwerke.",
    );
  });

  it("stays as it is in English, with its sums in the reader's way", () => {
    expect(matchSaid("en", "52 % of the budget of 1200.00 EUR.")).toBe(
      "52 % of the budget of €1,200.00.",
    );
    expect(matchSaid("en", "Would be with you on 2026-03-18, 1 day late.")).toBe(
      "Would be with you on Mar 18, 2026, 1 day late.",
    );
    expect(matchSaid("en", "Can cast from 0.8 mm, here 1.25 mm.")).toBe(
      "Can cast from 0.8 mm, here 1.25 mm.",
    );
  });
});
