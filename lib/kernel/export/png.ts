import { zlibSync } from "fflate";
import type { Texture } from "../mesh.ts";
import { crc32, joinBytes } from "./bytes.ts";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const TRUE_COLOUR = 2;
const UP = 2;

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

/** Bytes up to which PNG's signature and its first chunk, the header, reach. */
const HEAD_BYTES = 33;

/** An international text chunk: keyword, no compression, no language, UTF-8. */
function textChunk(keyword: string, text: string): Uint8Array {
  const encode = (value: string) => new TextEncoder().encode(value);
  return pngChunk("iTXt", joinBytes([encode(keyword), new Uint8Array(5), encode(text)]));
}

/** The PNG with texts after its header; keywords are 1 to 79 Latin letters. */
export function withPngTexts(png: Uint8Array, texts: Readonly<Record<string, string>>): Uint8Array {
  const chunks = Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text));
  return joinBytes([png.subarray(0, HEAD_BYTES), ...chunks, png.subarray(HEAD_BYTES)]);
}

/** Texts of a PNG's international text chunks by keyword. */
export function readPngTexts(png: Uint8Array): Record<string, string> {
  const texts: Record<string, string> = {};
  const view = new DataView(png.buffer, png.byteOffset, png.length);
  for (let at = SIGNATURE.length; at + 12 <= png.length; at += 12 + view.getUint32(at)) {
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    if (type !== "iTXt") continue;
    const data = png.subarray(at + 8, at + 8 + view.getUint32(at));
    const end = data.indexOf(0);
    texts[new TextDecoder().decode(data.subarray(0, end))] = new TextDecoder().decode(
      data.subarray(end + 5),
    );
  }
  return texts;
}
