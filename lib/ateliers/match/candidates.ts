import type { Db } from "#lib/db.ts";
import { type CandidateRow, candidateSelect, toCandidate } from "./candidate-row.ts";
import type { Candidate } from "./types.ts";

/** Rows read at once while all are read. */
const BATCH = 500;
/** A row may be committed this long after the time it carries, and clocks of several machines differ. */
const LATE_MS = 10_000;

interface Snapshot {
  byId: Map<string, Candidate>;
  /** When each row that was read had last changed, ms. */
  readAsOfMs: Map<string, number>;
  /** Approved ateliers in the database, also those without rates. */
  approved: number;
  checkedMs: number;
}

const kept = new WeakMap<Db, { snapshot: Promise<Snapshot | null> }>();

/**
 * Every approved atelier with rates, held in memory and brought up to date at each call by what changed since: reading
 * thousands of rate cards anew would take longer than the match.
 */
export async function listCandidates(db: Db): Promise<ReadonlyMap<string, Candidate>> {
  const holder = kept.get(db) ?? { snapshot: Promise.resolve(null) };
  kept.set(db, holder);
  const before = holder.snapshot;
  const next = before.then((snapshot) => (snapshot ? refresh(db, snapshot) : readAll(db)));
  // After a failure the next call goes on from what there was.
  holder.snapshot = next.catch(() => before);
  return (await next).byId;
}

async function refresh(db: Db, snapshot: Snapshot): Promise<Snapshot> {
  const checkedMs = Date.now();
  const since = new Date(snapshot.checkedMs - LATE_MS);
  const [recent, approved] = await Promise.all([
    db.atelier.findMany({
      where: { updatedAt: { gt: since } },
      select: { id: true, updatedAt: true },
    }),
    db.atelier.count({ where: { status: "approved" } }),
  ]);
  const changed = recent
    .filter(({ id, updatedAt }) => snapshot.readAsOfMs.get(id) !== updatedAt.getTime())
    .map(({ id }) => id);
  if (changed.length > 0) await readSome(db, snapshot, changed);
  // Rows went or came in a way that left no trace, such as a restored backup.
  if (changed.length === 0 && approved !== snapshot.approved) return readAll(db);
  return { ...snapshot, approved, checkedMs };
}

async function readSome(db: Db, snapshot: Snapshot, ids: string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += BATCH) {
    const some = { in: ids.slice(from, from + BATCH) };
    const rows = await db.atelier.findMany({ where: { id: some }, select: candidateSelect });
    for (const row of rows) take(snapshot, row);
  }
}

async function readAll(db: Db): Promise<Snapshot> {
  const checkedMs = Date.now();
  const snapshot: Snapshot = {
    byId: new Map(),
    readAsOfMs: new Map(),
    approved: 0,
    checkedMs,
  };
  for (let after: string | undefined; ; ) {
    const rows = await db.atelier.findMany({
      where: { status: "approved", ...(after && { id: { gt: after } }) },
      orderBy: { id: "asc" },
      take: BATCH,
      select: candidateSelect,
    });
    for (const row of rows) take(snapshot, row);
    snapshot.approved += rows.length;
    after = rows.at(-1)?.id;
    if (rows.length < BATCH) return snapshot;
  }
}

function take(snapshot: Pick<Snapshot, "byId" | "readAsOfMs">, row: CandidateRow): void {
  const candidate = row.status === "approved" ? toCandidate(row) : null;
  if (candidate) snapshot.byId.set(row.id, candidate);
  else snapshot.byId.delete(row.id);
  snapshot.readAsOfMs.set(row.id, row.updatedAt.getTime());
}
