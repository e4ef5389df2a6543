"use server";

import { z } from "zod";
import { adoptConcept } from "#lib/concepts/adopt-concept.ts";
import { enhancePrompt } from "#lib/concepts/enhance-prompt.ts";
import { favourConcept } from "#lib/concepts/favour-concept.ts";
import { makeConceptAgain } from "#lib/concepts/make-again.ts";
import { requestConcepts } from "#lib/concepts/request-concepts.ts";
import { CONCEPT_WAYS } from "#lib/concepts/types.ts";
import { conceptPictures, conceptSettings, countForm, seedForm } from "#lib/concepts/wire.ts";
import { defineAction } from "#lib/http/define-action.ts";

const LIMIT = { name: "generate", points: 60, seconds: 60 } as const;
const prompt = z.string().trim().min(1).max(8000);
const ofConcept = z.object({ conceptId: z.string() });

export const requestConceptsAction = defineAction({
  auth: "user",
  input: conceptSettings.extend({
    ...conceptPictures.omit({ control: true }).shape,
    designId: z.string(),
    way: z.enum(CONCEPT_WAYS).optional(),
    prompt: prompt.optional(),
    sketchId: z.string().optional(),
    kind: z.string().optional(),
    count: countForm.optional(),
    seed: seedForm.optional(),
  }),
  limit: LIMIT,
  handle: ({ ctx, input }) => requestConcepts(ctx, input),
});

export const enhancePromptAction = defineAction({
  auth: "user",
  input: z.object({
    designId: z.string(),
    prompt,
    negativePrompt: z.string().max(8000).optional(),
  }),
  limit: LIMIT,
  handle: ({ ctx, input }) => enhancePrompt(ctx, input),
});

export const adoptConceptAction = defineAction({
  auth: "user",
  input: ofConcept,
  handle: ({ ctx, input }) => adoptConcept(ctx, input),
});

export const favourConceptAction = defineAction({
  auth: "user",
  input: ofConcept.extend({ favourite: z.boolean() }),
  handle: ({ ctx, input }) => favourConcept(ctx, input),
});

export const makeAgainAction = defineAction({
  auth: "user",
  input: ofConcept,
  limit: LIMIT,
  handle: ({ ctx, input }) => makeConceptAgain(ctx, input),
});
