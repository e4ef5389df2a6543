import type { Ctx } from "#lib/context.ts";
import { announceChange } from "./announce-change.ts";
import { indexMark } from "./index-mark.ts";

/**
 * Lets vectors be made in every catalogue that has products without those of the embedder in use, as after a change
 * of embedder. Answers how many catalogues.
 */
export async function announceDue({ db, adapters }: Pick<Ctx, "db" | "adapters">): Promise<number> {
  const mark = indexMark(adapters.embedders.current.id);
  const due = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Catalog" c WHERE EXISTS (
      SELECT FROM "Product" WHERE "catalogId" = c."id" AND "withdrawnAt" IS NULL
        AND "indexedHash" IS DISTINCT FROM "contentHash" || ${mark}::text)`;
  for (const { id } of due) await announceChange(db, id);
  return due.length;
}
