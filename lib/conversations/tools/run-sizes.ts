import { z } from "zod";
import { requestSizeRun } from "#lib/designs/request-size-run.ts";
import { sizesBetween } from "#lib/kinds/size-run/sizes-between.ts";
import { RING_SYSTEMS } from "#lib/shared/ring-size.ts";
import { designOf } from "./current-design.ts";
import { defineTool } from "./tool.ts";

export const runSizes = defineTool({
  name: "run_sizes",
  description:
    "Starts making the current ring in every size from one to another, stones and settings as they are: one ZIP of files " +
    "with tables of grams and prices. Answers the job and the sizes.",
  input: z.object({
    system: z.enum(RING_SYSTEMS),
    from: z.string().describe("First size as its system writes it: 4, 50, H."),
    to: z.string(),
    designId: z.string().optional(),
  }),
  run: async (turn, { designId, ...range }) => {
    const sizes = sizesBetween(range).map(({ label }) => label);
    const id = designOf(turn, designId);
    const sizesJobId = await requestSizeRun(turn.ctx, { designId: id, ...range });
    return { designId: id, sizesJobId, system: range.system, sizes };
  },
});
