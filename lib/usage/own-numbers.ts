import { workspaceScope } from "#lib/accounts/scope.ts";
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
  const { db } = ctx;
  const [designs, revisions, pictures, models, messages, collections, jobs, calls] =
    await Promise.all([
      db.design.count({ where: mine }),
      db.revision.count({ where: { design: mine } }),
      db.image.count({ where: { ...mine, imageType: "2d" } }),
      db.job.count({ where: { ...mine, kind: "build-model", status: "succeeded" } }),
      db.message.count({ where: { role: "user", conversation: mine } }),
      db.collection.count({ where: mine }),
      db.job.findMany({
        where: { ...mine, startedAt: { not: null }, finishedAt: { not: null } },
        select: { startedAt: true, finishedAt: true },
      }),
      db.providerCall.findMany({
        where: { ...mine, status: { in: ["waiting", "succeeded"] } },
        select: { provider: true, createdAt: true, costMicroUsd: true },
      }),
    ]);
  return {
    ...{ designs, revisions, pictures, models, messages, collections },
    workedSeconds: Math.round(jobs.reduce((sum, job) => sum + secondsOf(job), 0)),
    costs: byMonth(calls),
  };
}

const secondsOf = ({
  startedAt,
  finishedAt,
}: {
  startedAt: Date | null;
  finishedAt: Date | null;
}) =>
  startedAt && finishedAt ? Math.max(0, finishedAt.getTime() - startedAt.getTime()) / 1000 : 0;

interface Call {
  provider: string;
  createdAt: Date;
  costMicroUsd: number;
}

function byMonth(calls: readonly Call[]): MonthCost[] {
  const groups = Map.groupBy(
    calls,
    ({ provider, createdAt }) => `${createdAt.toISOString().slice(0, 7)} ${provider}`,
  );
  return [...groups]
    .map(([key, orders]) => {
      const [month = "", provider = ""] = key.split(" ");
      const costMicroUsd = orders.reduce((sum, call) => sum + call.costMicroUsd, 0);
      return { month, provider, orders: orders.length, costMicroUsd };
    })
    .toSorted((a, b) => b.month.localeCompare(a.month) || a.provider.localeCompare(b.provider));
}
