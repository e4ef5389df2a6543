import { randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, open, readFile, rm } from "node:fs/promises";
import path from "node:path";

const KEY_BYTES = 32;

/**
 * 32 secret bytes kept in a file of mode 600, made the first time. Whoever makes it at the same time, in this
 * process or another, ends with the same bytes: the file is linked into place complete, and the first link wins.
 */
export async function secretFromFile(file: string): Promise<Uint8Array> {
  const kept = await readSecret(file);
  if (kept) return kept;
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.${randomUUID()}`;
  const handle = await open(/* turbopackIgnore: true */ temporary, "w", 0o600);
  try {
    await handle.writeFile(randomBytes(KEY_BYTES));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await link(temporary, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(temporary, { force: true });
  const made = await readSecret(file);
  if (!made) throw new Error(`The secret ${file} could not be made.`);
  return made;
}

async function readSecret(file: string): Promise<Uint8Array | null> {
  const bytes = await readFile(/* turbopackIgnore: true */ file).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    },
  );
  if (bytes && bytes.length !== KEY_BYTES) throw new Error(`The secret ${file} is damaged.`);
  return bytes;
}
