/** `node prepare.ts [--demo <state folder>]`: applies migrations to DATABASE_URL; makes the demo accounts. */
import { env } from "../../lib/env.ts";
import { migrateDatabase } from "./migrate.ts";

const url = env().DATABASE_URL;
if (!url) throw new Error("DATABASE_URL is not set.");
const applied = await migrateDatabase(url);
console.log(applied.length === 0 ? "nothing to apply" : `applied ${applied.join(", ")}`);

const demoFlag = process.argv.indexOf("--demo");
const home = process.argv[demoFlag + 1];
if (demoFlag > 0 && home) {
  const { seedDemo } = await import("../../prisma/seed/demo.ts");
  await seedDemo(url, home);
}
process.exit(0);
