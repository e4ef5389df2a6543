import { z } from "zod";
import { matchAteliers as matchVerb } from "#lib/ateliers/match-ateliers.ts";
import { matchForm, toMatchInput, toMatchWire } from "#lib/ateliers/wire.ts";
import { designOf } from "./current-design.ts";
import { defineTool } from "./tool.ts";

/** Makers a card shows; the page has them all. */
const SHOWN = 4;

const { location, budget, deadline, quantity, country, maxKm } = matchForm.shape;

export const matchAteliers = defineTool({
  name: "match_ateliers",
  description:
    "Finds ateliers that can make the current design: each with its score, an estimate from its own rates, distance and date, " +
    "and how many cannot and why. For 'who can make this', 'have it made', 'find a maker near Lyon under 900 EUR by June'.",
  isReading: true,
  input: z.object({
    ...{ location, budget, deadline, country, maxKm },
    quantity: quantity.optional(),
    designId: z.string().optional(),
  }),
  run: async (turn, { designId, quantity: pieces = 1, ...wishes }) => {
    const id = designOf(turn, designId);
    const form = { ...wishes, designId: id, quantity: pieces, withinBudget: false, limit: SHOWN };
    const answer = await matchVerb(turn.ctx, toMatchInput(form));
    const { matches, matchCount, excluded, excludedCount, notes } = toMatchWire(answer);
    return {
      designId: id,
      matchCount,
      excludedCount,
      notes,
      matches: matches.map(({ atelier, score, estimate, distanceKm, arrivesOn, terms }) => ({
        atelierId: atelier.id,
        name: atelier.name,
        place: atelier.place,
        country: atelier.country,
        pictureUrl: atelier.pictureUrl,
        ratingStars: atelier.ratingStars,
        ratingCount: atelier.ratingCount,
        score,
        currency: estimate.currency,
        lowMinor: estimate.lowMinor,
        highMinor: estimate.highMinor,
        distanceKm,
        arrivesOn,
        reasons: terms.map(({ reason }) => reason),
      })),
      blockers: excluded
        .slice(0, 3)
        .flatMap(({ atelier, blockers }) =>
          blockers.slice(0, 1).map(({ message }) => ({ name: atelier.name, message })),
        ),
    };
  },
});
