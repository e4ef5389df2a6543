import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { summaryText } from "./summary.mjs";

/** @type {Record<string, string>} */
const PICTURE_ENDINGS = { "image/png": "png", "image/jpeg": "jpg", "image/webp": "webp" };

/** @param {Uint8Array} bytes */
function pictureType(bytes) {
  if (bytes[0] === 0x89) return "image/png";
  return bytes[0] === 0xff ? "image/jpeg" : "image/webp";
}

/**
 * Downloads a finished design into a folder: pictures, model files, `summary.json`, `summary.md`.
 * A file whose hash is not the promised one is refused.
 * @param {import("./rest.mjs").Rest} rest
 * @param {any} design
 * @param {{ words: string, answer: string, folder: string }} options
 * @returns {Promise<string[]>} Paths written.
 */
export async function writeResults(rest, design, { words, answer, folder }) {
  mkdirSync(folder, { recursive: true });
  const written = /** @type {string[]} */ ([]);
  const write = (/** @type {string} */ name, /** @type {Uint8Array | string} */ content) => {
    const file = path.join(folder, path.basename(name));
    writeFileSync(file, content);
    written.push(file);
  };
  for (const [index, picture] of design.revision.pictures.entries()) {
    const bytes = await rest.download(picture.url);
    write(
      `picture-${index + 1}-${picture.view ?? "view"}.${PICTURE_ENDINGS[pictureType(bytes)]}`,
      bytes,
    );
  }
  for (const file of design.revision.files) {
    const bytes = await rest.download(file.url);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    if (sha256 !== file.sha256) throw new Error(`${file.filename} arrived damaged. Run it again.`);
    write(file.filename, bytes);
  }
  write("summary.json", `${JSON.stringify({ words, answer, design }, null, 2)}\n`);
  write("summary.md", summaryText(design, { words, answer }));
  return written;
}
