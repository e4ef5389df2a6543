import path from "node:path";
import type { Env } from "../../env.ts";
import { secretFromFile } from "../secret-file.ts";
import { createFolderBlob } from "./folder.ts";
import { createObjectBlob } from "./objects/object-blob.ts";
import type { ObjectStore } from "./objects/store.ts";
import type { Blob } from "./port.ts";
import { createS3Store } from "./s3/store.ts";
import { s3Endpoint } from "./upload-origin.ts";
import { createVercelStore } from "./vercel/store.ts";

/** The file store that the environment chooses: S3_*, then Vercel Blob's token, else a folder under MAQUETTE_HOME. */
export function createBlob(env: Env): Blob {
  const secret = env.NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set: it signs file links.");
  let key: Promise<Uint8Array> | undefined;
  const masterKey = () => {
    key ??= personalFilesKey(env);
    return key;
  };
  const store = createObjectStore(env);
  if (store) return createObjectBlob({ store, secret, masterKey });
  return createFolderBlob({ folder: path.join(env.MAQUETTE_HOME, "blobs"), secret, masterKey });
}

/** The rented store of the environment, null where files stay in the folder. Throws where it is half named. */
export function createObjectStore(env: Env): ObjectStore | null {
  if (env.S3_BUCKET) return createS3Store(s3Options(env, env.S3_BUCKET));
  if (!env.BLOB_READ_WRITE_TOKEN) return null;
  return createVercelStore({ token: env.BLOB_READ_WRITE_TOKEN, apiUrl: env.VERCEL_BLOB_API_URL });
}

function s3Options(env: Env, bucket: string) {
  const { S3_REGION: region, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env;
  if (!S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) {
    throw new Error("S3_BUCKET needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY beside it.");
  }
  return {
    endpoint: s3Endpoint(env),
    bucket,
    region,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  };
}

async function personalFilesKey(env: Env): Promise<Uint8Array> {
  if (!env.PERSONAL_FILES_KEY) {
    return secretFromFile(path.join(env.MAQUETTE_HOME, "secrets", "personal-files.key"));
  }
  const key = new Uint8Array(Buffer.from(env.PERSONAL_FILES_KEY, "base64"));
  if (key.length !== 32) throw new Error("PERSONAL_FILES_KEY is not 32 bytes in base64.");
  return key;
}
