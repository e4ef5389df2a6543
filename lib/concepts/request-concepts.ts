import { v7 as newUuid, v5 as uuidOf } from "uuid";
import { actorUserId, personalWorkspaceId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import type { Tx } from "#lib/db.ts";
import { headOf } from "#lib/designs/edit-design.ts";
import { requireDesign } from "#lib/designs/find-design.ts";
import { MAX_PICTURES, parseSeed, randomSeed, SEED_LIMIT } from "#lib/designs/pictures.ts";
import { createJob } from "#lib/jobs/create-job.ts";
import type { ChosenEngine } from "#lib/jobs/types.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import type { ConceptWish } from "./types.ts";
import { completeWish, type WishInput } from "./wish.ts";

export interface RequestConceptsInput extends WishInput {
  /** Left out for a sketch or a twin of which a new design is made. */
  designId?: string | undefined;
  /** Pictures, each with its own seed, 1 to 4. */
  count?: number | undefined;
  /** Seed of the first; the others follow by one. */
  seed?: number | undefined;
  /** The revision to make it on; by default the newest. */
  revisionId?: string | undefined;
  messageId?: string | undefined;
  /** UUID of the request: the same again answers the first job. */
  effectId?: string | undefined;
}

export interface RequestedConcepts {
  jobId: string;
  designId: string | null;
  /** Ids the concepts will have. */
  conceptIds: string[];
  seed: number;
}

/** What a job of concepts holds. */
export interface ConceptJobInput {
  designId: string | null;
  revisionId: string | null;
  messageId: string | null;
  wish: ConceptWish;
}

/** What a task of it holds: one picture. */
export interface ConceptTaskInput {
  conceptId: string;
  seed: number;
  /** Set by a retry: it is drawn here though a provider was asked. */
  engine?: ChosenEngine;
}

/**
 * Starts a job that makes concept pictures, a task each. Throws `not_found` (design, pictures), `invalid_input` (what is
 * missing or out of range), `rule_broken` (words that may not be said).
 */
export async function requestConcepts(
  ctx: Ctx,
  input: RequestConceptsInput,
): Promise<RequestedConcepts> {
  const { designId, revisionId, count, seed: wantedSeed, messageId, effectId, ...given } = input;
  const row = designId === undefined ? null : await requireDesign(ctx, designId, "write");
  const wish = await completeWish(ctx, given, row?.workspaceId);
  if (!row && !STANDS_ALONE.has(wish.way)) {
    throw invalidInput("Say which design it is for.", { details: { field: "design_id" } });
  }
  const seed = parseSeed(wantedSeed ?? randomSeed());
  const tasks = tasksOf(wish, count ?? 1, seed);
  const jobInput: ConceptJobInput = {
    ...{ designId: row?.id ?? null, revisionId: row ? (revisionId ?? headOf(row).id) : null },
    ...{ messageId: messageId ?? null, wish },
  };
  const workspaceId = row?.workspaceId ?? (await personalWorkspaceId(ctx));
  const jobId = effectId ? uuidOf("concepts", effectId) : newUuid();
  const made = await ctx.db.$transaction(async (tx) => {
    const earlier = await findConceptTasks(tx, jobId);
    if (earlier.length > 0) return earlier;
    await createJob(tx, {
      ...{ id: jobId, workspaceId, createdById: actorUserId(ctx.actor), kind: "make-concepts" },
      ...{ designId: row?.id ?? null, conversationId: row?.conversationId ?? null },
      input: { ...jobInput },
      tasks: tasks.map((task, at) => ({ name: `concept ${at + 1}`, input: { ...task } })),
      event: { name: "design/concepts.requested" },
    });
    return tasks;
  });
  await flushOutbox(ctx.db);
  return {
    jobId,
    designId: row?.id ?? null,
    conceptIds: made.map(({ conceptId }) => conceptId),
    seed: made[0]?.seed ?? seed,
  };
}

/** What the job's tasks make, in their order; none where it is new. */
async function findConceptTasks(tx: Tx, jobId: string): Promise<ConceptTaskInput[]> {
  const tasks = await tx.task.findMany({
    where: { jobId },
    orderBy: { position: "asc" },
    select: { input: true },
  });
  return tasks.map(({ input }) => input as unknown as ConceptTaskInput);
}

/** Ways that find a piece themselves. */
const STANDS_ALONE = new Set<ConceptWish["way"]>(["sketch", "twin"]);

function tasksOf({ way }: ConceptWish, count: number, seed: number): ConceptTaskInput[] {
  const most = STANDS_ALONE.has(way) ? 1 : MAX_PICTURES;
  if (!Number.isInteger(count) || count < 1 || count > most) {
    const message =
      most === 1
        ? "An outline is read in one way. Ask for one picture, then for variations of it."
        : `Ask for 1 to ${most} pictures at a time.`;
    throw invalidInput(message, { details: { field: "count", minimum: 1, maximum: most } });
  }
  return Array.from({ length: count }, (_, at) => ({
    conceptId: newUuid(),
    seed: (seed + at) % SEED_LIMIT,
  }));
}
