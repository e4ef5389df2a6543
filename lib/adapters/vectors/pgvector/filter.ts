import { Prisma } from "#generated/prisma/client.ts";
import type { VectorFilter } from "../port.ts";

/** The filter and the space as a WHERE of the table ProductVector. */
export function whereOf(spaceId: number, filter: VectorFilter = {}): Prisma.Sql {
  const { min, max } = filter.priceMinor ?? {};
  const conditions = [
    // Written out, as the index of a space holds that space alone.
    Prisma.sql`"spaceId" = ${Prisma.raw(String(spaceId))}`,
    min === undefined ? null : Prisma.sql`"priceMinor" >= ${Math.ceil(min)}::bigint`,
    max === undefined ? null : Prisma.sql`"priceMinor" <= ${Math.floor(max)}::bigint`,
    oneOf("brand", filter.brands),
    oneOf("category", filter.categories),
    oneOf("availability", filter.availability),
    anyOf("sizes", filter.sizes),
    anyOf("colours", filter.colours),
    anyOf("materials", filter.materials),
  ];
  return Prisma.join(
    conditions.filter((one) => one !== null),
    " AND ",
  );
}

type Column = "brand" | "category" | "availability" | "sizes" | "colours" | "materials";

function oneOf(column: Column, values: readonly string[] = []): Prisma.Sql | null {
  if (values.length === 0) return null;
  return Prisma.sql`${Prisma.raw(`"${column}"`)} = ANY(${[...values]}::text[])`;
}

function anyOf(column: Column, values: readonly string[] = []): Prisma.Sql | null {
  if (values.length === 0) return null;
  return Prisma.sql`${Prisma.raw(`"${column}"`)} && ${[...values]}::text[]`;
}
