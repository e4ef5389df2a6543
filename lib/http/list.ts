import { z } from "zod";
import { invalidInput } from "../shared/errors.ts";

const MOST_ITEMS = 100;

/** Query of every list: `limit` (1 to 100, default 20) and the `cursor` of the page before. */
export const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(MOST_ITEMS).default(20),
  cursor: z.string().max(500).optional(),
});
export type ListQuery = z.infer<typeof listQuery>;

/** A place in a list ordered by time, newest first; the id tells items of one instant apart. */
export interface Cursor {
  at: Date;
  id: string;
}

export interface Page<Item> {
  items: Item[];
  /** Cursor of the next page; null at the end. */
  nextCursor: string | null;
}

const cursorSchema = z.tuple([z.iso.datetime(), z.string()]);

/** The opaque text of a place. */
export function toCursor({ at, id }: Cursor): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString("base64url");
}

/** The place behind a cursor. Throws `invalid_input` for one that was not made here. */
export function fromCursor(cursor: string): Cursor {
  try {
    const json: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const [at, id] = cursorSchema.parse(json);
    return { at: new Date(at), id };
  } catch (cause) {
    throw invalidInput("This cursor does not belong to the list.", {
      cause,
      details: { field: "cursor" },
    });
  }
}

/** The `where` for rows after a place, for a list ordered by `field` and id, both descending. */
export function afterCursor<Field extends string>(
  field: Field,
  cursor: string | undefined,
): { OR?: Record<string, unknown>[] } {
  if (!cursor) return {};
  const { at, id } = fromCursor(cursor);
  return { OR: [{ [field]: { lt: at } }, { [field]: at, id: { lt: id } }] };
}

/** Cuts rows fetched with `take: limit + 1` to a page with the cursor of the next one. */
export function toPage<Row, Item>(
  rows: Row[],
  limit: number,
  placeOf: (row: Row) => Cursor,
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last ? toCursor(placeOf(last)) : null;
  return { items: shown.map(toItem), nextCursor };
}
