#!/usr/bin/env node
/** `npm run verify`: the quick look before a commit. No services, under 30 s. */
import process from "node:process";
import { generateClient, generateFonts } from "./start/build.mjs";
import { say, step } from "./start/progress.mjs";
import { sumCounts } from "./test/counts.mjs";
import { staticChecks, vitest } from "./test/stages.mjs";

await step("Making the database client", async (tell) => tell(await generateClient()));
await step("Drawing the fonts", async (tell) => tell(await generateFonts()));
const { passed, failed } = sumCounts([await staticChecks(), await vitest("unit")]);
say(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
