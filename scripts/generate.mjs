#!/usr/bin/env node
/** Makes what the code imports and git does not keep: the database client and the fonts' outlines. */
import { generateClient, generateFonts } from "./start/build.mjs";

await generateClient();
await generateFonts();
