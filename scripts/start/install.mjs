import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { run } from "./run.mjs";

/** The Node that runs everything after the installation; it comes with the packages. */
export const NODE = path.resolve("node_modules/.bin/node");
const MINIMUM_NODE = [20, 9];

/** Throws when this Node is too old even to install the packages. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [needMajor = 0, needMinor = 0] = MINIMUM_NODE;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  throw new Error(`Node ${version} is too old: Maquette starts with Node 20.9 or later.`);
}

/**
 * Installs what package-lock.json asks for, when it is not there already.
 * @returns {Promise<"done" | "unchanged">}
 */
export async function installPackages() {
  if (isInstalled()) return "unchanged";
  await run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (existsSync(NODE)) return "done";
  throw new Error(
    "npm did not install the Node that Maquette runs on. Its install script may be blocked: " +
      "run `npm ci --foreground-scripts` to see why.",
  );
}

/** @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} Packages */

/** npm writes node_modules/.package-lock.json last, so it tells what a finished installation holds. */
function isInstalled() {
  if (!existsSync(NODE) || !existsSync("node_modules/.package-lock.json")) return false;
  const wanted = readPackages("package-lock.json");
  const present = readPackages("node_modules/.package-lock.json");
  return Object.entries(wanted).every(
    ([name, entry]) =>
      name === "" ||
      present[name]?.version === entry.version ||
      (present[name] === undefined && (entry.optional || entry.devOptional)),
  );
}

/**
 * @param {string} file
 * @returns {Packages}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}
