import type { Env } from "../../env.ts";

type StoreEnv = Pick<
  Env,
  "S3_BUCKET" | "S3_ENDPOINT" | "S3_REGION" | "BLOB_READ_WRITE_TOKEN" | "VERCEL_BLOB_API_URL"
>;

/** Address of the S3 service that the environment names, or of Amazon's in its region. */
export const s3Endpoint = (env: Pick<Env, "S3_ENDPOINT" | "S3_REGION">) =>
  env.S3_ENDPOINT ?? `https://s3.${env.S3_REGION}.amazonaws.com`;

/** Address of Vercel Blob's API. */
export const VERCEL_API_URL = "https://vercel.com/api/blob";

/** Origin that pages send large files to, past the app; undefined where the app takes them. */
export function uploadOrigin(env: StoreEnv): string | undefined {
  if (env.S3_BUCKET) return new URL(s3Endpoint(env)).origin;
  if (!env.BLOB_READ_WRITE_TOKEN) return undefined;
  return new URL(env.VERCEL_BLOB_API_URL ?? VERCEL_API_URL).origin;
}
