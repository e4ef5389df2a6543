import { Prisma } from "#generated/prisma/client.ts";

/** A moment as the database's UTC timestamps hold it, whatever the session's zone. */
export const moment = (date: Date): Prisma.Sql => Prisma.sql`${date.toISOString()}::timestamp(3)`;

/** A value as JSON; `undefined` becomes null, as it does over the wire. */
export const json = (value: unknown): Prisma.Sql =>
  Prisma.sql`${JSON.stringify(value ?? null)}::jsonb`;
