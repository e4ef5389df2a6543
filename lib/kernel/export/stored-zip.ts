import { crc32, joinBytes } from "./bytes.ts";

export interface ZipEntry {
  /** ASCII, with `/` between folders. */
  name: string;
  bytes: Uint8Array;
}

const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
/** 1 January 1980, midnight, in MS-DOS's packing: a ZIP knows no earlier day, and a fixed one keeps the bytes equal. */
const DATE = 0x0021;
const VERSION = 20;
/** Extra fields have an id and a length before them. */
const EXTRA_HEAD = 4;
/** An id nobody has registered; readers skip it. */
const PADDING_ID = 0x1986;

/** Length of the extra field that makes an entry's data begin at a multiple of `alignment` bytes. */
function paddingFor(at: number, nameBytes: number, alignment: number): number {
  const bare = (at + LOCAL_BYTES + nameBytes) % alignment;
  if (bare === 0) return 0;
  const missing = alignment - bare;
  return missing >= EXTRA_HEAD ? missing : missing + alignment;
}

/** What local and central headers have in common, from `at`: version, no flags, stored, date, checksum and sizes. */
function putFacts(view: DataView, at: number, { bytes }: ZipEntry, nameBytes: number): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 8, DATE, true);
  view.setUint32(at + 10, crc32(bytes), true);
  view.setUint32(at + 14, bytes.length, true);
  view.setUint32(at + 18, bytes.length, true);
  view.setUint16(at + 22, nameBytes, true);
}

function localHeader(entry: ZipEntry, name: Uint8Array, padding: number): Uint8Array {
  const header = new Uint8Array(LOCAL_BYTES + name.length + padding);
  const view = new DataView(header.buffer);
  view.setUint32(0, 0x04034b50, true);
  putFacts(view, 4, entry, name.length);
  view.setUint16(28, padding, true);
  header.set(name, LOCAL_BYTES);
  if (padding > 0) {
    view.setUint16(LOCAL_BYTES + name.length, PADDING_ID, true);
    view.setUint16(LOCAL_BYTES + name.length + 2, padding - EXTRA_HEAD, true);
  }
  return header;
}

function centralHeader(entry: ZipEntry, name: Uint8Array, at: number): Uint8Array {
  const header = new Uint8Array(CENTRAL_BYTES + name.length);
  const view = new DataView(header.buffer);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, VERSION, true);
  putFacts(view, 6, entry, name.length);
  view.setUint32(42, at, true);
  header.set(name, CENTRAL_BYTES);
  return header;
}

function endRecord(count: number, centralBytes: number, at: number): Uint8Array {
  const record = new Uint8Array(END_BYTES);
  const view = new DataView(record.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, centralBytes, true);
  view.setUint32(16, at, true);
  return record;
}

/**
 * A ZIP whose entries are stored as they are, each beginning at a multiple of `alignment` bytes: programs map it into
 * memory. The same entries give the same bytes.
 */
export function storedZip(entries: readonly ZipEntry[], alignment: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = new TextEncoder().encode(entry.name);
    const local = localHeader(entry, name, paddingFor(at, name.length, alignment));
    central.push(centralHeader(entry, name, at));
    pieces.push(local, entry.bytes);
    at += local.length + entry.bytes.length;
  }
  const directory = joinBytes(central);
  return joinBytes([...pieces, directory, endRecord(entries.length, directory.length, at)]);
}
