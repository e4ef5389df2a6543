import { requireAdmin } from "#lib/accounts/require-admin.ts";
import type { Ctx } from "#lib/context.ts";
import { indexMark } from "./index-mark.ts";

export interface CatalogOverview {
  slug: string;
  products: number;
  /** Changed since their vectors were made, or without any by the embedder in use. */
  due: number;
  /** A picture of theirs could not be used. */
  failed: number;
}

/** The catalogues with how their products stand. Admins only. */
export async function catalogOverview(ctx: Ctx): Promise<CatalogOverview[]> {
  await requireAdmin(ctx);
  const mark = indexMark(ctx.adapters.embedders.current.id);
  const rows = await ctx.db.$queryRaw<
    { slug: string; products: bigint; due: bigint; failed: bigint }[]
  >`
    SELECT c."slug", count(p."id") AS products,
      count(p."id") FILTER (WHERE p."indexedHash" IS DISTINCT FROM p."contentHash" || ${mark}::text) AS due,
      count(p."id") FILTER (WHERE p."indexError" IS NOT NULL) AS failed
    FROM "Catalog" c LEFT JOIN "Product" p ON p."catalogId" = c."id" AND p."withdrawnAt" IS NULL
    GROUP BY c."slug" ORDER BY c."slug"`;
  return rows.map(({ slug, ...counts }) => ({
    slug,
    products: Number(counts.products),
    due: Number(counts.due),
    failed: Number(counts.failed),
  }));
}
