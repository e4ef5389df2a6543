import { v7 as newUuid, v5 as uuidOf } from "uuid";
import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import type { Tx } from "#lib/db.ts";
import { previewOf } from "./changes.ts";
import { titleFromWords } from "./design-title.ts";
import { type NewRevision, type RevisionOwnership, revisionColumns } from "./write-revision.ts";

interface FirstRevision {
  seed: number;
  prompt?: string;
  messageId?: string;
  /** UUID under which the design is made once. */
  effectId?: string;
  designId?: string;
}

/** The first revision of a design, of what its spec came to. */
export function firstRevision(
  ctx: Pick<Ctx, "actor">,
  { seed, prompt, messageId, effectId, designId }: FirstRevision,
  preview: NewRevision["preview"],
): NewRevision {
  return {
    id: effectId ?? newUuid(),
    designId: designId ?? (effectId ? uuidOf("design", effectId) : newUuid()),
    number: 1,
    parentId: null,
    preview,
    prompt: prompt ?? null,
    seed,
    changes: {
      fields: [],
      massDeltaG: 0,
      priceDeltaMinor: 0,
      newFindings: [],
      preview: previewOf(preview),
    },
    createdById: actorUserId(ctx.actor),
    messageId: messageId ?? null,
  };
}

export interface NewDesign {
  kind: string;
  /** Null: the sentence of its numbers. */
  title: string | null;
  owner: RevisionOwnership;
  revision: NewRevision;
}

/** The rows of a design with its first revision. */
export async function writeDesign(
  ctx: Pick<Ctx, "now">,
  tx: Tx,
  { kind, title, owner, revision }: NewDesign,
): Promise<void> {
  await tx.design.create({
    data: {
      ...owner,
      id: revision.designId,
      createdById: revision.createdById,
      kind,
      title: title ?? titleFromWords(revision.preview.words),
      headNumber: 1,
      updatedAt: ctx.now(),
    },
    select: { id: true },
  });
  await tx.revision.create({ data: revisionColumns(revision), select: { id: true } });
}
