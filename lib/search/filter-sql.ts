import { Prisma } from "#generated/prisma/client.ts";
import type { VectorFilter } from "#lib/adapters/vectors/port.ts";

/** The condition on `"Product" p JOIN "Brand" b` that a filter stands for, withdrawn products left out. */
export function filterSql(filter: VectorFilter): Prisma.Sql {
  const { min, max } = filter.priceMinor ?? {};
  const conditions = [
    Prisma.sql`p."withdrawnAt" IS NULL`,
    min !== undefined && Prisma.sql`p."priceEurMinor" >= ${min}`,
    max !== undefined && Prisma.sql`p."priceEurMinor" <= ${max}`,
    isOneOf(Prisma.sql`b."key"`, filter.brands),
    isOneOf(Prisma.sql`p."category"`, filter.categories),
    isOneOf(Prisma.sql`p."availability"::text`, filter.availability),
    shares(Prisma.sql`p."sizes"`, filter.sizes),
    shares(Prisma.sql`p."colours"`, filter.colours),
    shares(Prisma.sql`p."materials"`, filter.materials),
  ];
  return Prisma.join(
    conditions.filter((condition) => condition !== false),
    " AND ",
  );
}

const isOneOf = (column: Prisma.Sql, values: readonly string[] = []) =>
  values.length > 0 && Prisma.sql`${column} = ANY(${[...values]}::text[])`;

const shares = (column: Prisma.Sql, values: readonly string[] = []) =>
  values.length > 0 && Prisma.sql`${column} && ${[...values]}::text[]`;
