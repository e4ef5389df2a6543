import { z } from "zod";
import { ASPECT_RATIOS } from "#lib/concepts/aspect.ts";
import { costOfConcepts } from "#lib/concepts/cost-of-concepts.ts";
import { requestConcepts } from "#lib/concepts/request-concepts.ts";
import { MAX_PICTURES } from "#lib/designs/pictures.ts";
import { STYLE_IDS } from "#lib/kinds/variants/styles.ts";
import { designOf } from "./current-design.ts";
import { defineTool } from "./tool.ts";

export const conceptPictures = defineTool({
  name: "concept_pictures",
  description:
    "Makes concept pictures of the current design: other ideas for it, a style, a mood, a region repainted under a mask, the style of a reference, or a sent picture or sketch as its start. " +
    "`engine` embedded (the default) draws variants with real numbers; provider has an image model paint, for moods and settings that " +
    "numbers cannot show, and costs. The design itself stays as it is. Answers the job that makes them.",
  input: z.object({
    prompt: z.string().max(2000).optional().describe("What the pictures shall show."),
    negativePrompt: z.string().max(500).optional(),
    style: z.enum(STYLE_IDS).optional(),
    imageId: z.string().max(64).optional().describe("A picture to start from."),
    maskId: z
      .string()
      .max(64)
      .optional()
      .describe("A sent mask of that picture: the part under its white is made anew."),
    referenceId: z
      .string()
      .max(64)
      .optional()
      .describe("A sent picture whose colours and light are taken."),
    sketchId: z.string().max(64).optional().describe("A sent sketch whose lines are followed."),
    aspectRatio: z.enum(ASPECT_RATIOS).optional(),
    count: z.int().min(1).max(MAX_PICTURES).default(1),
    seed: z.int().min(0).optional(),
    engine: z.enum(["embedded", "provider"]).default("embedded"),
    designId: z.string().max(64).optional(),
  }),
  costMicroUsd: ({ ctx }, { designId: _, count, seed: __, ...wish }) =>
    costOfConcepts(ctx, wish, count),
  run: async (turn, { designId, ...wish }) => {
    const id = designOf(turn, designId);
    const { jobId, conceptIds, seed } = await requestConcepts(turn.ctx, {
      ...{ ...wish, designId: id, effectId: turn.effectId },
      ...(turn.messageId !== null && { messageId: turn.messageId }),
    });
    return { designId: id, conceptsJobId: jobId, conceptIds, seed, engine: wish.engine };
  },
});
