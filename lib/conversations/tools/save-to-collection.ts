import { z } from "zod";
import { saveDesign } from "#lib/collections/save-design.ts";
import { designOf } from "./current-design.ts";
import { defineTool } from "./tool.ts";

/** What the tool answers, for the model and for the card. */
export interface SavedToCollection {
  designId: string;
  collectionId: string;
  collection: string;
  count: number;
  /** False when the design was in it before. */
  isNew: boolean;
  coverImageIds: string[];
}

export const saveToCollection = defineTool({
  name: "save_to_collection",
  description:
    "Saves the current design to one of the person's collections: the one called so, or a new one of that title. Answers the collection and how many designs are in it.",
  input: z.object({ title: z.string().min(1).max(120), designId: z.string().optional() }),
  run: async (turn, { title, designId }): Promise<SavedToCollection> => {
    const id = designOf(turn, designId);
    const saved = await saveDesign(turn.ctx, { designId: id, title });
    const { isNew, coverImageIds } = saved;
    return {
      designId: id,
      collectionId: saved.id,
      collection: saved.title,
      count: saved.count,
      isNew,
      coverImageIds,
    };
  },
});
