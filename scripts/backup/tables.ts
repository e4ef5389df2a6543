import type pg from "pg";

/** A table in the order in which rows can be put back: what others point to comes first. */
export interface Table {
  name: string;
  /** Columns that hold values of their own, not computed ones. */
  columns: string[];
}

const MIGRATIONS_TABLE = "_prisma_migrations";

/** Every table but the migrations' own, ordered by what points to what. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const columns = await client.query<{ name: string; column: string }>(`
    SELECT c.table_name AS name, c.column_name AS column
    FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
    ORDER BY c.table_name, c.ordinal_position`);
  const byName = Map.groupBy(columns.rows, ({ name }) => name);
  byName.delete(MIGRATIONS_TABLE);
  const references = await client.query<{ from: string; to: string }>(`
    SELECT conrelid::regclass::text AS from, confrelid::regclass::text AS to
    FROM pg_constraint WHERE contype = 'f' AND conrelid <> confrelid`);
  const pointsTo = Map.groupBy(references.rows, ({ from }) => from.replaceAll('"', ""));
  const ordered: string[] = [];
  const visit = (name: string): void => {
    if (ordered.includes(name)) return;
    for (const { to } of pointsTo.get(name) ?? []) visit(to.replaceAll('"', ""));
    ordered.push(name);
  };
  for (const name of byName.keys()) visit(name);
  return ordered.map((name) => ({
    name,
    columns: (byName.get(name) ?? []).map(({ column }) => column),
  }));
}

/** Names of the migrations that made this database, in order. */
export async function appliedMigrations(client: pg.ClientBase): Promise<string[]> {
  const there = await client.query<{ table: string | null }>(
    `SELECT to_regclass('${MIGRATIONS_TABLE}')::text AS table`,
  );
  if (!there.rows[0]?.table) return [];
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM ${MIGRATIONS_TABLE} WHERE finished_at IS NOT NULL ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** A name as SQL takes it. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
