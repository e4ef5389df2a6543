"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import {
  addPortfolioPicture,
  portfolioPictureInput,
  removePortfolioPicture,
} from "#lib/ateliers/portfolio.ts";
import { saveOwnAtelier } from "#lib/ateliers/save-own-atelier.ts";
import { defineAction } from "#lib/http/define-action.ts";
import { joinForm } from "./join-form-input.ts";

const PAGE = "/ateliers/join";

export const saveAtelierAction = defineAction({
  auth: "user",
  input: joinForm,
  limit: { name: "save-atelier", points: 30, seconds: 3600 },
  async handle({ ctx, input }) {
    const { status } = await saveOwnAtelier(ctx, input);
    revalidatePath(PAGE);
    return { status };
  },
});

export const addPictureAction = defineAction({
  auth: "user",
  input: portfolioPictureInput,
  limit: { name: "portfolio-picture", points: 60, seconds: 3600 },
  async handle({ ctx, input }) {
    await addPortfolioPicture(ctx, input);
    revalidatePath(PAGE);
    return { added: true };
  },
});

export const removePictureAction = defineAction({
  auth: "user",
  input: z.object({ pictureId: z.string() }),
  async handle({ ctx, input }) {
    await removePortfolioPicture(ctx, input.pictureId);
    revalidatePath(PAGE);
    return { removed: true };
  },
});
