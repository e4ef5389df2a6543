"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { resyncCatalog } from "#lib/catalog/resync-catalog.ts";
import { defineAction } from "#lib/http/define-action.ts";
import { measureWeights } from "#lib/search/measure-weights.ts";
import { allWeights, setWeights } from "#lib/search/set-weights.ts";

export const resyncAction = defineAction({
  auth: "user",
  input: z.object({ catalog: z.string().regex(/^[a-z0-9-]{1,40}$/) }),
  async handle({ ctx, input }) {
    const repaired = await resyncCatalog(ctx, input.catalog);
    revalidatePath("/shop/admin");
    return repaired;
  },
});

export const measureWeightsAction = defineAction({
  auth: "user",
  input: allWeights,
  handle: ({ ctx, input }) => measureWeights(ctx, input),
});

export const setWeightsAction = defineAction({
  auth: "user",
  input: allWeights,
  async handle({ ctx, input }) {
    const measured = await setWeights(ctx, input);
    revalidatePath("/shop/admin");
    return measured;
  },
});
