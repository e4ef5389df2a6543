import { v7 as newUuid } from "uuid";
import type { Db, Tx } from "../db.ts";
import { promiseEvent } from "../outbox/promise-event.ts";
import type { LetterName } from "./mail-texts.ts";

/** Event that sends a letter about an account. */
export const LETTER_PROMISED = "account/letter.promised";

/**
 * Promises a letter to an address within a transaction; flush the outbox after commit. What was decided stands though no mail
 * server answers, and nobody can tell from the answer whether the address has an account.
 */
export async function promiseLetter(tx: Db | Tx, letter: LetterName, to: string): Promise<void> {
  await promiseEvent(tx, LETTER_PROMISED, { letterId: newUuid(), letter, to });
}
