import type { Db } from "#lib/db.ts";
import { type Claim, isFree } from "./queue.ts";
import { moment } from "./sql.ts";

/** What there is to do, from one look at the database. */
export interface Outlook {
  /** Events that nobody has routed. */
  events: boolean;
  /** Functions whose time has come. */
  ticks: boolean;
  /** Work that is due and free. */
  work: boolean;
  /** When the next sleep, retry, wait or tick is due. */
  nextAt: Date | null;
}

/** Looks at everything at once: an idle executor asks no more than this. */
export async function lookAround(
  db: Db,
  claim: Pick<Claim, "now" | "functions">,
): Promise<Outlook> {
  const now = moment(claim.now);
  const [outlook] = await db.$queryRaw<Outlook[]>`
    SELECT EXISTS (SELECT 1 FROM "ExecutorEvent" WHERE "routedAt" IS NULL) AS "events",
      EXISTS (SELECT 1 FROM "ExecutorCron" WHERE "nextAt" <= ${now}) AS "ticks",
      EXISTS (SELECT 1 FROM "ExecutorWork" WHERE ${isFree(claim)}) AS "work",
      LEAST(
        (SELECT min("dueAt") FROM "ExecutorWork" WHERE "dueAt" > ${now}),
        (SELECT min("nextAt") FROM "ExecutorCron" WHERE "nextAt" > ${now})
      ) AS "nextAt"`;
  if (!outlook) throw new Error("The database answered nothing.");
  return outlook;
}
