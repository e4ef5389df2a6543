import type { Ctx } from "#lib/context.ts";

type SweepCtx = Pick<Ctx, "db" | "now" | "adapters">;

/** Longer than any work takes: what is younger may still get its row. */
const SAFE_AGE_MS = 24 * 60 * 60 * 1000;
/** Owners looked for in one query. */
const AT_ONCE = 500;
/** Files deleted in one sweep; the next one goes on. */
const MOST_DELETED = 5_000;

interface Place {
  prefix: string;
  /** Which of the names are in use. */
  known(db: SweepCtx["db"], names: string[]): Promise<string[]>;
  /** What a key is known by. */
  nameOf(key: string): string;
}

/** `designs/0192…/print.stl` → `0192…`: the files go with what they are of. */
const ownerOf = (key: string): string => key.split("/")[1] ?? "";
const idsOf = (rows: { id: string }[]): string[] => rows.map(({ id }) => id);

const owned = (
  prefix: string,
  find: (db: SweepCtx["db"], where: { id: { in: string[] } }) => Promise<{ id: string }[]>,
): Place => ({
  prefix,
  known: async (db, names) => idsOf(await find(db, { id: { in: names } })),
  nameOf: ownerOf,
});

/** A mesh that was brought as a file has a row of its own before its design has one. */
const MESHES = "designs/";
const select = { id: true } as const;
const PLACES: readonly Place[] = [
  owned(MESHES, (db, where) => db.design.findMany({ where, select })),
  owned("figurines/", (db, where) => db.figurine.findMany({ where, select })),
  owned("proofs/", (db, where) => db.proof.findMany({ where, select })),
  owned("quotes/", (db, where) => db.quote.findMany({ where, select })),
  owned("orders/", (db, where) => db.order.findMany({ where, select })),
  {
    prefix: "images/",
    async known(db, names) {
      const rows = await db.image.findMany({
        where: { blobKey: { in: names } },
        select: { blobKey: true },
      });
      return rows.map(({ blobKey }) => blobKey);
    },
    nameOf: (key) => key,
  },
];

/**
 * Deletes files older than a day whose owner has no row: a kill between a row and its files leaves some, whichever goes
 * first, and so does work that ends after its design was deleted. At most 5,000 a sweep. Answers how many.
 */
export async function deleteOrphanFiles(ctx: SweepCtx): Promise<number> {
  let deleted = 0;
  for (const place of PLACES) {
    for (const key of await orphansIn(ctx, place)) {
      if (deleted >= MOST_DELETED) return deleted;
      if (await deleteIfOld(ctx, key)) deleted += 1;
    }
  }
  return deleted;
}

async function orphansIn({ db, adapters }: SweepCtx, place: Place): Promise<string[]> {
  const keys = await adapters.blob.list(place.prefix);
  const names = [...new Set(keys.map(place.nameOf))];
  const known = new Set<string>();
  for (let from = 0; from < names.length; from += AT_ONCE) {
    for (const name of await place.known(db, names.slice(from, from + AT_ONCE))) known.add(name);
  }
  return keys.filter((key) => !known.has(place.nameOf(key)));
}

async function deleteIfOld(
  { db, now, adapters: { blob } }: SweepCtx,
  key: string,
): Promise<boolean> {
  const info = await blob.info(key);
  if (!info || (info.storedAt?.getTime() ?? 0) > now().getTime() - SAFE_AGE_MS) return false;
  await blob.delete([key]);
  if (key.startsWith(MESHES)) await db.broughtMesh.deleteMany({ where: { blobKey: key } });
  return true;
}
