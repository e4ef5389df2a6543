import { headOf } from "#lib/designs/edit-design.ts";
import { requireDesign } from "#lib/designs/find-design.ts";
import { specOf } from "#lib/designs/row.ts";
import { findKind } from "#lib/kinds/registry.ts";
import type { ToolTurn } from "./tool.ts";

type Spec = Record<string, unknown>;

/** What a new piece would cost at a provider, millionths of a USD; 0 where this machine makes it. */
export function costOfPiece({ ctx, prompt }: ToolTurn, kind: string, spec: Spec): number {
  return ctx.adapters.inference.estimateMicroUsd({
    piece: { kind, spec: completed(kind, spec), ...(prompt !== null && { prompt }) },
  });
}

/** What a change of a design would cost there; 0 where nothing is made anew. Throws `not_found`. */
export async function costOfChange(
  { ctx, prompt }: ToolTurn,
  designId: string,
  patch: Spec,
): Promise<number> {
  const row = await requireDesign(ctx, designId, "write");
  const spec = specOf(headOf(row));
  if (!spec) return 0;
  const before = { kind: row.kind, spec, ...(prompt !== null && { prompt }) };
  return ctx.adapters.inference.estimateMicroUsd({
    piece: { ...before, spec: { ...spec, ...patch } },
    before,
  });
}

/** With what the kind takes where nothing is said; a spec that is refused costs nothing and is told by the verb. */
function completed(kindId: string, spec: Spec): Spec {
  const parsed = findKind(kindId)?.schema.safeParse(spec);
  return parsed?.success ? (parsed.data as Spec) : spec;
}
