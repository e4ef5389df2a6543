import { parse } from "uuid";
import type { Ctx } from "#lib/context.ts";

const PREFIX = "images/";
/** Longer than any upload takes: what is younger may still get its row. */
const SAFE_AGE_MS = 24 * 60 * 60 * 1000;
const AT_ONCE = 500;

/**
 * Deletes uploaded pictures that no row names: a kill between the file and its row leaves one, and a photo of a person
 * must not stay where nobody can find it. Answers how many. A file's age is that of the UUID (version 7) in its name.
 */
export async function deleteOrphanPhotos(
  ctx: Pick<Ctx, "db" | "now" | "adapters">,
): Promise<number> {
  const before = ctx.now().getTime() - SAFE_AGE_MS;
  const keys = await ctx.adapters.blob.list(PREFIX);
  const old = keys.filter((key) => madeAtMs(key) < before);
  let deleted = 0;
  for (let from = 0; from < old.length; from += AT_ONCE) {
    const some = old.slice(from, from + AT_ONCE);
    const rows = await ctx.db.image.findMany({
      where: { blobKey: { in: some } },
      select: { blobKey: true },
    });
    const named = new Set(rows.map(({ blobKey }) => blobKey));
    const orphans = some.filter((key) => !named.has(key));
    await ctx.adapters.blob.delete(orphans);
    deleted += orphans.length;
  }
  return deleted;
}

/** When a file of `images/<uuid>.<format>` was made; Infinity for any other name, which is left alone. */
function madeAtMs(key: string): number {
  const [, id] = /^images\/([0-9a-f-]{36})\.\w+$/.exec(key) ?? [];
  if (id?.[14] !== "7") return Number.POSITIVE_INFINITY;
  const bytes = parse(id);
  return (
    new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) * 2 ** 16 +
    bytes[4]! * 256 +
    bytes[5]!
  );
}
