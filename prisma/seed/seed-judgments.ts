import type { Db } from "#lib/db.ts";
import { judgeByLook } from "#lib/search/judge-by-look.ts";

/** Enough that a change of weights shows, few enough to be measured within seconds. */
const QUERIES = 24;

/** Judged searches of the demo catalogue, by the attributes of its products: what weights are measured on. */
export async function seedJudgments(db: Db): Promise<void> {
  const catalog = await db.catalog.findUnique({ where: { slug: "demo" }, select: { id: true } });
  if (!catalog || (await db.judgmentQuery.count()) > 0) return;
  await judgeByLook({ db }, { catalogId: catalog.id, queries: QUERIES });
}
