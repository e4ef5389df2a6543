/**
 * `npm run catalog:resync [-- --catalog SLUG] [-- --check]`: compares every catalogue, or one, with its vectors, takes out
 * what is left over and makes what is missing. With `--check` nothing is changed, and a difference leaves with 1.
 */
import { existsSync } from "node:fs";
import process from "node:process";
import { parseArgs } from "node:util";
import { isAppError } from "#lib/shared/errors.ts";

if (existsSync(".env")) process.loadEnvFile(".env");
const { values } = parseArgs({
  options: { catalog: { type: "string" }, check: { type: "boolean", default: false } },
});
try {
  // The environment is read when the first of these modules is: after the file.
  const { resyncCatalogs } = await import("./catalog/resync.ts");
  process.exit((await resyncCatalogs(values)) ? 0 : 1);
} catch (error) {
  console.error(isAppError(error) ? error.userMessage : (error as Error).message);
  process.exit(1);
}
