import type { Ctx } from "#lib/context.ts";
import { toDesignJson } from "./design-json.ts";
import { parseDesignTitle } from "./design-title.ts";
import { requireDesign } from "./find-design.ts";
import type { DesignView } from "./types.ts";

/** Gives a design another title. Throws `not_found`, `invalid_input`. */
export async function renameDesign(
  ctx: Ctx,
  input: { designId: string; title: string },
): Promise<DesignView> {
  const { id } = await requireDesign(ctx, input.designId, "write");
  await ctx.db.design.update({ where: { id }, data: { title: parseDesignTitle(input.title) } });
  return toDesignJson(ctx, await requireDesign(ctx, id, "read"));
}
