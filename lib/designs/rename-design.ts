import type { Ctx } from "#lib/context.ts";
import { requireAllowedTexts } from "#lib/moderation/require-allowed-texts.ts";
import { toDesignJson } from "./design-json.ts";
import { parseDesignTitle } from "./design-title.ts";
import { requireDesign } from "./find-design.ts";
import type { DesignView } from "./types.ts";

/** Gives a design another title. Throws `not_found`, `invalid_input`, `rule_broken`. */
export async function renameDesign(
  ctx: Ctx,
  input: { designId: string; title: string },
): Promise<DesignView> {
  const { id, workspaceId } = await requireDesign(ctx, input.designId, "write");
  const title = parseDesignTitle(input.title);
  await requireAllowedTexts(ctx, title, workspaceId);
  await ctx.db.design.update({ where: { id }, data: { title } });
  return toDesignJson(ctx, await requireDesign(ctx, id, "read"));
}
