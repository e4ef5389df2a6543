import { createHash } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { unzipSync } from "fflate";
import type { FalFile } from "./capabilities.ts";
import { badResult, gone, refusalOf, unreachable } from "./errors.ts";

export interface FetchedFile {
  bytes: Uint8Array;
  filename: string;
  sha256: string;
}

const LARGEST_BYTES = 200 * 1024 * 1024;
const LARGEST_UNPACKED_BYTES = 512 * 1024 * 1024;
const WITHIN_MS = 120_000;
const TRIES = 3;
const AGAIN_MS = 300;
/** Of what a package holds, best first. */
const WANTED = [".glb", ".obj", ".stl"];

/**
 * The bytes of a file at fal, whole. Throws a retryable `unavailable` where the connection breaks again and again, and
 * a final one where the file is gone or too large.
 */
export async function fetchFile(file: FalFile, signal?: AbortSignal): Promise<FetchedFile> {
  for (let attempt = 1; ; attempt++) {
    try {
      const bytes = await fetchBytes(file.url, signal);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      return { bytes, filename: file.filename, sha256 };
    } catch (thrown) {
      signal?.throwIfAborted();
      const error = unreachable(thrown);
      if (!error.retryable || attempt === TRIES) throw error;
      await delay(AGAIN_MS * attempt, undefined, { ...(signal && { signal }) });
    }
  }
}

async function fetchBytes(url: string, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const late = AbortSignal.timeout(WITHIN_MS);
  const response = await fetch(url, { signal: signal ? AbortSignal.any([signal, late]) : late });
  if ([403, 404, 410].includes(response.status)) throw gone(new Error(`${response.status}`));
  if (!response.ok) throw await refusalOf(response, "");
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > LARGEST_BYTES)
      throw badResult("The provider's file is too large to take. Try again with fewer faces.");
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

const startsWith = (bytes: Uint8Array, text: string) =>
  Buffer.from(bytes.subarray(0, text.length)).toString("latin1") === text;

/** A 3D file that can be read here: of a package its best model. Throws where it holds none, or an FBX alone. */
export function readableModel({ bytes, filename, sha256 }: FetchedFile): FetchedFile {
  if (bytes.length === 0) throw badResult("The provider's file is empty. Try again.");
  if (startsWith(bytes, "Kaydara FBX") || filename.toLowerCase().endsWith(".fbx")) throw fbx();
  if (!startsWith(bytes, "PK")) return { bytes, filename, sha256 };
  const entries = unpacked(bytes);
  const names = Object.keys(entries);
  if (names.some((name) => name.startsWith("3D/"))) return { bytes, filename, sha256 };
  for (const ending of WANTED) {
    const name = names.find((one) => one.toLowerCase().endsWith(ending));
    if (name) return { bytes: entries[name]!, filename: name.split("/").at(-1)!, sha256 };
  }
  if (names.some((name) => name.toLowerCase().endsWith(".fbx"))) throw fbx();
  throw badResult("The provider's package holds no model that can be read. Try again.");
}

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        if (total > LARGEST_UNPACKED_BYTES) throw new Error("too large unpacked");
        return /\.(glb|obj|stl|fbx|model)$/i.test(name);
      },
    });
  } catch (cause) {
    throw badResult("The provider's package cannot be opened. Try again.", cause);
  }
}

const fbx = () =>
  badResult(
    "The provider made an FBX, which cannot be read here. Try again, or take another model.",
  );
