import { randomUUID } from "node:crypto";
import { z } from "zod";
import { notFound } from "../../../shared/errors.ts";
import { checkBlobKey } from "../key.ts";
import type { Blob, BlobInfo, ByteRange, OpenBlob, PutOptions } from "../port.ts";
import { linkSecret, signLink } from "../signature.ts";
import { readObject } from "./read-object.ts";
import type { ObjectStore } from "./store.ts";
import { writeObject } from "./write-object.ts";

export interface ObjectBlobOptions {
  store: ObjectStore;
  /** Signs the links. */
  secret: string;
  /** 32 bytes that encrypt personal files; asked for when the first one is stored or read. */
  masterKey: () => Promise<Uint8Array>;
  now?: () => Date;
}

const ENTRY = "application/json";
/** No key may contain it. */
const ENTRY_SUFFIX = "~entry";

const entrySchema = z.object({
  path: z.string(),
  contentType: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  personal: z.boolean(),
  /** Milliseconds since 1970. */
  storedAtMs: z.number().optional(),
});
type Entry = z.infer<typeof entrySchema>;

/**
 * Files in a rented store, laid out as in the folder: a key's entry names the object that holds its
 * content, each content has a path of its own. So a put is visible in one step, a reader never mixes two
 * contents, no cache between us and the store can answer an old one, and stores without metadata will do.
 */
export function createObjectBlob(options: ObjectBlobOptions): Blob {
  const { store } = options;
  const secret = linkSecret(options.secret);
  const now = options.now ?? (() => new Date());
  const entryPath = (key: string) => `entries/${checkBlobKey(key)}${ENTRY_SUFFIX}`;
  const findEntry = async (key: string): Promise<Entry | null> => {
    const stream = await store.get(entryPath(key), { fresh: true });
    return stream && entrySchema.parse(await new Response(stream as BodyInit).json());
  };

  async function put(
    key: string,
    body: Uint8Array | ReadableStream<Uint8Array>,
    { contentType, personal = false }: PutOptions,
  ) {
    const target = entryPath(key);
    const before = await findEntry(key);
    const path = `data/${randomUUID()}`;
    const masterKey = personal ? await options.masterKey() : null;
    const stored = await writeObject(store, { path, key, contentType, body, masterKey });
    const storedAtMs = now().getTime();
    const entry: Entry = { path, contentType, personal, storedAtMs, ...stored };
    await store.put(target, new TextEncoder().encode(JSON.stringify(entry)), ENTRY);
    if (before) await store.delete([before.path]);
    return stored;
  }

  async function openEntry(key: string, entry: Entry, range?: ByteRange): Promise<OpenBlob | null> {
    const masterKey = entry.personal ? await options.masterKey() : null;
    const stream = await readObject(store, { ...entry, key, masterKey }, range);
    return stream && { ...toInfo(key, entry), stream };
  }

  async function get(key: string, range?: ByteRange): Promise<OpenBlob | null> {
    const entry = await findEntry(key);
    if (!entry) return null;
    const opened = await openEntry(key, entry, range);
    if (opened) return opened;
    // Replaced between reading the entry and its object: the new entry names a new object.
    const newer = await findEntry(key);
    return newer && newer.path !== entry.path ? openEntry(key, newer, range) : null;
  }

  return {
    name: store.name,
    put,
    get,
    async info(key) {
      const entry = await findEntry(key);
      return entry && toInfo(key, entry);
    },
    async read(key) {
      const found = await get(key);
      if (!found) throw notFound("file");
      return new Uint8Array(await new Response(found.stream as BodyInit).arrayBuffer());
    },
    async delete(keys) {
      const paths = [...new Set(keys)].map(async (key) => {
        const entry = await findEntry(key);
        return entry ? [entryPath(key), entry.path] : [];
      });
      await store.delete((await Promise.all(paths)).flat());
    },
    async signedUrl(key, link) {
      return signLink(secret, checkBlobKey(key), link, now());
    },
    async list(prefix) {
      const paths = await store.list(`entries/${prefix}`);
      return paths
        .filter((path) => path.endsWith(ENTRY_SUFFIX))
        .map((path) => path.slice("entries/".length, -ENTRY_SUFFIX.length))
        .sort();
    },
    directUploads: {
      link: (place, link) => store.uploadLink(checkBlobKey(place), link),
      open: (place) => store.get(checkBlobKey(place), { fresh: true }),
      delete: (places) => store.delete(places),
      list: (prefix) => store.list(prefix),
    },
  };
}

function toInfo(key: string, entry: Entry): BlobInfo {
  const { contentType, bytes, sha256, personal, storedAtMs } = entry;
  const storedAt = storedAtMs === undefined ? null : new Date(storedAtMs);
  return { key, contentType, bytes, sha256, personal, storedAt };
}
