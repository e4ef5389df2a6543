import { invalidInput } from "./errors.ts";

/** A page of a list; `nextCursor` is null on the last one. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

export interface PageInput {
  cursor?: string;
  /** 1 to 100, default 20. */
  limit?: number;
}

/** Where a list sorted by time and id, newest first, goes on. */
export interface Position {
  at: Date;
  id: string;
}

const MAX_PAGE = 100;

/** Largest number a column of type Int holds; no row has a larger one. */
export const LARGEST_INT = 2 ** 31 - 1;

/** The years a cursor of ours can name. */
const LAST_YEAR = 9999;
const ROW_ID = /^[\w-]{1,64}$/;

/** The number of rows a page holds. Throws `invalid_input` outside 1 to 100. */
export function pageSize(input: PageInput): number {
  const limit = input.limit ?? 20;
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_PAGE) return limit;
  throw invalidInput(`A page holds 1 to ${MAX_PAGE} entries.`, {
    details: { field: "limit", minimum: 1, maximum: MAX_PAGE },
  });
}

export function toCursor(position: Position): string {
  return btoa(`${position.at.toISOString()} ${position.id}`);
}

/** The position a cursor names. Throws `invalid_input` for text that is no cursor of ours. */
export function fromCursor(cursor: string): Position {
  const [time, id = ""] = decode(cursor).split(" ");
  const at = new Date(time ?? "");
  const isTime = at.getTime() >= 0 && at.getUTCFullYear() <= LAST_YEAR;
  if (!isTime || !ROW_ID.test(id)) throw foreignCursor();
  return { at, id };
}

/** A moment column of a list, by whose name its pages are read. */
type Ordered<Column extends string> = Record<Column, Date> & { id: string };

type Beyond<Column extends string> =
  | Record<Column, { lt: Date }>
  | (Record<Column, Date> & { id: { lt: string } });

/**
 * The part of a `where` that goes on behind a cursor, in the order of `newestFirst`; empty without one. Throws
 * `invalid_input` as `fromCursor` does.
 */
export function behindCursor<Column extends string>(
  column: Column,
  cursor: string | undefined,
): { OR?: Beyond<Column>[] } {
  if (!cursor) return {};
  const { at, id } = fromCursor(cursor);
  const earlier = { [column]: { lt: at } } as Record<Column, { lt: Date }>;
  const sameTime = { [column]: at, id: { lt: id } } as Record<Column, Date> & {
    id: { lt: string };
  };
  return { OR: [earlier, sameTime] };
}

/** The order cursors count in: by a moment, newest first, and by id among those of one moment. */
export const newestFirst = <Column extends string>(column: Column) =>
  [{ [column]: "desc" } as Record<Column, "desc">, { id: "desc" as const }] satisfies object[];

/** `invalid_input`: the cursor did not come from an earlier page. */
export const foreignCursor = () =>
  invalidInput("This cursor is not one of ours. Start from the first page.", {
    details: { field: "cursor" },
  });

function decode(cursor: string): string {
  try {
    return atob(cursor);
  } catch {
    throw foreignCursor();
  }
}

/** Cuts the row beyond the page off and makes the cursor of the next page from the last one kept. */
export function toPage<Column extends string, Item>(
  rows: readonly Ordered<Column>[],
  size: number,
  column: Column,
  items: Item[],
): Page<Item> {
  const last = rows[size - 1];
  if (rows.length <= size || !last) return { items, nextCursor: null };
  return { items, nextCursor: toCursor({ at: last[column], id: last.id }) };
}
