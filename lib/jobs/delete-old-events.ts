import { type JobCtx, OPEN_STATUSES } from "./types.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Deletes what nobody replays any more: the events of jobs that ended longer ago than `keptDays`, but for the last
 * one that says how they ended, sent outbox rows, and idempotency keys past their day. Answers how many rows went.
 */
export async function deleteOldEvents(ctx: JobCtx, keptDays = 7): Promise<number> {
  const before = new Date(ctx.now().getTime() - keptDays * DAY_MS);
  const events = await ctx.db.taskEvent.deleteMany({
    where: {
      type: { not: "job_completed" },
      job: { status: { notIn: OPEN_STATUSES }, finishedAt: { lt: before } },
    },
  });
  const sent = await ctx.db.outboxEvent.deleteMany({ where: { sentAt: { lt: before } } });
  const keys = await ctx.db.idempotencyKey.deleteMany({ where: { expiresAt: { lt: ctx.now() } } });
  return events.count + sent.count + keys.count;
}
