import { zlibSync } from "fflate";
import type { Texture } from "../mesh.ts";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const TRUE_COLOUR = 2;
const UP = 2;

/** CRC-32 of each octet (ISO 3309). */
const CRC = Uint32Array.from({ length: 256 }, (_, octet) => {
  let crc = octet;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

/** CRC-32 as PNG and ZIP compute it. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const octet of bytes) crc = CRC[(crc ^ octet) & 255]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** A chunk: length, four letters, data, checksum of letters and data. */
export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(12 + data.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(new TextEncoder().encode(type), 4);
  chunk.set(data, 8);
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)));
  return chunk;
}

export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/** Rows with a filter octet before each; each octet less the one above it. */
function filtered({ width, height, rgb }: Texture): Uint8Array {
  const line = width * 3;
  const out = new Uint8Array((line + 1) * height);
  for (let y = 0; y < height; y++) {
    const at = y * (line + 1);
    out[at] = UP;
    for (let i = 0; i < line; i++) {
      const above = y > 0 ? rgb[(y - 1) * line + i]! : 0;
      out[at + 1 + i] = rgb[y * line + i]! - above;
    }
  }
  return out;
}

/** An 8-bit RGB PNG of a picture. The same picture gives the same bytes. */
export function writePng(picture: Texture): Uint8Array {
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, picture.width);
  view.setUint32(4, picture.height);
  head.set([8, TRUE_COLOUR, 0, 0, 0], 8);
  return joinBytes([
    Uint8Array.from(SIGNATURE),
    pngChunk("IHDR", head),
    pngChunk("sRGB", Uint8Array.of(0)),
    pngChunk("IDAT", zlibSync(filtered(picture), { level: 6 })),
    pngChunk("IEND", new Uint8Array(0)),
  ]);
}
