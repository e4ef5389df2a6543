import { workspaceScope } from "#lib/accounts/scope.ts";
import { workspaceIds } from "#lib/accounts/workspace-ids.ts";
import type { Ctx } from "#lib/context.ts";

/** What a provider charged in a month. */
export interface MonthCost {
  /** `2026-11`. */
  month: string;
  provider: string;
  orders: number;
  /** Millionths of a USD. */
  costMicroUsd: number;
}

/** What is there of a person's, how long it took, and what rented services charged. */
export interface OwnNumbers {
  designs: number;
  revisions: number;
  pictures: number;
  models: number;
  messages: number;
  collections: number;
  /** From start to end, of all finished jobs together, seconds. */
  workedSeconds: number;
  /** Newest first. */
  costs: MonthCost[];
}

/** The actor's own numbers, over all their workspaces. Throws `unauthenticated`. */
export async function ownNumbers(ctx: Ctx): Promise<OwnNumbers> {
  const mine = workspaceScope(ctx.actor, "read");
  const ids = await workspaceIds(ctx, "read");
  const { db } = ctx;
  const [designs, revisions, pictures, models, messages, collections, workedSeconds, costs] =
    await Promise.all([
      db.design.count({ where: mine }),
      db.revision.count({ where: { design: mine } }),
      db.image.count({ where: { ...mine, imageType: "2d" } }),
      db.job.count({ where: { ...mine, kind: "build-model", status: "succeeded" } }),
      db.message.count({ where: { role: "user", conversation: mine } }),
      db.collection.count({ where: mine }),
      workedSecondsOf(ctx, ids),
      costsByMonth(ctx, ids),
    ]);
  const counts = { designs, revisions, pictures, models, messages, collections };
  return { ...counts, workedSeconds, costs };
}

async function workedSecondsOf({ db }: Pick<Ctx, "db">, ids: string[]): Promise<number> {
  const [row] = await db.$queryRaw<{ seconds: number }[]>`
    SELECT coalesce(sum(extract(epoch FROM greatest("finishedAt" - "startedAt", interval '0'))), 0)::float8 AS "seconds"
    FROM "Job" WHERE "workspaceId" = ANY(${ids})`;
  return Math.round(row?.seconds ?? 0);
}

/** Newest month first; what may yet be charged counts. */
async function costsByMonth({ db }: Pick<Ctx, "db">, ids: string[]): Promise<MonthCost[]> {
  const rows = await db.$queryRaw<
    { month: string; provider: string; orders: bigint; cost: bigint }[]
  >`
    SELECT to_char("createdAt", 'YYYY-MM') AS "month", "provider", count(*) AS "orders", sum("costMicroUsd") AS "cost"
    FROM "ProviderCall"
    WHERE "workspaceId" = ANY(${ids}) AND "status" IN ('waiting', 'succeeded')
    GROUP BY 1, 2 ORDER BY 1 DESC, 2`;
  return rows.map(({ month, provider, orders, cost }) => {
    return { month, provider, orders: Number(orders), costMicroUsd: Number(cost) };
  });
}
