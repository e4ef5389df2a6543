import type { Ctx } from "#lib/context.ts";
import { toDesignJson } from "./design-json.ts";
import { requireDesign, requireRevision } from "./find-design.ts";
import type { DesignView } from "./types.ts";

/** A design with its newest revision, or with the one of the given number. Throws `not_found`. */
export async function getDesign(
  ctx: Ctx,
  input: { designId: string; revisionNumber?: number },
): Promise<DesignView> {
  const row = await requireDesign(ctx, input.designId, "read");
  if (input.revisionNumber === undefined) return toDesignJson(ctx, row);
  const revision = await requireRevision(ctx, row.id, input.revisionNumber, "read");
  return toDesignJson(ctx, { ...row, revisions: [revision] });
}
