import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, unlink } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { notFound } from "../../shared/errors.ts";
import { type DataFile, writeDataFile } from "./data-file.ts";
import { checkBlobKey } from "./key.ts";
import type { Blob, BlobInfo, ByteRange, OpenBlob, PutOptions, SignedUrlOptions } from "./port.ts";
import { readDataFile } from "./read-data-file.ts";
import { linkSecret, signLink } from "./signature.ts";

export interface FolderBlobOptions {
  /** Folder of the store; made when missing. */
  folder: string;
  /** Signs the links. */
  secret: string;
  /** 32 bytes that encrypt personal files; asked for when the first one is stored or read. */
  masterKey: () => Promise<Uint8Array>;
  now?: () => Date;
}

/** No key may contain it, so an entry never collides with a folder of longer keys. */
const ENTRY_SUFFIX = "~entry";

const entrySchema = z.object({
  file: z.string(),
  contentType: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  personal: z.boolean(),
  /** Milliseconds since 1970. */
  storedAtMs: z.number().optional(),
});
type Entry = z.infer<typeof entrySchema>;

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === "ENOENT";

/**
 * Files in a folder. A key's entry names the data file that holds its content; renaming the entry
 * into place is the one step that makes a put visible, so a reader sees the old content or the new.
 */
export function createFolderBlob(options: FolderBlobOptions): Blob {
  const secret = linkSecret(options.secret);
  const entries = path.join(options.folder, "entries");
  const data = path.join(options.folder, "data");
  const now = options.now ?? (() => new Date());
  const entryPath = (key: string) => path.join(entries, `${checkBlobKey(key)}${ENTRY_SUFFIX}`);

  async function findEntry(key: string): Promise<Entry | null> {
    try {
      return entrySchema.parse(
        JSON.parse(await readFile(/* turbopackIgnore: true */ entryPath(key), "utf8")),
      );
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async function put(
    key: string,
    body: Uint8Array | ReadableStream<Uint8Array>,
    { contentType, personal = false }: PutOptions,
  ) {
    const target = entryPath(key);
    const before = await findEntry(key);
    const file = path.join(randomUUID().slice(0, 2), randomUUID());
    const masterKey = personal ? await options.masterKey() : null;
    const stored = await writeDataFile(path.join(data, file), key, body, masterKey);
    const storedAtMs = now().getTime();
    await writeEntry(target, { file, contentType, personal, storedAtMs, ...stored });
    if (before) await rm(path.join(data, before.file), { force: true });
    return stored;
  }

  async function openEntry(key: string, entry: Entry, range?: ByteRange): Promise<OpenBlob> {
    const source: DataFile = {
      path: path.join(data, entry.file),
      key,
      bytes: entry.bytes,
      masterKey: entry.personal ? await options.masterKey() : null,
    };
    return { ...toInfo(key, entry), stream: await readDataFile(source, range) };
  }

  async function get(key: string, range?: ByteRange): Promise<OpenBlob | null> {
    const entry = await findEntry(key);
    if (!entry) return null;
    try {
      return await openEntry(key, entry, range);
    } catch (error) {
      if (!isMissing(error)) throw error;
      // Replaced between reading the entry and opening its file: the new entry has a new file.
      const newer = await findEntry(key);
      return newer ? openEntry(key, newer, range) : null;
    }
  }

  return {
    name: "folder",
    put,
    get,
    async info(key) {
      const entry = await findEntry(key);
      return entry ? toInfo(key, entry) : null;
    },
    async read(key) {
      const found = await get(key);
      if (!found) throw notFound("file");
      return new Uint8Array(await new Response(found.stream as BodyInit).arrayBuffer());
    },
    async delete(keys) {
      for (const key of keys) {
        const entry = await findEntry(key);
        if (!entry) continue;
        await unlink(entryPath(key)).catch(ignoreMissing);
        await rm(path.join(data, entry.file), { force: true });
      }
    },
    async signedUrl(key: string, link: SignedUrlOptions) {
      return signLink(secret, checkBlobKey(key), link, now());
    },
    list: (prefix) => listKeys(entries, prefix),
    directUploads: null,
  };
}

function ignoreMissing(error: unknown): void {
  if (!isMissing(error)) throw error;
}

function toInfo(key: string, entry: Entry): BlobInfo {
  const { contentType, bytes, sha256, personal, storedAtMs } = entry;
  const storedAt = storedAtMs === undefined ? null : new Date(storedAtMs);
  return { key, contentType, bytes, sha256, personal, storedAt };
}

async function writeEntry(target: string, entry: Entry): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const temporary = `${target}.${createHash("sha256").update(entry.file).digest("hex").slice(0, 12)}`;
  const handle = await open(/* turbopackIgnore: true */ temporary, "w", 0o600);
  try {
    await handle.writeFile(JSON.stringify(entry));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, target);
}

async function listKeys(folder: string, prefix: string): Promise<string[]> {
  const found = await readdir(/* turbopackIgnore: true */ folder, { recursive: true }).catch(
    (error: unknown) => {
      ignoreMissing(error);
      return [] as string[];
    },
  );
  return found
    .map((name) => name.split(path.sep).join("/"))
    .filter((name) => name.endsWith(ENTRY_SUFFIX) && name.startsWith(prefix))
    .map((name) => name.slice(0, -ENTRY_SUFFIX.length))
    .sort();
}
