import { describe, expect, test } from "vitest";
import { createBlob } from "#lib/adapters/blob/index.ts";
import { createObjectBlob } from "#lib/adapters/blob/objects/object-blob.ts";
import type { ObjectStore } from "#lib/adapters/blob/objects/store.ts";
import { createS3Store } from "#lib/adapters/blob/s3/store.ts";
import { createVercelStore, storageUrl } from "#lib/adapters/blob/vercel/store.ts";
import { parseEnv } from "#lib/env.ts";
import { isAppError } from "#lib/shared/errors.ts";
import { openVercelBlobDouble } from "#tests/doubles/vercel-blob/server.ts";
import { HASTE, rented, VERCEL_TOKEN } from "./stores.ts";

const { s3, vercel } = rented;
const PLAIN = { contentType: "text/plain" };
const content = new Uint8Array(100_000).fill(5);

const blobOf = (store: ObjectStore) =>
  createObjectBlob({ store, secret: "s", masterKey: async () => new Uint8Array(32) });

const CASES = [
  {
    name: "an S3-compatible store",
    double: s3.double,
    blob: blobOf(createS3Store(s3.options)),
    wrongKey: blobOf(createS3Store({ ...s3.options, secretAccessKey: "not the secret" })),
    unreachable: blobOf(createS3Store({ ...s3.options, endpoint: "http://127.0.0.1:9" })),
    secret: s3.options.secretAccessKey,
  },
  {
    name: "Vercel Blob",
    double: vercel.double,
    blob: blobOf(createVercelStore(vercel.options)),
    wrongKey: blobOf(createVercelStore({ ...vercel.options, token: "vercel_blob_rw_Store1_no" })),
    unreachable: blobOf(createVercelStore({ ...vercel.options, apiUrl: "http://127.0.0.1:9" })),
    secret: "thesecret",
  },
];

async function refusal(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!isAppError(error)) throw new Error("was not refused");
  return error;
}

describe.each(CASES)("$name", ({ double, blob, wrongKey, unreachable, secret }) => {
  test("a wrong key is said to be one, and is not tried again", async () => {
    for (const work of [
      () => wrongKey.put("a.txt", content, PLAIN),
      () => wrongKey.read("a.txt"),
      () => wrongKey.list(""),
    ]) {
      const before = double.requests.length;
      const error = await refusal(work());
      expect(error).toMatchObject({ code: "unavailable", retryable: false });
      expect(error.userMessage).toContain("refuses this site's key");
      expect(JSON.stringify([error.message, String(error.cause)])).not.toContain(secret);
      expect(double.requests.length - before).toBe(1);
    }
  });

  test("a connection cut in the middle of a file is an error, never a short file", async () => {
    await blob.put("cut.bin", content, PLAIN);
    double.mishaps.push("none", "cut");
    const opened = await blob.get("cut.bin");
    await expect(new Response(opened?.stream as BodyInit).arrayBuffer()).rejects.toThrow();
    double.mishaps.push("cut");
    await expect(blob.info("cut.bin")).rejects.toThrow();
    expect((await blob.read("cut.bin")).length).toBe(100_000);
  });

  test("a service that stays busy is told with the time it asks for", async () => {
    double.mishaps.push(
      ...[1, 2, 3].map(() => ({
        status: 429,
        headers: { "retry-after": "0" },
        code: "rate_limited",
      })),
    );
    const error = await refusal(blob.info("busy.txt"));
    double.mishaps.length = 0;
    expect(error).toMatchObject({ code: "unavailable", retryable: true });
    expect(error.userMessage).toContain("busy");
  });

  test("one failure of the service in between is not seen", async () => {
    await blob.put("between.txt", content, PLAIN);
    double.mishaps.push({ status: 503 });
    expect((await blob.read("between.txt")).length).toBe(100_000);
  });

  test("a service that is away is told as that", async () => {
    const error = await refusal(unreachable.info("a.txt"));
    expect(error).toMatchObject({ code: "unavailable", retryable: true });
    expect(error.userMessage).toContain("cannot be reached");
  });
});

test("a read of a file just replaced is never answered from the cache before the store", async () => {
  const blob = blobOf(createVercelStore(vercel.options));
  await blob.put("fresh.txt", new TextEncoder().encode("old"), PLAIN);
  await blob.put("fresh.txt", new TextEncoder().encode("new"), PLAIN);
  expect(vercel.double.cached.size).toBeGreaterThan(0);
  expect(new TextDecoder().decode(await blob.read("fresh.txt"))).toBe("new");
});

test("a public Vercel store is refused: nothing is put where the world could read it", async () => {
  const token = "vercel_blob_rw_Open_secret";
  const open = await openVercelBlobDouble({ token, access: "public" });
  process.env.VERCEL_BLOB_API_URL = open.url;
  const store = createVercelStore({ token, apiUrl: open.url, patience: HASTE });
  await refusal(blobOf(store).put("a.txt", content, PLAIN));
  expect(open.objects.size).toBe(0);
  process.env.VERCEL_BLOB_API_URL = vercel.double.url;
  await open.close();
});

test("files of a private store are read at its own host, in lower case", () => {
  expect(storageUrl({ token: "vercel_blob_rw_AbC1_x" })).toBe(
    "https://abc1.private.blob.vercel-storage.com",
  );
});

test("the environment names the store: S3, then Vercel Blob, then the folder", () => {
  const named = (variables: Record<string, string>) =>
    createBlob(parseEnv({ NEXTAUTH_SECRET: "s", ...variables })).name;
  const bucket = { S3_BUCKET: "b", S3_ACCESS_KEY_ID: "k", S3_SECRET_ACCESS_KEY: "s" };
  expect(named({})).toBe("folder");
  expect(named({ BLOB_READ_WRITE_TOKEN: VERCEL_TOKEN })).toBe("vercel-blob");
  expect(named({ BLOB_READ_WRITE_TOKEN: VERCEL_TOKEN, ...bucket })).toBe("s3");
  expect(() => named({ S3_BUCKET: "b" })).toThrow("S3_SECRET_ACCESS_KEY");
});
