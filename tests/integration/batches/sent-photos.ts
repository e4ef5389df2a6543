import { mkdtempSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import type { UploadedFile } from "#lib/http/multipart.ts";
import { home } from "../http/environment.ts";

async function small(): Promise<Uint8Array> {
  const create = { width: 32, height: 24, channels: 3 as const, background: "#c63" };
  return new Uint8Array(await sharp({ create }).jpeg().toBuffer());
}

/** Photos as a form leaves them on disk: small ones of one colour, or copies of the one given. */
export async function sentPhotos(
  names: readonly string[],
  given?: Uint8Array,
): Promise<UploadedFile[]> {
  const bytes = given ?? (await small());
  const folder = mkdtempSync(path.join(home, "sent-"));
  return names.map((filename, index) => {
    const file = path.join(folder, String(index));
    writeFileSync(file, bytes);
    return {
      ...{ field: "files", filename, mediaType: "image/jpeg", sha256: "", isTruncated: false },
      bytes: bytes.length,
      path: () => file,
      read: async () => bytes,
      stream: () => new Blob([bytes as BlobPart]).stream(),
    };
  });
}
