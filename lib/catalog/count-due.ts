import type { Adapters } from "#lib/adapters/adapters.ts";
import type { Ctx } from "#lib/context.ts";
import { indexMark } from "./index-mark.ts";

/** Products of a catalogue whose vectors by the embedder in use are missing or out of date. */
export async function countDue(
  { db, adapters }: Pick<Ctx, "db"> & { adapters: Pick<Adapters, "embedders"> },
  catalogId: string,
): Promise<number> {
  const mark = indexMark(adapters.embedders.current.id);
  const [row] = await db.$queryRaw<{ n: bigint }[]>`
    SELECT count(*) AS n FROM "Product" WHERE "catalogId" = ${catalogId} AND "withdrawnAt" IS NULL
      AND "indexedHash" IS DISTINCT FROM "contentHash" || ${mark}::text`;
  return Number(row?.n ?? 0);
}
