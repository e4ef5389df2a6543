import type { Ctx } from "#lib/context.ts";
import { buildPreview, type Preview } from "#lib/designs/build-outcome.ts";
import type { Spec } from "#lib/designs/types.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import { parseSpec } from "#lib/kinds/parse-spec.ts";
import { isAppError } from "#lib/shared/errors.ts";

/** The numbers of a spec, or why the rules refuse it. Other failures are thrown. */
export async function tryBuild(
  ctx: Ctx,
  kind: Kind,
  spec: Spec,
  signal?: AbortSignal,
): Promise<Preview | { refused: string; nearest: { field: string; value: unknown } | null }> {
  try {
    return await buildPreview(ctx, kind, parseSpec(kind, spec), signal ? { signal } : {});
  } catch (error) {
    if (!isAppError(error) || (error.code !== "invalid_input" && error.code !== "rule_broken"))
      throw error;
    const { field, nearest } = error.details as { field?: string; nearest?: unknown };
    const known = field !== undefined && nearest !== undefined && nearest !== null;
    return { refused: error.userMessage, nearest: known ? { field, value: nearest } : null };
  }
}
