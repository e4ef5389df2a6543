import { existsSync } from "node:fs";
import process from "node:process";
import { run } from "../start/run.mjs";

const DEBIAN_CHROMIUM = "/usr/bin/chromium";
const KNOWN_PLACES = [
  DEBIAN_CHROMIUM,
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * A Chromium for the browser tests: CHROME_PATH, one of the system, Playwright's own, or Debian's,
 * installed now when this is root on a machine with apt. Throws when there is none.
 * @returns {Promise<string>} Path of the program.
 */
export async function findBrowser() {
  const given = process.env.CHROME_PATH;
  if (given && !existsSync(given))
    throw new Error(`CHROME_PATH is "${given}": there is no such file.`);
  const found =
    given || KNOWN_PLACES.find((place) => existsSync(place)) || (await findPlaywrights());
  return found ?? installBrowser();
}

async function findPlaywrights() {
  const { chromium } = await import("@playwright/test");
  const place = chromium.executablePath();
  return existsSync(place) ? place : undefined;
}

async function installBrowser() {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync("/usr/bin/apt-get")) {
    throw new Error(
      "The browser tests need a Chromium: install Debian's package `chromium` or Google Chrome, " +
        "or name one by CHROME_PATH.",
    );
  }
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", "-qq"], { env });
  await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { env });
  if (existsSync(DEBIAN_CHROMIUM)) return DEBIAN_CHROMIUM;
  throw new Error(
    "apt installed `chromium`, yet there is no /usr/bin/chromium. Name one by CHROME_PATH.",
  );
}
