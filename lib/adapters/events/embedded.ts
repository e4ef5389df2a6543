import type { Prisma } from "#generated/prisma/client.ts";
import type { Db } from "../../db.ts";
import type { EventBus, OutgoingEvent } from "./port.ts";
import { wakeExecutor } from "./wake-executor.ts";

/** Stores events for the executor of this machine; an event whose id is known is left out. */
export function embeddedEventBus(db: () => Db): EventBus {
  return {
    engine: "embedded",
    send: (events) => storeEvents(db(), events),
    forget: (jobIds) => forgetJobs(db(), [...jobIds]),
  };
}

/** Deletes the events and runs of jobs; a run that is under way finds its lease lost and stops. */
async function forgetJobs(db: Db, jobIds: string[]): Promise<void> {
  await db.$executeRaw`DELETE FROM "ExecutorEvent" WHERE "data"->>'jobId' = ANY(${jobIds})`;
  await db.$executeRaw`DELETE FROM "ExecutorRun" WHERE "event"->'data'->>'jobId' = ANY(${jobIds})`;
}

/** Writes events to the executor's inbox and wakes it. */
export async function storeEvents(db: Db, events: OutgoingEvent[]): Promise<void> {
  await db.executorEvent.createMany({
    data: events.map((event) => ({
      id: event.id,
      name: event.name,
      data: event.data as Prisma.InputJsonObject,
      ts: new Date(event.ts),
    })),
    skipDuplicates: true,
  });
  wakeExecutor();
}
