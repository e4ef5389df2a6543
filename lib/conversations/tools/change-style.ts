import { z } from "zod";
import { requestConcepts } from "#lib/concepts/request-concepts.ts";
import { MAX_PICTURES } from "#lib/designs/pictures.ts";
import { STYLE_IDS } from "#lib/kinds/variants/styles.ts";
import { designOf } from "./current-design.ts";
import { defineTool } from "./tool.ts";

export const changeStyle = defineTool({
  name: "change_style",
  description:
    "Shows the current design in a style (light, ground and family of its material), or in the colours and light of a picture the " +
    "person sent (referenceId), as concept pictures with real numbers; the design itself stays as it is. Answers the job that makes them.",
  input: z.object({
    style: z.enum(STYLE_IDS).optional(),
    referenceId: z.string().max(64).optional().describe("A sent picture whose look is taken."),
    count: z.int().min(1).max(MAX_PICTURES).default(1),
    designId: z.string().max(64).optional(),
  }),
  run: async (turn, { designId, style, referenceId, count }) => {
    const id = designOf(turn, designId);
    const { jobId, conceptIds, seed } = await requestConcepts(turn.ctx, {
      ...{ designId: id, count, effectId: turn.effectId },
      ...(referenceId
        ? { way: "transfer" as const, referenceId }
        : { way: "style" as const, style }),
      ...(turn.messageId !== null && { messageId: turn.messageId }),
    });
    return { designId: id, conceptsJobId: jobId, conceptIds, seed };
  },
});
