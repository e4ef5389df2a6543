import { z } from "zod";
import { saveDesign } from "#lib/collections/save-design.ts";
import { designOf } from "./current-design.ts";
import { defineTool } from "./tool.ts";

export const saveToCollection = defineTool({
  name: "save_to_collection",
  description:
    "Saves the current design to one of the person's collections: the one called so, or a new one of that title. Answers the collection and how many designs are in it.",
  input: z.object({ title: z.string().min(1).max(120), designId: z.string().optional() }),
  run: async (turn, { title, designId }) => {
    const id = designOf(turn, designId);
    const collection = await saveDesign(turn.ctx, { designId: id, title });
    return {
      designId: id,
      collectionId: collection.id,
      collection: collection.title,
      count: collection.count,
    };
  },
});
