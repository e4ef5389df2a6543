import { v7 as newUuid } from "uuid";
import type { Tx } from "#lib/db.ts";
import { promiseEvent } from "#lib/outbox/promise-event.ts";
import type { NoticeTopic } from "./topics.ts";

/** Event that sends the mail of a notice. */
export const NOTICE_WRITTEN = "notice/written";

export interface NewNotice {
  userId: string;
  topic: NoticeTopic;
  /** What happened, in a few words; also the mail's subject. */
  title: string;
  /** One or two sentences in the user's words. */
  text: string;
  /** Path on this site, e.g. `/quotes/0192…`. */
  link: string;
  /** Names what happened: the same for the same person is told once. */
  dedupeKey: string;
}

/**
 * Writes notices within the transaction that causes them, and promises their mails; flush the outbox after commit.
 * A notice that was written before is left as it is.
 */
export async function notify(tx: Tx, notices: readonly NewNotice[]): Promise<void> {
  for (const notice of notices) {
    const id = newUuid();
    const written = await tx.notice.createMany({ data: { id, ...notice }, skipDuplicates: true });
    if (written.count === 1) await promiseEvent(tx, NOTICE_WRITTEN, { noticeId: id });
  }
}
