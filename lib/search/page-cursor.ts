import { createHash } from "node:crypto";
import { foreignCursor } from "#lib/shared/cursor.ts";
import type { ParsedSearch } from "./input.ts";

const CURSOR = /^([0-9a-f]{16}) (\d{1,4})$/;

/** Names a search without its page: a cursor of another search is refused. */
function fingerprint({ cursor: _, limit: __, ...search }: ParsedSearch): string {
  return createHash("sha256").update(JSON.stringify(search)).digest("hex").slice(0, 16);
}

/** Where the page starts, from 0. Throws `invalid_input` for a cursor of another search. */
export function pageStart(input: ParsedSearch): number {
  if (!input.cursor) return 0;
  const [, print, offset] = CURSOR.exec(decode(input.cursor)) ?? [];
  if (print !== fingerprint(input)) throw foreignCursor();
  return Number(offset);
}

export const pageCursor = (input: ParsedSearch, offset: number): string =>
  btoa(`${fingerprint(input)} ${offset}`);

function decode(cursor: string): string {
  try {
    return atob(cursor);
  } catch {
    throw foreignCursor();
  }
}
