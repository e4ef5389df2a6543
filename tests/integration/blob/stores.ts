import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { createFolderBlob } from "#lib/adapters/blob/folder.ts";
import { createObjectBlob } from "#lib/adapters/blob/objects/object-blob.ts";
import type { ObjectStore } from "#lib/adapters/blob/objects/store.ts";
import type { Blob } from "#lib/adapters/blob/port.ts";
import { createS3Store } from "#lib/adapters/blob/s3/store.ts";
import { createVercelStore } from "#lib/adapters/blob/vercel/store.ts";
import { openS3Double } from "#tests/doubles/s3/server.ts";
import { openVercelBlobDouble } from "#tests/doubles/vercel-blob/server.ts";

/** A file store under test, with a look at what lies in it. */
export interface StoreUnderTest {
  name: string;
  blob: Blob;
  /** The same files, opened with another master key. */
  thief: Blob;
  /** The stored contents, as they lie there. */
  contents(): Uint8Array[];
}

const SECRET = "a secret of this test";
const KEY = new Uint8Array(32).fill(7);
const OTHER_KEY = new Uint8Array(32).fill(8);

/** No test waits for a second try. */
export const HASTE = { tries: 3, firstWaitMs: 1, timeoutMs: 5000 };

function folderStore(): StoreUnderTest {
  const folder = mkdtempSync(path.join(tmpdir(), "maquette-blob-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const open = (key: Uint8Array) =>
    createFolderBlob({ folder, secret: SECRET, masterKey: async () => key });
  const files = () =>
    readdirSync(path.join(folder, "data"), { recursive: true, encoding: "utf8" })
      .map((file) => path.join(folder, "data", file))
      .filter((file) => statSync(file).isFile());
  return {
    name: "the folder",
    blob: open(KEY),
    thief: open(OTHER_KEY),
    contents: () => files().map((file) => new Uint8Array(readFileSync(file))),
  };
}

function rentedStore(
  name: string,
  store: ObjectStore,
  objects: ReadonlyMap<string, { bytes: Buffer }>,
): StoreUnderTest {
  const open = (key: Uint8Array) =>
    createObjectBlob({ store, secret: SECRET, masterKey: async () => key });
  return {
    name,
    blob: open(KEY),
    thief: open(OTHER_KEY),
    contents: () =>
      [...objects].filter(([key]) => key.startsWith("data/")).map(([, { bytes }]) => bytes),
  };
}

export const S3_KEYS = { bucket: "files", secretAccessKey: "the secret of this bucket" };
export const VERCEL_TOKEN = "vercel_blob_rw_Store1_thesecret";

export const openS3 = async () => {
  const double = await openS3Double({ ...S3_KEYS, pageSize: 2 });
  afterAll(() => double.close());
  const options = {
    ...S3_KEYS,
    endpoint: double.url,
    region: "eu-central-1",
    accessKeyId: "AKIDOFTHISTEST",
    patience: HASTE,
  };
  return { double, options };
};

export const openVercel = async () => {
  // The client takes its address and its patience from nowhere else.
  process.env.VERCEL_BLOB_RETRIES = "0";
  const double = await openVercelBlobDouble({ token: VERCEL_TOKEN, pageSize: 2 });
  afterAll(() => double.close());
  process.env.VERCEL_BLOB_API_URL = double.url;
  return { double, options: { token: VERCEL_TOKEN, apiUrl: double.url, patience: HASTE } };
};

const s3 = await openS3();
const vercel = await openVercel();

/** Every implementation of the port. */
export const STORES: readonly StoreUnderTest[] = [
  folderStore(),
  rentedStore("an S3-compatible store", createS3Store(s3.options), s3.double.objects),
  rentedStore("Vercel Blob", createVercelStore(vercel.options), vercel.double.objects),
];

export const rented = { s3, vercel };
