import { v7 as newUuid } from "uuid";
import { actorUserId } from "#lib/accounts/scope.ts";
import type { BuildOptions } from "#lib/adapters/inference/port.ts";
import type { Ctx } from "#lib/context.ts";
import { patchSpec } from "#lib/kinds/parse-spec.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { requireAllowedTexts } from "#lib/moderation/require-allowed-texts.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { internal, invalidInput } from "#lib/shared/errors.ts";
import { buildPreview, type Preview } from "./build-outcome.ts";
import { changedFields, compareOutcomes, type Outcome } from "./changes.ts";
import { answerMade } from "./create-design.ts";
import { toDesignJson } from "./design-json.ts";
import { titleFromWords } from "./design-title.ts";
import { findMadeRevision, requireDesign } from "./find-design.ts";
import { editPictures } from "./pictures.ts";
import {
  changesOf,
  type DesignRow,
  findingsOf,
  measuresOf,
  priceOf,
  type RevisionRow,
  specOf,
} from "./row.ts";
import type { DesignChange, RevisionChanges, Spec } from "./types.ts";
import {
  type NewRevision,
  revisionColumns,
  staleBase,
  startRevisionJobs,
  takeNextNumber,
} from "./write-revision.ts";

export interface EditDesignInput {
  designId: string;
  /** Fields to change; the others stay. */
  patch: Spec;
  /** The revision the patch was made on; `conflict` when it is no longer the newest. By default the newest. */
  baseRevision?: number;
  prompt?: string;
  messageId?: string;
  /** UUID under which this edit is made once: the same again answers the first. */
  effectId?: string | undefined;
  /** False where the caller makes pictures and files itself; default true. */
  startsJobs?: boolean;
  /** How its first numbers are made; with an owner, a provider makes what is better made there. */
  build?: BuildOptions;
}

/**
 * A new revision with the patch laid over the newest spec. Nothing is written when the patch changes nothing.
 * Throws `invalid_input` (unknown field, out of range), `not_found`, `conflict` (base), `rule_broken` (cannot be built, or words that may not be said).
 */
export async function editDesign(ctx: Ctx, input: EditDesignInput): Promise<DesignChange> {
  const row = await requireDesign(ctx, input.designId, "write");
  const made = await findMadeRevision(ctx, input.effectId);
  if (made) return answerMade(ctx, made.designId, made.id);
  await requireAllowedTexts(ctx, [input.prompt, input.patch], row.workspaceId);
  const head = headOf(row);
  if (input.baseRevision !== undefined && input.baseRevision !== head.number) {
    throw await staleBase(ctx.db, row.id, input.baseRevision);
  }
  const kind = getKind(row.kind);
  const current = specOf(head);
  if (!current) throw invalidInput("This design has no numbers to edit.");
  const spec = patchSpec(kind, current, input.patch);
  if (changedFields(kind, current, spec).length === 0) {
    return { design: await toDesignJson(ctx, row), picturesJobId: null, modelJobId: null };
  }
  const preview = await buildPreview(ctx, kind, spec, input.build);
  const changes = compareOutcomes(kind, outcomeOf(head), preview);
  return appendRevision(ctx, row, { ...input, preview, changes });
}

export interface NextRevision {
  preview: Preview;
  changes: RevisionChanges;
  prompt?: string;
  messageId?: string;
  effectId?: string | undefined;
  startsJobs?: boolean;
}

/** Writes the revision that follows the row's newest, and starts its jobs. Throws `conflict` when somebody was first. */
export async function appendRevision(
  ctx: Ctx,
  row: DesignRow,
  next: NextRevision,
): Promise<DesignChange> {
  const head = headOf(row);
  const revision: NewRevision = {
    id: next.effectId ?? newUuid(),
    designId: row.id,
    number: head.number + 1,
    parentId: head.id,
    preview: next.preview,
    prompt: next.prompt ?? null,
    seed: head.seed,
    changes: next.changes,
    createdById: actorUserId(ctx.actor),
    messageId: next.messageId ?? null,
  };
  const jobs = await ctx.db.$transaction(async (tx) => {
    await takeNextNumber(tx, row.id, head.number, ctx.now());
    await tx.revision.create({ data: revisionColumns(revision) });
    // A name that was made from the numbers follows them; one a person gave stays.
    if (row.title === titleFromWords(head.words ?? "")) {
      const title = titleFromWords(next.preview.words);
      await tx.design.update({ where: { id: row.id }, data: { title } });
    }
    if (next.startsJobs === false) return { picturesJobId: null, modelJobId: null };
    return startRevisionJobs(tx, revision, row, editPictures(revision.seed));
  });
  if (next.startsJobs !== false) await flushOutbox(ctx.db);
  const changed = await requireDesign(ctx, row.id, "read");
  return { design: await toDesignJson(ctx, changed), ...jobs };
}

/** The newest revision of a design that was read with it. */
export function headOf(row: DesignRow): RevisionRow {
  const head = row.revisions[0];
  if (!head) throw internal(new Error(`design ${row.id} has no revision`));
  return head;
}

/** What a stored revision came to. */
export function outcomeOf(row: RevisionRow): Outcome {
  const [spec, measures, price] = [specOf(row), measuresOf(row), priceOf(row)];
  if (!spec || !measures || !price) throw internal(new Error(`revision ${row.id} has no numbers`));
  const preview = changesOf(row)?.preview;
  return { spec, measures, price, findings: findingsOf(row), ...(preview && { preview }) };
}
