import { findKind } from "../../../kinds/registry.ts";
import { withoutMarks } from "../../../kinds/tongues/index.ts";
import { findPlace, type Place } from "../../../shared/places/places.ts";
import { call, type Reply } from "./reply.ts";
import type { Situation } from "./situation.ts";

/** What a place name comes after: "near Lyon", "I live in Hanoi", "ship it to New York". */
const BEFORE_PLACE = /\b(?:near|in|around|from|to|at|by)\s+/gi;
const MOST_WORDS = 3;

/** The place a message names, by the longest name of the table that stands after such a word. */
function placeIn(text: string): Place | null {
  for (const { index, 0: before } of text.matchAll(BEFORE_PLACE)) {
    const words = text
      .slice(index + before.length)
      .split(/[\s,.!?;]+/)
      .slice(0, MOST_WORDS);
    for (let count = words.length; count > 0; count--) {
      const place = findPlace(words.slice(0, count).join(" "));
      if (place) return place;
    }
  }
  return null;
}

/** "Who can make this near Lyon, under 900 EUR?": asks for ateliers with the place and the budget that were said. */
export function askForMakers(
  { text, locale }: Pick<Situation, "text" | "locale">,
  kindId: string,
): Reply {
  const place = placeIn(withoutMarks(text));
  const budget = findKind(kindId)?.read(text, { current: null, locale }).budget;
  return call("match_ateliers", {
    ...(place && { location: { place: place.name, country: place.country } }),
    ...(budget && { budget }),
  });
}
