import { copyFileSync, existsSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { hashOf, unlessUnchanged } from "./content-hash.mjs";
import { NODE } from "./install.mjs";
import { run } from "./run.mjs";

/** Everything the build reads. */
const SOURCES = [
  ...["app", "components", "i18n", "inngest", "lib", "messages", "prisma/schema", "scripts/fonts"],
  ...["instrumentation.ts", "next.config.ts", "postcss.config.mjs", "proxy.ts"],
  ...["package.json", "package-lock.json", "tsconfig.json"],
];
const KERNEL_WASM = "node_modules/manifold-3d/manifold.wasm";

/** Makes the database client from the datamodel. */
export function generateClient() {
  const hash = hashOf(["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"]);
  return unlessUnchanged("generated/.stamp", hash, async () => {
    await run(NODE, ["node_modules/prisma/build/index.js", "generate"]);
  });
}

/** What the fonts' outlines are made from. */
const FONT_INPUTS = [
  ...["great-vibes", "playfair-display", "be-vietnam-pro"].map(
    (family) => `node_modules/@fontsource/${family}/package.json`,
  ),
  ...["scripts/fonts", "node_modules/opentype.js/package.json"],
];

/** Turns the packages' fonts into outlines that the kernel reads without a parser. */
export function generateFonts() {
  return unlessUnchanged("generated/fonts/.stamp", hashOf(FONT_INPUTS), async () => {
    const { writeFonts } = await import("../fonts/write.mjs");
    writeFonts("generated/fonts");
  });
}

/** Puts the geometry kernel's WASM where the browser finds it. */
export function copyKernel() {
  const target = path.join("public/kernel", path.basename(KERNEL_WASM));
  if (existsSync(target) && statSync(target).size === statSync(KERNEL_WASM).size) return;
  mkdirSync(path.dirname(target), { recursive: true });
  copyFileSync(KERNEL_WASM, target);
}

/**
 * Builds the app for production.
 * @param {string} distFolder
 */
export function buildApp(distFolder) {
  return unlessUnchanged(path.join(distFolder, "maquette.stamp"), hashOf(SOURCES), async () => {
    await run(NODE, ["node_modules/next/dist/bin/next", "build"], {
      env: { NODE_ENV: "production", NEXT_DIST_DIR: distFolder, NEXT_TELEMETRY_DISABLED: "1" },
    });
  });
}
