"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { decideAtelier, decisionInput } from "#lib/ateliers/admin/decide-atelier.ts";
import { featureAtelier, featureInput } from "#lib/ateliers/admin/feature-atelier.ts";
import { setMatchWeights } from "#lib/ateliers/admin/set-match-weights.ts";
import { MATCH_TERMS, weightsInput } from "#lib/ateliers/match/weights.ts";
import { defineAction } from "#lib/http/define-action.ts";

const PAGE = "/admin/ateliers";

export const decideAction = defineAction({
  auth: "user",
  input: decisionInput,
  async handle({ ctx, input }) {
    const decided = await decideAtelier(ctx, input);
    revalidatePath(PAGE);
    return decided;
  },
});

export const featureAction = defineAction({
  auth: "user",
  input: featureInput,
  async handle({ ctx, input }) {
    await featureAtelier(ctx, input);
    revalidatePath(PAGE);
    return { done: true };
  },
});

/** Texts of the form as numbers; an empty one counts nothing. */
const weightsForm = z.preprocess((given) => {
  const form = given as Record<string, unknown>;
  return Object.fromEntries(
    MATCH_TERMS.map((id) => [id, Number(String(form[id] ?? "0").replace(",", "."))]),
  );
}, weightsInput);

export const setWeightsAction = defineAction({
  auth: "user",
  input: weightsForm,
  async handle({ ctx, input }) {
    const weights = await setMatchWeights(ctx, input);
    revalidatePath(PAGE);
    return { weights };
  },
});
