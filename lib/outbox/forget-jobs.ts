import { eventBus } from "../adapters/events/index.ts";
import type { EventBus } from "../adapters/events/port.ts";
import type { Db } from "../db.ts";

/** Removes what was promised and sent for jobs that were deleted, and what is kept of their runs. */
export async function forgetJobs(
  db: Db,
  jobIds: readonly string[],
  bus: EventBus = eventBus(),
): Promise<void> {
  if (jobIds.length === 0) return;
  await db.$executeRaw`DELETE FROM "OutboxEvent" WHERE "data"->>'jobId' = ANY(${[...jobIds]})`;
  await bus.forget(jobIds);
}
