import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const NAME = "manifest.json";

const manifest = z.object({
  format: z.literal(1),
  createdAt: z.string(),
  /** Where the files lay: folder, s3 or vercel-blob. */
  store: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), rows: z.int() })),
  /** SHA-256 of every other file of the backup, by its path. */
  files: z.record(z.string(), z.string()),
});
export type Manifest = z.infer<typeof manifest>;

/** Written last: a backup without it was cut off. */
export async function writeManifest(
  folder: string,
  facts: Omit<Manifest, "format" | "files">,
): Promise<Manifest> {
  const written: Manifest = { format: 1, ...facts, files: await hashesOf(folder) };
  await writeFile(path.join(folder, NAME), `${JSON.stringify(written, null, 2)}\n`, {
    mode: 0o600,
  });
  return written;
}

/** The manifest of a whole backup. Throws where it was cut off, or a file is missing, changed or added. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, NAME), "utf8").catch(() => null);
  if (text === null) throw new Error(`${folder} is no whole backup: it has no ${NAME}.`);
  const read = manifest.parse(JSON.parse(text));
  const found = await hashesOf(folder);
  for (const name of new Set([...Object.keys(read.files), ...Object.keys(found)])) {
    if (read.files[name] !== found[name]) {
      throw new Error(`The backup is damaged at ${name}. Nothing was changed.`);
    }
  }
  return read;
}

async function hashesOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const hashes: Record<string, string> = {};
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).split(path.sep).join("/");
    if (name === NAME) continue;
    const hash = createHash("sha256");
    for await (const piece of createReadStream(file)) hash.update(piece as Buffer);
    hashes[name] = hash.digest("hex");
  }
  return hashes;
}
