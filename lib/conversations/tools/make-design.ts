import { z } from "zod";
import { createDesign } from "#lib/designs/create-design.ts";
import { letFollow } from "#lib/kinds/let-follow.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { costOfPiece } from "./cost-of-piece.ts";
import { begunIn, defineTool, toDesignResult } from "./tool.ts";

export const makeDesign = defineTool({
  name: "make_design",
  description:
    "Makes a new design of a kind from the fields the person spoke about; the others take their defaults. " +
    "Numbers that are not given move where a rule binds them to those that are; `moved` names them. " +
    "Starts its pictures and its model at once. Answers its numbers: spec, grams, price, problems.",
  input: z.object({
    kind: z.string().describe("Id of the kind, one of those listed."),
    spec: z
      .record(z.string(), z.unknown())
      .describe("Fields of the kind's schema, in its units. Only what was said or clearly meant."),
    title: z.string().max(120).optional().describe("A short name for the piece."),
  }),
  costMicroUsd: (turn, { kind, spec }) => costOfPiece(turn, kind, spec),
  run: async (turn, { kind, spec, title }) => {
    const about = { ...(title && { title }), ...begunIn(turn) };
    const { made, moved } = await letFollow({ kind: getKind(kind), chosen: spec }, (whole) =>
      createDesign(turn.ctx, { kind, spec: whole, ...about }),
    );
    return { ...toDesignResult(made), moved };
  },
});
