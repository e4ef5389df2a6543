import type { Prisma } from "#generated/prisma/client.ts";
import { type Access, workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { notFound } from "#lib/shared/errors.ts";
import { type FigurineInput, STANDARD_INPUT } from "./options.ts";
import type { CropCheck, FigurineRow, StoredStages } from "./types.ts";

export const withPhotos = {
  photos: { orderBy: { position: "asc" } },
} satisfies Prisma.FigurineInclude;

/** A figurine of the actor's with its photos. Throws `not_found`, also for one of someone else. */
export async function ownFigurine(ctx: Ctx, id: string, access: Access): Promise<FigurineRow> {
  const where = { id, ...workspaceScope(ctx.actor, access) };
  const row = await ctx.db.figurine.findFirst({ where, include: withPhotos });
  if (!row) throw notFound("figurine");
  return row;
}

// Json columns hold what our own verbs wrote; these name their types once.
export const inputOf = (row: { input: Prisma.JsonValue }): FigurineInput => ({
  ...STANDARD_INPUT,
  ...(row.input as unknown as FigurineInput),
});
export const stagesOf = (row: { stages: Prisma.JsonValue }) =>
  row.stages as unknown as StoredStages;
export const checksOf = (row: { checks: Prisma.JsonValue }) => row.checks as unknown as CropCheck[];
