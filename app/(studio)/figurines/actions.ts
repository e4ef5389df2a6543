"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { approveFigurine } from "#lib/figurines/approve-figurine.ts";
import { deleteFigurine } from "#lib/figurines/delete-figurine.ts";
import { figurineChanges } from "#lib/figurines/options.ts";
import { reviseFigurine } from "#lib/figurines/revise-figurine.ts";
import { defineAction } from "#lib/http/define-action.ts";

const figurineInput = z.object({ figurineId: z.string() });

export const reviseFigurineAction = defineAction({
  auth: "user",
  input: figurineInput.extend({ changes: figurineChanges }),
  limit: { name: "figurine-revise", points: 60, seconds: 60 },
  handle: ({ ctx, input }) => reviseFigurine(ctx, input),
});

export const approveFigurineAction = defineAction({
  auth: "user",
  input: figurineInput,
  handle: ({ ctx, input }) => approveFigurine(ctx, input.figurineId),
});

export const deleteFigurineAction = defineAction({
  auth: "user",
  input: figurineInput,
  async handle({ ctx, input }): Promise<never> {
    await deleteFigurine(ctx, input.figurineId);
    redirect("/figurines");
  },
});
