import { z } from "zod";
import { renameDesign as renameDesignVerb } from "#lib/designs/rename-design.ts";
import { designOf } from "./current-design.ts";
import { defineTool } from "./tool.ts";

export const renameDesign = defineTool({
  name: "rename_design",
  description: "Gives the current design a name.",
  input: z.object({ title: z.string().min(1).max(120), designId: z.string().optional() }),
  run: async (turn, { title, designId }) => {
    const design = await renameDesignVerb(turn.ctx, {
      designId: designOf(turn, designId),
      title,
    });
    return { designId: design.id, title: design.title };
  },
});
