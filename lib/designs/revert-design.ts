import type { Ctx } from "#lib/context.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { conflict } from "#lib/shared/errors.ts";
import { compareOutcomes } from "./changes.ts";
import { answerMade } from "./create-design.ts";
import { appendRevision, headOf, outcomeOf } from "./edit-design.ts";
import { findMadeRevision, requireDesign, requireRevision } from "./find-design.ts";
import { changesOf, type DesignRow, type RevisionRow } from "./row.ts";
import type { DesignChange } from "./types.ts";
import { staleBase } from "./write-revision.ts";

export interface RevertDesignInput {
  designId: string;
  /** Number of the revision to return to; by default the one before the last change (undo). */
  toRevision?: number;
  baseRevision?: number;
  messageId?: string;
  effectId?: string | undefined;
}

/**
 * A new revision equal to an older one: history stays. Undoing again goes further back.
 * Throws `not_found` (design, revision), `conflict` (base; nothing to undo).
 */
export async function revertDesign(ctx: Ctx, input: RevertDesignInput): Promise<DesignChange> {
  const row = await requireDesign(ctx, input.designId, "write");
  const made = await findMadeRevision(ctx, input.effectId);
  if (made) return answerMade(ctx, made.designId, made.id);
  const head = headOf(row);
  if (input.baseRevision !== undefined && input.baseRevision !== head.number) {
    throw await staleBase(ctx.db, row.id, input.baseRevision);
  }
  const number = input.toRevision ?? (await numberBefore(ctx, row, head));
  const target = await requireRevision(ctx, row.id, number, "write");
  const outcome = outcomeOf(target);
  const preview = {
    ...outcome,
    words: target.words ?? "",
    meshHash: target.meshHash ?? "",
    engine: { name: target.engine, version: target.engineVersion },
  };
  const changes = {
    ...compareOutcomes(getKind(row.kind), outcomeOf(head), outcome),
    revertedTo: standsFor(target),
  };
  return appendRevision(ctx, row, { ...input, preview, changes });
}

/** The revision whose content this one repeats: itself unless it came of a revert. */
function standsFor(revision: RevisionRow): number {
  return changesOf(revision)?.revertedTo ?? revision.number;
}

/** The number an undo leads to, seen through earlier undos. */
async function numberBefore(ctx: Ctx, row: DesignRow, head: RevisionRow): Promise<number> {
  const shown = standsFor(head);
  if (shown > 1) {
    return standsFor(await requireRevision(ctx, row.id, shown - 1, "read"));
  }
  throw conflict("This is the first version; there is nothing before it to go back to.");
}
