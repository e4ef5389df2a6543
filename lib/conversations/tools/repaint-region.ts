import { z } from "zod";
import { requestConcepts } from "#lib/concepts/request-concepts.ts";
import { designOf } from "./current-design.ts";
import { defineTool } from "./tool.ts";

export const repaintRegion = defineTool({
  name: "repaint_region",
  description:
    "Makes one region of a picture of the current design anew as the words say, the rest as it is: white in the mask is what " +
    "changes ('make this stone a ruby'). Needs a mask the person sent or drew. Answers the job that makes the picture.",
  input: z.object({
    maskId: z.string().max(64).describe("Id of the mask."),
    imageId: z
      .string()
      .max(64)
      .optional()
      .describe("The picture the mask was drawn on; by default the design's own."),
    prompt: z.string().min(1).max(2000).describe("What shall be there."),
    designId: z.string().max(64).optional(),
  }),
  run: async (turn, { designId, ...wish }) => {
    const id = designOf(turn, designId);
    const { jobId, conceptIds, seed } = await requestConcepts(turn.ctx, {
      ...{ ...wish, way: "repaint" as const, designId: id, effectId: turn.effectId },
      ...(turn.messageId !== null && { messageId: turn.messageId }),
    });
    return { designId: id, conceptsJobId: jobId, conceptIds, seed };
  },
});
