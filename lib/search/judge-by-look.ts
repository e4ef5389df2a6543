import type { Prisma } from "#generated/prisma/client.ts";
import type { Ctx } from "#lib/context.ts";

export interface JudgeByLook {
  catalogId: string;
  /** Searches, spread evenly over the catalogue. */
  queries: number;
}

/** Judged products of one search, the best ones. */
const JUDGED = 60;

/** Shares of equal attributes from which a product is graded 3, 2 and 1. */
const GRADES = [
  [0.99, 3],
  [0.7, 2],
  [0.5, 1],
] as const;

/**
 * Saves judgments for a catalogue whose products say how they look (`attributes.look`): each search is one product's
 * picture, and a product of its kind is graded by the share of attributes that are the same. Judgments that are there
 * stay. Answers how many searches were saved.
 */
export async function judgeByLook(
  { db }: Pick<Ctx, "db">,
  { catalogId, queries }: JudgeByLook,
): Promise<number> {
  const rows = await db.product.findMany({
    where: { catalogId, withdrawnAt: null, kind: { not: null } },
    orderBy: { sku: "asc" },
    select: { id: true, sku: true, kind: true, attributes: true },
  });
  const products = rows.flatMap((row) => {
    const look = lookOf(row.attributes);
    return look ? [{ ...row, look }] : [];
  });
  const step = Math.max(1, Math.floor(products.length / queries));
  const asked = products.filter((_, index) => index % step === 0).slice(0, queries);
  let saved = 0;
  for (const query of asked) {
    const others = products.filter(({ id, kind }) => id !== query.id && kind === query.kind);
    const graded = others
      .map(({ id, look }) => ({ productId: id, grade: gradeOf(query.look, look) }))
      .filter(({ grade }) => grade > 0)
      .sort((a, b) => b.grade - a.grade)
      .slice(0, JUDGED);
    saved += await save(db, `looks like ${query.sku}`, { productId: query.id }, graded);
  }
  return saved;
}

type Look = Record<string, string>;

function lookOf(attributes: Prisma.JsonValue): Look | null {
  const look = (attributes as { look?: unknown } | null)?.look;
  return typeof look === "object" && look !== null ? (look as Look) : null;
}

function gradeOf(one: Look, other: Look): number {
  const names = Object.keys(one);
  const same = names.filter((name) => one[name] === other[name]).length;
  const share = names.length === 0 ? 0 : same / names.length;
  return GRADES.find(([least]) => share >= least)?.[1] ?? 0;
}

async function save(
  db: Ctx["db"],
  name: string,
  query: Prisma.InputJsonObject,
  graded: { productId: string; grade: number }[],
): Promise<number> {
  if (graded.length === 0) return 0;
  const known = await db.judgmentQuery.findUnique({ where: { name }, select: { id: true } });
  if (known) return 0;
  await db.judgmentQuery.create({ data: { name, query, judgments: { create: graded } } });
  return 1;
}
