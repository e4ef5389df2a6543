import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Makes the state folder, readable by its owner alone.
 * @param {string} home
 */
export function openHome(home) {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  chmodSync(home, 0o700);
}

/**
 * Writes a file that only its owner may read; it appears complete or not at all.
 * @param {string} file
 * @param {unknown} value
 */
export function writePrivateJson(file, value) {
  writeFileSync(`${file}.next`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.next`, file);
}

/**
 * Secrets that were not given, made once and kept in `secrets.json`.
 * @param {string} home
 * @returns {{ NEXTAUTH_SECRET: string }}
 */
export function keepSecrets(home) {
  const file = path.join(home, "secrets.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const secrets = { NEXTAUTH_SECRET: randomBytes(32).toString("base64url") };
  writePrivateJson(file, secrets);
  return secrets;
}
