import { headOf } from "#lib/designs/edit-design.ts";
import { requireDesign } from "#lib/designs/find-design.ts";
import { specOf } from "#lib/designs/row.ts";
import type { ToolTurn } from "./tool.ts";

/** What a change of a design would cost at a provider, millionths of a USD; 0 where nothing is made anew there. */
export async function costOfChange(
  { ctx, prompt }: ToolTurn,
  designId: string,
  patch: Record<string, unknown>,
): Promise<number> {
  const row = await requireDesign(ctx, designId, "write");
  const spec = specOf(headOf(row));
  if (!spec) return 0;
  const before = { kind: row.kind, spec, prompt };
  return ctx.adapters.inference.estimateMicroUsd({
    piece: { ...before, spec: { ...spec, ...patch } },
    before,
  });
}
