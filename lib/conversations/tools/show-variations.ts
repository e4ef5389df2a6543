import { z } from "zod";
import { MAX_PICTURES, PICTURE_BACKGROUNDS, PICTURE_LIGHTS } from "#lib/designs/pictures.ts";
import { requestPictures } from "#lib/designs/request-pictures.ts";
import { designOf } from "./current-design.ts";
import { defineTool } from "./tool.ts";

export const showVariations = defineTool({
  name: "show_variations",
  description:
    "Draws the current design several times in other light and from other angles, each with a seed of its own that can be asked " +
    "for again. For 'show me variations', 'some other pictures'. Answers the job that draws them and the seeds.",
  input: z.object({
    count: z.int().min(2).max(MAX_PICTURES).default(MAX_PICTURES),
    seed: z.int().min(0).optional().describe("Of the first; by default a random one."),
    lights: z.enum(PICTURE_LIGHTS).optional(),
    background: z.enum(PICTURE_BACKGROUNDS).optional(),
    designId: z.string().optional(),
  }),
  run: async (turn, { designId, count, ...look }) => {
    const id = designOf(turn, designId);
    const { jobId, pictures } = await requestPictures(turn.ctx, {
      ...{ designId: id, count, effectId: turn.effectId },
      ...(turn.messageId !== null && { messageId: turn.messageId }),
      ...(look.seed !== undefined && { seed: look.seed }),
      ...(look.lights && { lights: look.lights }),
      ...(look.background && { background: look.background }),
    });
    return { designId: id, picturesJobId: jobId, pictures };
  },
});
