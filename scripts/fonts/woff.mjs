import { inflateSync } from "node:zlib";

const HEADER_BYTES = 44;
const ENTRY_BYTES = 20;

/**
 * One table of a WOFF file (version 1), unpacked; null where the font has none.
 * @param {Buffer} file
 * @param {string} tag Four letters.
 * @returns {Buffer | null}
 */
export function tableOf(file, tag) {
  const tables = file.readUInt16BE(12);
  for (let i = 0; i < tables; i++) {
    const entry = HEADER_BYTES + i * ENTRY_BYTES;
    if (file.toString("latin1", entry, entry + 4) !== tag) continue;
    const offset = file.readUInt32BE(entry + 4);
    const packed = file.readUInt32BE(entry + 8);
    const bytes = file.subarray(offset, offset + packed);
    return packed < file.readUInt32BE(entry + 12) ? inflateSync(bytes) : bytes;
  }
  return null;
}
