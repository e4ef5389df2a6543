import { unzlibSync } from "fflate";
import { invalidInput } from "../../shared/errors.ts";
import type { Raster } from "./raster.ts";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const CHANNELS = 4;
/** Pixels beyond this are not decoded: the kernel's rasters have far fewer. */
const MOST_PIXELS = 1 << 24;

interface Header {
  width: number;
  height: number;
}

/**
 * The pixels of a PNG with 8 bits a channel, RGBA, not interlaced: the one form in which pictures come to the kernel.
 * The same bytes give the same pixels in Node and in a browser, whose own decoder multiplies by alpha.
 * Throws `invalid_input` for any other file.
 */
export function decodePng(bytes: Uint8Array): Raster {
  if (SIGNATURE.some((byte, i) => bytes[i] !== byte)) throw unreadable();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let header: Header | null = null;
  const data: Uint8Array[] = [];
  for (let at = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) throw unreadable();
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (type === "IHDR") header = readHeader(view, at + 8);
    if (type === "IDAT") data.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  if (!header) throw unreadable();
  return { ...header, rgba: unfilter(inflate(data, header), header) };
}

function readHeader(view: DataView, at: number): Header {
  const width = view.getUint32(at);
  const height = view.getUint32(at + 4);
  const [depth, colour, , , interlace] = [8, 9, 10, 11, 12].map((i) => view.getUint8(at + i));
  const isKnown = depth === 8 && colour === 6 && interlace === 0;
  if (!isKnown || width * height === 0 || width * height > MOST_PIXELS) throw unreadable();
  return { width, height };
}

function inflate(parts: readonly Uint8Array[], { width, height }: Header): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  const expected = height * (1 + width * CHANNELS);
  try {
    const rows = unzlibSync(all, { out: new Uint8Array(expected) });
    if (rows.length === expected) return rows;
  } catch (cause) {
    throw unreadable(cause);
  }
  throw unreadable();
}

/** Undoes the filter of each row (PNG specification, section 9). */
function unfilter(rows: Uint8Array, { width, height }: Header): Uint8Array {
  const stride = width * CHANNELS;
  const rgba = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)]!;
    const from = y * (stride + 1) + 1;
    const to = y * stride;
    for (let x = 0; x < stride; x++) {
      const left = x >= CHANNELS ? rgba[to + x - CHANNELS]! : 0;
      const up = y > 0 ? rgba[to + x - stride]! : 0;
      const corner = x >= CHANNELS && y > 0 ? rgba[to + x - stride - CHANNELS]! : 0;
      rgba[to + x] = rows[from + x]! + predicted(filter, left, up, corner);
    }
  }
  return rgba;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter === 4) return paeth(left, up, corner);
  throw unreadable();
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const toLeft = Math.abs(guess - left);
  const toUp = Math.abs(guess - up);
  const toCorner = Math.abs(guess - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

const unreadable = (cause?: unknown) =>
  invalidInput("This picture cannot be read. Save it again and retry.", { cause });
