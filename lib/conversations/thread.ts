import type { MessageVersions } from "./types.ts";

/** What is needed of a message to find its place. */
export interface ThreadRow {
  id: string;
  /** Order in which they came. */
  number: number;
  parentId: string | null;
}

/**
 * The messages that lead to a leaf, first to last; without a leaf (or with one that is gone) to the newest message.
 * What was edited or answered anew has other versions beside these.
 */
export function threadOf<Row extends ThreadRow>(
  rows: readonly Row[],
  leafId: string | null = null,
): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const thread: Row[] = [];
  let row = (leafId === null ? undefined : byId.get(leafId)) ?? newestOf(rows);
  while (row) {
    thread.push(row);
    row = row.parentId === null ? undefined : byId.get(row.parentId);
  }
  return thread.reverse();
}

/** The versions of a message among all messages of its conversation. */
export function versionsOf(rows: readonly ThreadRow[], message: ThreadRow): MessageVersions {
  const ids = rows
    .filter(({ parentId }) => parentId === message.parentId)
    .sort((a, b) => a.number - b.number)
    .map(({ id }) => id);
  return { ids, place: ids.indexOf(message.id) + 1 };
}

/** The newest end of what was said after a message; itself when nothing was. */
export function leafUnder<Row extends ThreadRow>(rows: readonly Row[], message: Row): Row {
  const next = newestOf(rows.filter(({ parentId }) => parentId === message.id));
  return next ? leafUnder(rows, next) : message;
}

function newestOf<Row extends ThreadRow>(rows: readonly Row[]): Row | undefined {
  return rows.reduce<Row | undefined>(
    (newest, row) => (newest && newest.number > row.number ? newest : row),
    undefined,
  );
}
