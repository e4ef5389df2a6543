"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineAction } from "#lib/http/define-action.ts";
import { markRead } from "#lib/notices/mark-read.ts";
import { setNoticeWishes } from "#lib/notices/set-wishes.ts";

/** A box that is not ticked is not sent. */
const ticked = z
  .literal("on")
  .optional()
  .transform((box) => box === "on");

export const markAllReadAction = defineAction({
  auth: "user",
  input: z.object({}),
  async handle({ ctx }) {
    const read = await markRead(ctx, {});
    revalidatePath("/", "layout");
    return { read };
  },
});

export const setWishesAction = defineAction({
  auth: "user",
  input: z.object({ quotes: ticked, orders: ticked, shares: ticked, jobs: ticked }),
  async handle({ ctx, input }) {
    await setNoticeWishes(ctx, input);
    return {};
  },
});
