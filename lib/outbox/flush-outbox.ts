import { eventBus } from "../adapters/events/index.ts";
import type { EventBus } from "../adapters/events/port.ts";
import { type Db, db } from "../db.ts";
import { log } from "../log.ts";

/** How long one sender has before another may try the same rows, seconds. */
const CLAIM_SECONDS = 15;
const BATCH = 100;

interface ClaimedEvent {
  id: string;
  name: string;
  data: Record<string, unknown>;
  createdAt: Date;
}

/**
 * Sends the events that committed transactions promised, oldest first, and answers how many went out. Call it right
 * after commit; what fails is logged and sent again by the sweep, later each time (at least once, the row's id as
 * the event's). Never throws: the promise is already kept in the database.
 */
export async function flushOutbox(
  database: Db = db(),
  bus: EventBus = eventBus(),
): Promise<number> {
  let sent = 0;
  try {
    for (;;) {
      const claimed = await claimEvents(database);
      if (claimed.length === 0) return sent;
      await bus.send(claimed.map(({ createdAt, ...event }) => ({ ...event, ts: +createdAt })));
      const ids = claimed.map((event) => event.id);
      await database.outboxEvent.updateMany({
        where: { id: { in: ids } },
        data: { sentAt: new Date() },
      });
      sent += claimed.length;
      if (claimed.length < BATCH) return sent;
    }
  } catch (error) {
    log.warn({ err: error }, "outbox not sent, the sweep tries again");
    return sent;
  }
}

/** Takes due rows for a while, oldest first; each further attempt waits longer, up to ten minutes. */
async function claimEvents(database: Db): Promise<ClaimedEvent[]> {
  const claimed = await database.$queryRaw<ClaimedEvent[]>`
    UPDATE "OutboxEvent" SET
      "attempts" = "attempts" + 1,
      "nextAttemptAt" = (now() AT TIME ZONE 'UTC')
        + LEAST(600, ${CLAIM_SECONDS}::int * POWER(2, LEAST("attempts", 10))) * INTERVAL '1 second'
    WHERE "id" IN (
      SELECT "id" FROM "OutboxEvent" WHERE "sentAt" IS NULL AND "nextAttemptAt" <= (now() AT TIME ZONE 'UTC')
      ORDER BY "createdAt", "id" LIMIT ${BATCH}::int FOR UPDATE SKIP LOCKED
    )
    RETURNING "id", "name", "data", "createdAt"`;
  return claimed.sort((a, b) => +a.createdAt - +b.createdAt || (a.id < b.id ? -1 : 1));
}
