import type { Ctx } from "#lib/context.ts";
import { drawGarment } from "#lib/kernel/garment/drawing/drawing.ts";
import { parseSpec } from "#lib/kinds/parse-spec.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { notFound } from "#lib/shared/errors.ts";
import { getDesign } from "./get-design.ts";

/**
 * The technical drawing of a garment's revision as SVG at 1:10, made from its spec. Throws `not_found` for a foreign
 * design and for what is not sewn.
 */
export async function drawGarmentOf(
  ctx: Ctx,
  input: { designId: string; revisionNumber?: number },
): Promise<string> {
  const design = await getDesign(ctx, input);
  const { spec } = design.revision;
  const kind = getKind(design.kind);
  if (!spec || !kind.garment) throw notFound("drawing");
  const whole = parseSpec(kind, spec);
  return drawGarment(kind.garment(whole), { title: design.title, words: kind.words(whole) });
}
