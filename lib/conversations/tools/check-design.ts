import { z } from "zod";
import { getDesign } from "#lib/designs/get-design.ts";
import { designOf } from "./current-design.ts";
import { defineTool } from "./tool.ts";

export const checkDesign = defineTool({
  name: "check_design",
  description:
    "Answers whether the current design can be made: every rule with its value and limit, the thinnest wall, and whether what is made is closed.",
  input: z.object({ designId: z.string().optional() }),
  run: async (turn, { designId }) => {
    const design = await getDesign(turn.ctx, { designId: designOf(turn, designId) });
    const { measures, findings, number } = design.revision;
    return {
      designId: design.id,
      revision: number,
      findings,
      thinnestWallMm: measures?.thinnestWallMm ?? null,
      watertight: measures?.watertight ?? null,
      pieces: measures?.pieces ?? null,
    };
  },
});
