import { z } from "zod";
import { revertDesign } from "#lib/designs/revert-design.ts";
import { designOf } from "./current-design.ts";
import { defineTool, toDesignResult } from "./tool.ts";

export const undo = defineTool({
  name: "undo",
  description:
    "Takes the last change of the current design back, or returns to the revision of a number, as a new revision.",
  input: z.object({
    toRevision: z
      .int()
      .min(1)
      .optional()
      .describe("Number to return to; by default one step back."),
    designId: z.string().optional(),
  }),
  run: async (turn, { toRevision, designId }) => {
    const change = await revertDesign(turn.ctx, {
      designId: designOf(turn, designId),
      ...(toRevision !== undefined && { toRevision }),
      effectId: turn.effectId,
      ...(turn.messageId !== null && { messageId: turn.messageId }),
    });
    return toDesignResult(change);
  },
});
