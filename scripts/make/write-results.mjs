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
  const { whole, files } = await downloadFiles(rest, design);
  for (const { filename, bytes } of files) write(filename, bytes);
  write("summary.json", `${JSON.stringify({ words, answer, design: whole }, null, 2)}\n`);
  write("summary.md", summaryText(whole, { words, answer }));
  return written;
}

/**
 * Downloads the design's files. One that nobody had asked for yet is made by its download, and has its hash and its line in the
 * manifest since: the design is read again to compare them, and the manifest comes last.
 * @param {import("./rest.mjs").Rest} rest
 * @param {any} design
 */
async function downloadFiles(rest, design) {
  const files = /** @type {{ filename: string, bytes: Uint8Array }[]} */ ([]);
  const download = async (/** @type {PromisedFile[]} */ promised) => {
    for (const { filename, url } of promised) {
      files.push({ filename, bytes: await rest.download(url) });
    }
  };
  await download(design.revision.files.filter((/** @type {PromisedFile} */ file) => !isList(file)));
  const whole = await rest.get(`/api/v1/designs/${design.id}`);
  await download(whole.revision.files.filter(isList));
  refuseDamaged(files, whole.revision.files);
  return { whole, files };
}

/** @typedef {{ filename: string, format: string, url: string, sha256: string | null }} PromisedFile */

/** @param {PromisedFile} file */
const isList = ({ format }) => format === "manifest";

/**
 * @param {{ filename: string, bytes: Uint8Array }[]} files
 * @param {PromisedFile[]} promised
 */
function refuseDamaged(files, promised) {
  const hashes = new Map(promised.map(({ filename, sha256 }) => [filename, sha256]));
  for (const { filename, bytes } of files) {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    if (sha256 !== hashes.get(filename))
      throw new Error(`${filename} arrived damaged. Run it again.`);
  }
}
