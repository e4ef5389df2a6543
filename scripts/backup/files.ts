import { createReadStream, createWriteStream } from "node:fs";
import { cp, mkdir, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeWebStream } from "node:stream/web";
import { createObjectStore } from "../../lib/adapters/blob/index.ts";
import { PART_BYTES, piecesOfSize } from "../../lib/adapters/blob/objects/pieces.ts";
import type { ObjectStore } from "../../lib/adapters/blob/objects/store.ts";
import type { Env } from "../../lib/env.ts";

/** What of the state folder is kept; the rest is made anew or lives for a moment. */
const KEPT_STATE = ["secrets.json", "secrets", "demo.json"];
const FOLDER_STORE = "blobs";
/** What a rented store holds of ours. */
const PREFIXES = ["entries/", "data/"];

const isThere = async (file: string) => (await stat(file).catch(() => null)) !== null;

/**
 * Copies secrets and files into a backup. Files go as they lie: what is encrypted stays so, and opens only with the
 * secrets beside it. Answers where they came from.
 */
export async function copyFilesOut(env: Env, folder: string): Promise<string> {
  await copyState(env.MAQUETTE_HOME, path.join(folder, "state"));
  const target = path.join(folder, "files");
  await mkdir(target, { recursive: true, mode: 0o700 });
  const store = createObjectStore(env);
  if (store) {
    await takeObjects(store, target);
    return store.name;
  }
  const source = path.join(env.MAQUETTE_HOME, FOLDER_STORE);
  if (await isThere(source)) await cp(source, target, { recursive: true });
  return "folder";
}

/** Throws where files of a rented store would have to go to a folder, or the other way round: they are laid out otherwise. */
export function requireStoreLike(env: Env, from: string): void {
  const isRented = createObjectStore(env) !== null;
  if (isRented === (from !== "folder")) return;
  throw new Error(
    `The files of this backup lay in: ${from}. Name such a store, or none for the folder. Nothing was changed.`,
  );
}

/** Brings them back: to the folder, or into the rented store that the environment names. */
export async function copyFilesIn(env: Env, folder: string): Promise<void> {
  const store = createObjectStore(env);
  await copyState(path.join(folder, "state"), env.MAQUETTE_HOME);
  const source = path.join(folder, "files");
  if (store) await putObjects(store, source);
  else await cp(source, path.join(env.MAQUETTE_HOME, FOLDER_STORE), { recursive: true });
}

async function copyState(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const name of KEPT_STATE) {
    const source = path.join(from, name);
    if (await isThere(source)) await cp(source, path.join(to, name), { recursive: true });
  }
}

async function takeObjects(store: ObjectStore, target: string): Promise<void> {
  for (const prefix of PREFIXES) {
    for (const name of await store.list(prefix)) {
      const stream = await store.get(name, { fresh: true });
      if (!stream) continue;
      const file = path.join(target, name);
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      const body = Readable.fromWeb(stream as unknown as NodeWebStream);
      await pipeline(body, createWriteStream(file, { mode: 0o600 }));
    }
  }
}

/** Contents before the entries that name them. */
async function putObjects(store: ObjectStore, source: string): Promise<void> {
  for (const prefix of [...PREFIXES].reverse()) {
    const folder = path.join(source, prefix);
    if (!(await isThere(folder))) continue;
    const names = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const entry of names.filter((one) => one.isFile())) {
      const file = path.join(entry.parentPath, entry.name);
      const name = path.relative(source, file).split(path.sep).join("/");
      await putObject(store, name, file);
    }
  }
}

const CONTENT_TYPE = "application/octet-stream";

async function putObject(store: ObjectStore, name: string, file: string): Promise<void> {
  const parts = piecesOfSize(createReadStream(file), PART_BYTES);
  const first = (await parts.next()).value as Uint8Array;
  if (first.length < PART_BYTES) return store.put(name, first, CONTENT_TYPE);
  const upload = await store.startParts(name, CONTENT_TYPE);
  await upload.put(1, first);
  let number = 1;
  for await (const part of parts) {
    number += 1;
    await upload.put(number, part);
  }
  await upload.complete();
}
