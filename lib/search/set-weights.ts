import { z } from "zod";
import type { Prisma } from "#generated/prisma/client.ts";
import { requireAdmin } from "#lib/accounts/require-admin.ts";
import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import { type Measured, measureWeights } from "./measure-weights.ts";

const weight = z.coerce.number().min(0).max(100);

export const allWeights = z.strictObject({
  cosine: weight,
  price: weight,
  brand: weight,
  availability: weight,
});

/** Puts weights in force, with what they measure on the judged searches. Admins only. Throws `invalid_input` for all 0. */
export async function setWeights(
  ctx: Ctx,
  weights: z.output<typeof allWeights>,
): Promise<Measured> {
  workspaceScope(ctx.actor, "write");
  const createdById = await requireAdmin(ctx);
  if (Object.values(weights).every((value) => value === 0)) {
    throw invalidInput("At least one weight is more than 0.", { details: { field: "cosine" } });
  }
  const measured = await measureWeights(ctx, weights);
  await ctx.db.searchWeights.create({
    data: { ...weights, createdById, measured: { ...measured } as Prisma.InputJsonObject },
  });
  return measured;
}
