import { statfs } from "node:fs/promises";
import { env } from "../env.ts";
import { AppError } from "../shared/errors.ts";

async function freeBytes(): Promise<number> {
  const { bavail, bsize } = await statfs(env().MAQUETTE_HOME);
  return bavail * bsize;
}

const inMb = (bytes: number) => `${Math.round(bytes / (1024 * 1024))} MB`;

/** `1200 MB free`. Throws a plain Error where less is free than is to stay. */
export async function probeDisk(): Promise<string> {
  const free = await freeBytes();
  const text = `${inMb(free)} free`;
  if (free < env().LEAST_FREE_DISK) throw new Error(`only ${text}`);
  return text;
}

/** Throws `insufficient_storage` where `bytes` more would take what is to stay free. */
export async function requireDiskSpace(bytes: number): Promise<void> {
  const free = await freeBytes();
  if (free - bytes >= env().LEAST_FREE_DISK) return;
  throw new AppError(
    "insufficient_storage",
    "There is no room for this just now. Nothing was taken; try again later.",
    { retryable: true, details: { free_bytes: free, needed_bytes: bytes } },
  );
}
