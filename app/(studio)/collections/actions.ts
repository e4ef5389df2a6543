"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { collectionInput, createCollection } from "#lib/collections/create-collection.ts";
import { deleteCollection } from "#lib/collections/delete-collection.ts";
import { editCollection } from "#lib/collections/edit-collection.ts";
import { endShare } from "#lib/collections/end-share.ts";
import { saveDesign, saveDesignInput } from "#lib/collections/save-design.ts";
import { shareCollection, shareInput } from "#lib/collections/share-collection.ts";
import { takeOutDesign } from "#lib/collections/take-out-design.ts";
import { defineAction } from "#lib/http/define-action.ts";

const id = z.string().min(1).max(64);
const pageOf = (collectionId: string) => `/collections/${collectionId}`;

export const createCollectionAction = defineAction({
  auth: "user",
  input: collectionInput,
  async handle({ ctx, input }) {
    redirect(pageOf((await createCollection(ctx, input)).id));
  },
});

export const editCollectionAction = defineAction({
  auth: "user",
  input: collectionInput.extend({ collectionId: id }),
  async handle({ ctx, input: { collectionId, ...patch } }) {
    await editCollection(ctx, collectionId, patch);
    revalidatePath(pageOf(collectionId));
    return {};
  },
});

export const deleteCollectionAction = defineAction({
  auth: "user",
  input: z.object({ collectionId: id }),
  async handle({ ctx, input }) {
    await deleteCollection(ctx, input.collectionId);
    redirect("/collections");
  },
});

export const saveDesignAction = defineAction({
  auth: "user",
  input: saveDesignInput,
  async handle({ ctx, input }) {
    redirect(pageOf((await saveDesign(ctx, input)).id));
  },
});

export const takeOutDesignAction = defineAction({
  auth: "user",
  input: z.object({ collectionId: id, designId: id }),
  async handle({ ctx, input }) {
    await takeOutDesign(ctx, input);
    revalidatePath(pageOf(input.collectionId));
    return {};
  },
});

export const shareCollectionAction = defineAction({
  auth: "user",
  input: shareInput.extend({ collectionId: id }),
  limit: { name: "share-collection", points: 60, seconds: 3600 },
  async handle({ ctx, input: { collectionId, ...share } }) {
    const { url } = await shareCollection(ctx, collectionId, share);
    revalidatePath(pageOf(collectionId));
    return { url };
  },
});

export const endShareAction = defineAction({
  auth: "user",
  input: z.object({ collectionId: id, linkId: id }),
  async handle({ ctx, input }) {
    await endShare(ctx, input);
    revalidatePath(pageOf(input.collectionId));
    return {};
  },
});
