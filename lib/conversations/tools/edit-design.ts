import { z } from "zod";
import { editDesign as editDesignVerb } from "#lib/designs/edit-design.ts";
import { getDesign } from "#lib/designs/get-design.ts";
import { letFollow } from "#lib/kinds/let-follow.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { costOfChange } from "./cost-of-piece.ts";
import { designOf } from "./current-design.ts";
import { defineTool, madeIn, toDesignResult } from "./tool.ts";

export const editDesign = defineTool({
  name: "edit_design",
  description:
    "Changes fields of the current design (or the one named) as a new revision; the others stay. " +
    "Answers what changed with units, the change in grams and price, and new problems. " +
    "Numbers nobody chose follow where a rule binds them to the new ones; `moved` names them. " +
    "An impossible value is refused with its limit and the nearest value that works.",
  input: z.object({
    patch: z
      .record(z.string(), z.unknown())
      .describe("Only the fields to change, with their new values in the schema's units."),
    designId: z.string().optional().describe("By default the current design."),
  }),
  costMicroUsd: (turn, { patch, designId }) => costOfChange(turn, designOf(turn, designId), patch),
  run: async (turn, { patch, designId }) => {
    const { id, kind, revision } = await getDesign(turn.ctx, {
      designId: designOf(turn, designId),
    });
    const following = { kind: getKind(kind), chosen: patch, now: revision.spec ?? {} };
    const { made, moved } = await letFollow(following, (whole) =>
      editDesignVerb(turn.ctx, { designId: id, patch: whole, ...madeIn(turn) }),
    );
    return { ...toDesignResult(made), moved };
  },
});
