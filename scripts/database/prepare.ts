/** `node prepare.ts [--demo <state folder>]`: applies migrations to DATABASE_URL; makes the demo accounts. */
import { env } from "../../lib/env.ts";
import { seedDemo } from "../../prisma/seed/demo.ts";
import { migrateDatabase } from "./migrate.ts";

async function prepare([flag, home]: string[]): Promise<void> {
  const url = env().DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set.");
  await migrateDatabase(url);
  if (flag === "--demo" && home) await seedDemo(url, home);
}

try {
  await prepare(process.argv.slice(2));
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
