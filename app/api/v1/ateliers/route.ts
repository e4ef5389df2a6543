import { matchAteliers } from "#lib/ateliers/match-ateliers.ts";
import { matchAnswerForm, matchForm, toMatchInput, toMatchWire } from "#lib/ateliers/wire.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const POST = defineRoute({
  auth: { scope: "read" },
  body: matchForm,
  limit: { name: "match-ateliers", points: 120, seconds: 60 },
  idempotent: false,
  openapi: {
    method: "post",
    path: "/api/v1/ateliers",
    summary: "Ateliers that can make a design, best first, and those that cannot and why",
    description:
      "Hard limits exclude; the score is the sum of its terms' points; the estimate is itemised from the atelier's own rates.",
    tags: ["Ateliers"],
    responses: { 200: matchAnswerForm },
  },
  handle: async ({ ctx, body }) => toMatchWire(await matchAteliers(ctx, toMatchInput(body))),
});
