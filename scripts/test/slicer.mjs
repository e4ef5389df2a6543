import { existsSync } from "node:fs";
import process from "node:process";
import { run } from "../start/run.mjs";

const DEBIAN_SLICER = "/usr/bin/prusa-slicer";
const KNOWN_PLACES = [DEBIAN_SLICER, "/usr/bin/PrusaSlicer", "/usr/local/bin/prusa-slicer"];

/**
 * A PrusaSlicer for the long tests of files to print: PRUSA_SLICER_PATH, one of the system, or Debian's, installed now
 * when this is root on a machine with apt. Throws when there is none.
 * @returns {Promise<string>} Path of the program.
 */
export async function findSlicer() {
  const given = process.env.PRUSA_SLICER_PATH;
  if (given && !existsSync(given))
    throw new Error(`PRUSA_SLICER_PATH is "${given}": there is no such file.`);
  return given || KNOWN_PLACES.find((place) => existsSync(place)) || installSlicer();
}

async function installSlicer() {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync("/usr/bin/apt-get")) {
    throw new Error(
      "The long tests open files in PrusaSlicer: install Debian's package `prusa-slicer`, " +
        "or name one by PRUSA_SLICER_PATH.",
    );
  }
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", "-qq"], { env });
  const install = ["install", "-y", "-qq", "--no-install-recommends", "prusa-slicer"];
  await run("apt-get", install, { env });
  if (existsSync(DEBIAN_SLICER)) return DEBIAN_SLICER;
  throw new Error(
    "apt installed `prusa-slicer`, yet there is no /usr/bin/prusa-slicer. Name one by PRUSA_SLICER_PATH.",
  );
}
