import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * One hash over names and contents of files and folders; what does not exist counts as absent.
 * @param {string[]} places
 * @returns {string}
 */
export function hashOf(places) {
  const hash = createHash("sha256");
  for (const file of places.flatMap(listFiles)) {
    hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/**
 * @param {string} place
 * @returns {string[]}
 */
function listFiles(place) {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place)
    .sort()
    .flatMap((name) => listFiles(path.join(place, name)));
}

/**
 * Does the work unless the stamp says it was done for the same hash. The stamp lies beside what
 * was made, so that deleting one deletes the other, and is written last, so that half-done work
 * counts as undone.
 * @param {string} stamp
 * @param {string} hash
 * @param {() => Promise<void>} work
 * @returns {Promise<"done" | "unchanged">}
 */
export async function unlessUnchanged(stamp, hash, work) {
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return "unchanged";
  await work();
  writeFileSync(stamp, hash);
  return "done";
}
