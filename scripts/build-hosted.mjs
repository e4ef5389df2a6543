#!/usr/bin/env node
/** `npm run build:hosted`: all that `npm run up` makes before it starts, for hosts that build once and start elsewhere. */
import process from "node:process";
import { buildApp, copyKernel, generateClient, generateFonts } from "./start/build.mjs";

await generateClient();
await generateFonts();
copyKernel();
await buildApp(process.env.NEXT_DIST_DIR || ".next");
