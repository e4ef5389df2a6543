import "../http/environment.ts";
import { appendFileSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import pg from "pg";
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import { createBlob } from "#lib/adapters/blob/index.ts";
import { createDesign } from "#lib/designs/create-design.ts";
import { parseEnv } from "#lib/env.ts";
import { uploadImage } from "#lib/images/upload-image.ts";
import { openS3Double } from "#tests/doubles/s3/server.ts";
import { bringBack } from "../../../scripts/backup/bring-back.ts";
import { listTables } from "../../../scripts/backup/tables.ts";
import { takeBackup } from "../../../scripts/backup/take-backup.ts";
import { servePostgres } from "../../../scripts/database/embedded-postgres.ts";
import { openStudio } from "../designs/studio.ts";
import { home } from "../http/environment.ts";

const place = mkdtempSync(path.join(tmpdir(), "maquette-backup-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));
const databaseUrl = process.env.DATABASE_URL ?? "";
const SECRET = { NEXTAUTH_SECRET: "a secret of this test, long enough" };
const here = parseEnv({ ...SECRET, MAQUETTE_HOME: home });

async function emptyDatabase(): Promise<string> {
  const database = await PGlite.create({ extensions: { vector } });
  const served = await servePostgres(database);
  afterAll(() => served.close());
  return served.url;
}

/** Every row of every table, as text. */
async function contentOf(url: string): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const content: Record<string, string[]> = {};
  for (const { name } of await listTables(client)) {
    const { rows } = await client.query<{ line: string }>(
      `SELECT to_jsonb(one)::text AS line FROM "${name}" one ORDER BY 1`,
    );
    content[name] = rows.map(({ line }) => line);
  }
  await client.end();
  return content;
}

const studio = await openStudio();
await createDesign(studio.ctx, { kind: "ring", spec: { style: "plain", bandWidthMm: 3 } });
const photo = new Uint8Array(
  await sharp({ create: { width: 40, height: 30, channels: 3, background: "#37a" } })
    .png()
    .toBuffer(),
);
await uploadImage(studio.ctx, { bytes: photo, maxBytes: 1e6 });
const { blobKey } = await studio.ctx.db.image.findFirstOrThrow({ where: { source: "upload" } });

describe("a backup", () => {
  test("brought back into an empty database and another folder is what was there", async () => {
    const folder = path.join(place, "one");
    const manifest = await takeBackup(here, { databaseUrl, folder });
    expect(manifest.store).toBe("folder");
    expect(statSync(folder).mode & 0o077).toBe(0);
    const there = parseEnv({ ...SECRET, MAQUETTE_HOME: path.join(place, "home") });
    const other = await emptyDatabase();
    await bringBack(there, { databaseUrl: other, folder });
    expect(await contentOf(other)).toEqual(await contentOf(databaseUrl));
    const [before, after] = [createBlob(here), createBlob(there)];
    expect(await after.info(blobKey)).toMatchObject({ personal: true });
    expect(Buffer.compare(await after.read(blobKey), await before.read(blobKey))).toBe(0);
    expect(await after.list("")).toEqual(await before.list(""));
  });

  test("of a rented store brings its files back into another one", async () => {
    const keys = { bucket: "files", secretAccessKey: "s" };
    const [from, to] = [await openS3Double(keys), await openS3Double(keys)];
    afterAll(() => Promise.all([from.close(), to.close()]));
    const storeAt = (url: string, name: string) =>
      parseEnv({
        ...SECRET,
        MAQUETTE_HOME: path.join(place, name),
        S3_ENDPOINT: url,
        S3_BUCKET: "files",
        S3_ACCESS_KEY_ID: "k",
        S3_SECRET_ACCESS_KEY: "s",
      });
    const [source, target] = [storeAt(from.url, "source"), storeAt(to.url, "target")];
    const large = new Uint8Array(9 * 1024 * 1024).fill(3);
    await createBlob(source).put("a/large.bin", large, { contentType: "model/stl" });
    await createBlob(source).put("a/face.jpg", photo, {
      contentType: "image/jpeg",
      personal: true,
    });
    const folder = path.join(place, "rented");
    await takeBackup(source, { databaseUrl, folder });
    await bringBack(target, { databaseUrl: await emptyDatabase(), folder });
    const restored = createBlob(target);
    expect(Buffer.compare(await restored.read("a/large.bin"), large)).toBe(0);
    expect(Buffer.compare(await restored.read("a/face.jpg"), photo)).toBe(0);
    const empty = await emptyDatabase();
    await expect(bringBack(here, { databaseUrl: empty, folder })).rejects.toThrow("lay in: s3");
    expect(Object.keys(await contentOf(empty))).toEqual([]);
  });

  test("does not go over what is there", async () => {
    const folder = path.join(place, "two");
    await takeBackup(here, { databaseUrl, folder });
    await expect(bringBack(here, { databaseUrl, folder })).rejects.toThrow("not empty");
    await expect(takeBackup(here, { databaseUrl, folder })).rejects.toThrow("EEXIST");
  });

  test("that was cut off or changed is refused before anything is written", async () => {
    const folder = path.join(place, "three");
    await takeBackup(here, { databaseUrl, folder });
    appendFileSync(path.join(folder, "database", "User.jsonl.gz"), "x");
    const empty = await emptyDatabase();
    const into = { databaseUrl: empty, folder };
    await expect(bringBack(here, into)).rejects.toThrow("damaged at database/User.jsonl.gz");
    rmSync(path.join(folder, "manifest.json"));
    await expect(bringBack(here, into)).rejects.toThrow("no whole backup");
    expect(Object.keys(await contentOf(empty))).toEqual([]);
  });
});
