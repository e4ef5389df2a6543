import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import opentype from "opentype.js";
import { kerningOf } from "./kerning.mjs";
import { toFontData } from "./outlines.mjs";
import { FONT_SOURCES } from "./sources.mjs";
import { tableOf } from "./woff.mjs";

/** @param {Buffer} file */
function parsed(file) {
  return opentype.parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
}

/** A module that holds data as text: engines read JSON faster than code, and the compiler does not look into it. */
const toModule = (/** @type {unknown} */ data) =>
  `/** Made by the start script from the font's package; not to be edited. */\nexport const data: string = ${JSON.stringify(JSON.stringify(data))};\n`;

/**
 * Writes one module for each font into a folder.
 * @param {string} folder
 */
export function writeFonts(folder) {
  mkdirSync(folder, { recursive: true });
  for (const { id, package: place, files } of FONT_SOURCES) {
    const contents = files.map((file) => readFileSync(path.join(place, file)));
    const [first] = contents;
    const kerning = kerningOf(first ? tableOf(first, "GPOS") : null);
    const data = toFontData(contents.map(parsed), kerning);
    writeFileSync(path.join(folder, `${id}.ts`), toModule(data));
  }
}
