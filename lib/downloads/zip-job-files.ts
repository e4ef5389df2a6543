import { Zip, ZipPassThrough } from "fflate";
import type { Blob } from "#lib/adapters/blob/port.ts";
import { notFound } from "#lib/shared/errors.ts";
import type { JobFile } from "./list-job-files.ts";

/** ZIP's clock starts in 1980; a fixed time gives the same archive for the same files. */
const FIXED_TIME = new Date("1980-01-01T00:00:00Z");

/**
 * A ZIP of the files with a `manifest.json` (name, format, bytes, sha256 of each), made while it is
 * read: no file is held in memory whole.
 */
export function zipJobFiles(
  blob: Blob,
  files: JobFile[],
  facts: Record<string, unknown>,
): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const manifest = { ...facts, files: files.map(({ blobKey: _, ...shown }) => shown) };
  const write = async () => {
    const zip = new Zip((error, piece) => {
      // A failed write is the reader's leaving; `ready` below tells.
      if (!error) writer.write(piece).catch(() => {});
    });
    for (const file of files) await copyInto(zip, writer, blob, file);
    const entry = openEntry(zip, "manifest.json");
    entry.push(new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`), true);
    zip.end();
    await writer.close();
  };
  write().catch((error: unknown) => writer.abort(error).catch(() => {}));
  return readable;
}

async function copyInto(
  zip: Zip,
  writer: WritableStreamDefaultWriter<Uint8Array>,
  blob: Blob,
  { filename, blobKey }: JobFile,
): Promise<void> {
  const opened = await blob.get(blobKey);
  if (!opened) throw notFound("file");
  const entry = openEntry(zip, filename);
  for await (const piece of opened.stream) {
    entry.push(piece);
    await writer.ready;
  }
  entry.push(new Uint8Array(), true);
}

/** Models and WebP hardly shrink: they are stored as they are. */
function openEntry(zip: Zip, name: string): ZipPassThrough {
  const entry = new ZipPassThrough(name);
  entry.mtime = FIXED_TIME;
  zip.add(entry);
  return entry;
}
