import type { Prisma } from "#generated/prisma/client.ts";
import type { Db, Tx } from "../db.ts";

/** Promises an event within a transaction: it is sent after commit, at least once, with the answered id. */
export async function promiseEvent(
  tx: Db | Tx,
  name: string,
  data: Record<string, unknown>,
): Promise<string> {
  const row = await tx.outboxEvent.create({
    data: { name, data: data as Prisma.InputJsonObject },
    select: { id: true },
  });
  return row.id;
}
