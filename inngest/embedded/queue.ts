import { type ExecutorWorkKind, Prisma } from "#generated/prisma/client.ts";
import type { Db, Tx } from "#lib/db.ts";
import { moment } from "./sql.ts";

/** A piece of work that this process has a lease on. */
export interface Work {
  id: string;
  runId: string;
  functionId: string;
  kind: ExecutorWorkKind;
  stepId: string;
  attempt: number;
  slots: string[];
}

export interface Claim {
  owner: string;
  /** Functions the executor knows: another version of the app may know others. */
  functions: string[];
  /** Most pieces of work to take. */
  limit: number;
  now: Date;
  leaseMs: number;
}

/** Of those that compete for the same slots, this many are looked at: the rest would wait for them anyway. */
const LOOKED_AT_PER_SLOT = 25;
const LOOKED_AT = 400;
/** Any number: all executors of a database take turns at claiming by it. */
const CLAIM_LOCK = 7_155_201;

/** Name of a concurrency slot; it carries its limit. */
export const slotName = (limit: number, what: string): string => `${limit} ${what}`;
const slotLimit = (slot: string): number => Number.parseInt(slot, 10);

/** Takes leases on due work, oldest first, as far as its concurrency slots are free. */
export async function claimWork(db: Db, claim: Claim): Promise<Work[]> {
  if (claim.limit <= 0) return [];
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${CLAIM_LOCK}::int)`;
      const { due, taken } = await readQueue(tx, claim);
      const chosen = chooseWork(due, new Map(Object.entries(taken)), claim.limit);
      if (chosen.length === 0) return [];
      await tx.$executeRaw`
        UPDATE "ExecutorWork" SET "leaseOwner" = ${claim.owner},
          "leasedUntil" = ${moment(new Date(claim.now.getTime() + claim.leaseMs))}
        WHERE "id" IN (${Prisma.join(chosen.map((work) => work.id))})`;
      return chosen;
    },
    { maxWait: 15_000, timeout: 15_000 },
  );
}

/** Work that is due, that nobody does, of functions that are known. */
export const isFree = ({ now, functions }: Pick<Claim, "now" | "functions">): Prisma.Sql =>
  Prisma.sql`("leasedUntil" IS NULL OR "leasedUntil" <= ${moment(now)}) AND "dueAt" <= ${moment(now)}
    AND "functionId" = ANY(${functions}::text[])`;

interface Queue {
  /** Due work in its order. */
  due: Work[];
  /** How much work holds each slot. */
  taken: Record<string, number>;
}

/** What is due and which slots are taken, in one read: it is done while everybody else waits for the lock. */
async function readQueue(tx: Tx, claim: Claim): Promise<Queue> {
  const [queue] = await tx.$queryRaw<Queue[]>`
    SELECT (
      SELECT COALESCE(json_agg(json_build_object('id', "id", 'runId', "runId", 'functionId', "functionId",
        'kind', "kind", 'stepId', "stepId", 'attempt', "attempt", 'slots', "slots") ORDER BY "sortAt", "id"), '[]')
      FROM (
        SELECT * FROM (
          SELECT *, row_number() OVER (PARTITION BY "slots" ORDER BY "sortAt", "id") AS place
          FROM "ExecutorWork" WHERE ${isFree(claim)}
        ) AS placed WHERE place <= ${LOOKED_AT_PER_SLOT}::int ORDER BY "sortAt", "id" LIMIT ${LOOKED_AT}::int
      ) AS due
    ) AS "due", (
      SELECT COALESCE(json_object_agg(slot, taken), '{}') FROM (
        SELECT slot, count(*)::int AS taken FROM "ExecutorWork", unnest("slots") AS slot
        WHERE "leasedUntil" > ${moment(claim.now)} GROUP BY slot
      ) AS held
    ) AS "taken"`;
  if (!queue) throw new Error("The database answered nothing.");
  return queue;
}

/** The first of the due work whose slots are all free; `taken` counts along. */
export function chooseWork(due: Work[], taken: Map<string, number>, limit: number): Work[] {
  const chosen: Work[] = [];
  for (const work of due) {
    if (chosen.length >= limit) break;
    if (work.slots.some((slot) => (taken.get(slot) ?? 0) >= slotLimit(slot))) continue;
    for (const slot of work.slots) taken.set(slot, (taken.get(slot) ?? 0) + 1);
    chosen.push(work);
  }
  return chosen;
}

/** Keeps the leases of work that is still being done. */
export async function renewLeases(
  db: Db,
  ids: string[],
  owner: string,
  until: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await db.$executeRaw`
    UPDATE "ExecutorWork" SET "leasedUntil" = ${moment(until)}
    WHERE "id" IN (${Prisma.join(ids)}) AND "leaseOwner" = ${owner}`;
}

/** Gives up all leases of an owner, so that others may go on at once. */
export async function releaseLeases(db: Db, owner: string): Promise<void> {
  await db.executorWork.updateMany({
    where: { leaseOwner: owner },
    data: { leaseOwner: null, leasedUntil: null },
  });
}

/** Puts work off to a later attempt; nothing happens when its lease was lost. */
export async function postponeWork(
  db: Db,
  work: Work,
  owner: string,
  to: { attempt: number; dueAt: Date },
): Promise<void> {
  await db.executorWork.updateMany({
    where: { id: work.id, leaseOwner: owner },
    data: { ...to, leaseOwner: null, leasedUntil: null },
  });
}

/** Gives up work of a run that has ended. */
export async function dropWork(db: Db, work: Work, owner: string): Promise<void> {
  await db.executorWork.deleteMany({ where: { id: work.id, leaseOwner: owner } });
}
