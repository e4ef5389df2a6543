import { setTimeout as delay } from "node:timers/promises";
import type { Db } from "#lib/db.ts";
import type { Acknowledged } from "./load.ts";

/** Nothing moved for this long: what is open now will not end by itself. */
const STALLED_MS = 4 * 60_000;
const LOOK_EVERY_MS = 500;

/** Waits for all jobs to end, as long as they move, and answers those that did not, as lines. */
export async function settle(db: Db): Promise<string[]> {
  let moved = { events: -1, atMs: Date.now() };
  for (;;) {
    const open = await openJobs(db);
    const events = await db.taskEvent.count();
    if (events !== moved.events) moved = { events, atMs: Date.now() };
    if (open.length === 0 || Date.now() - moved.atMs > STALLED_MS) return open;
    await delay(LOOK_EVERY_MS);
  }
}

async function openJobs(db: Db): Promise<string[]> {
  const open = await db.job.findMany({
    where: { status: { in: ["queued", "running"] } },
    select: { id: true, kind: true, status: true },
  });
  return open.map(({ id, kind, status }) => `${kind} ${id} is ${status}`);
}

/** Acknowledged messages that the database does not have, or has more than once. */
export async function lostMessages(db: Db, { messages }: Acknowledged): Promise<string[]> {
  const stored = await db.message.findMany({
    where: { role: "user" },
    select: { conversationId: true, content: true },
  });
  const count = (of: { conversationId: string; text: string }[], key: string) =>
    of.filter((one) => `${one.conversationId} ${one.text}` === key).length;
  const have = stored.map(({ conversationId, content }) => ({ conversationId, text: content }));
  const keys = new Set(messages.map((one) => `${one.conversationId} ${one.text}`));
  return [...keys].filter((key) => count(have, key) < count(messages, key));
}

/** Every kind of effect that happened twice, each as a line; empty when all happened once. */
export async function doubledEffects(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ what: string }[]>`
    SELECT 'revisions of message ' || "messageId" AS what FROM "Revision"
      WHERE "messageId" IS NOT NULL GROUP BY "messageId" HAVING count(*) > 1
    UNION ALL
    SELECT 'pictures of revision ' || "revisionId" || ' ' || view || ' ' || seed FROM "Image"
      WHERE "revisionId" IS NOT NULL GROUP BY "revisionId", view, seed HAVING count(*) > 1
    UNION ALL
    SELECT 'files of revision ' || "revisionId" || ' ' || filename FROM "ModelFile"
      GROUP BY "revisionId", filename HAVING count(*) > 1
    UNION ALL
    SELECT 'mails to ' || "to" || ' ' || "dedupeKey" FROM "Mail"
      WHERE "dedupeKey" IS NOT NULL GROUP BY "to", "dedupeKey" HAVING count(*) > 1
    UNION ALL
    SELECT 'answers to message ' || number || ' of ' || "conversationId" FROM "Message"
      GROUP BY "conversationId", number HAVING count(*) > 1`;
  return rows.map((row) => row.what);
}

/** What should have ended and has not, or ended without what it promised. */
export async function unfinished(db: Db): Promise<string[]> {
  const [answers, failed, bare] = await Promise.all([
    db.message.findMany({ where: { status: "streaming" }, select: { id: true } }),
    db.job.findMany({ where: { status: "failed" }, select: { id: true, kind: true, error: true } }),
    db.revision.findMany({
      where: { files: { none: {} } },
      select: { id: true, number: true, designId: true },
    }),
  ]);
  return [
    ...answers.map(({ id }) => `answer ${id} is still being written`),
    ...failed.map((job) => `${job.kind} ${job.id} failed: ${JSON.stringify(job.error)}`),
    ...bare.map(({ designId, number }) => `revision ${number} of design ${designId} has no files`),
  ];
}
