import { z } from "zod";
import {
  MAX_PICTURES,
  PICTURE_BACKGROUNDS,
  PICTURE_LIGHTS,
  PICTURE_VIEWS,
} from "#lib/designs/pictures.ts";
import { requestPictures } from "#lib/designs/request-pictures.ts";
import { designOf } from "./current-design.ts";
import { defineTool } from "./tool.ts";

export const drawPictures = defineTool({
  name: "draw_pictures",
  description:
    "Draws more pictures of the current design: other views, or variations of light and angle by seed. " +
    "At most four at a time. Answers the job that draws them.",
  input: z.object({
    views: z
      .array(z.enum(PICTURE_VIEWS))
      .min(1)
      .max(MAX_PICTURES)
      .optional()
      .describe("By default hero, the three-quarter view."),
    count: z.int().min(1).max(MAX_PICTURES).optional().describe("Variations of each view."),
    seed: z.int().min(0).optional(),
    lights: z.enum(PICTURE_LIGHTS).optional(),
    background: z.enum(PICTURE_BACKGROUNDS).optional(),
    designId: z.string().optional(),
  }),
  run: async (turn, { designId, views, count, seed, lights, background }) => {
    const id = designOf(turn, designId);
    const { jobId, pictures } = await requestPictures(turn.ctx, {
      designId: id,
      ...(views && { views }),
      ...(count !== undefined && { count }),
      ...(seed !== undefined && { seed }),
      ...(lights && { lights }),
      ...(background && { background }),
      effectId: turn.effectId,
      ...(turn.messageId !== null && { messageId: turn.messageId }),
    });
    return { designId: id, picturesJobId: jobId, pictures };
  },
});
