import type { Db } from "#lib/db.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { promiseEvent } from "#lib/outbox/promise-event.ts";

/** Event that lets vectors follow what changed in a catalogue. */
export const PRODUCTS_CHANGED = "catalog/products.changed";

/** Sends it: after a change that is already committed. */
export async function announceChange(db: Db, catalogId: string): Promise<void> {
  await promiseEvent(db, PRODUCTS_CHANGED, { catalogId });
  await flushOutbox(db);
}
