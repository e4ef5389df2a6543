import "../http/environment.ts";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { POST as upload } from "#app/api/v1/upload/route.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { createApiKey } from "#lib/accounts/create-api-key.ts";
import { makePerson, type Person } from "../accounts/people.ts";
import { db, home } from "../http/environment.ts";
import { serve } from "../http/serve.ts";
import { hostileFiles, type Sent } from "./hostile-files.ts";

const { url } = await serve(upload);
let ada: Person;
let key: string;
beforeAll(async () => {
  ada = await makePerson();
  key = (await createApiKey(ada.ctx, { name: "test" })).key;
});

interface File_ {
  filename: string;
  bytes: Uint8Array;
}

async function send(
  files: readonly File_[],
  options: Record<string, string> = {},
  headers: Record<string, string> = {},
) {
  const form = new FormData();
  for (const { filename, bytes } of files) {
    form.append("files[]", new Blob([bytes as BlobPart]), filename);
  }
  for (const [name, value] of Object.entries(options)) form.append(name, value);
  // The limit of a minute is tested elsewhere; here it would only slow a long table down.
  await db.rateLimiterFlexible.deleteMany();
  const answer = await fetch(url, {
    method: "POST",
    redirect: "manual",
    headers: { authorization: `Bearer ${key}`, ...headers },
    body: form,
  });
  const body = answer.headers.get("content-type")?.includes("json") ? await answer.json() : null;
  return { status: answer.status, headers: answer.headers, body };
}

const STATUS = { invalid_input: 400, unsupported_type: 415, too_large: 413 };
const photo = new Uint8Array(
  await sharp({ create: { width: 32, height: 24, channels: 3, background: "#c63" } })
    .jpeg()
    .toBuffer(),
);
const good = (filename = "cup.jpg"): File_ => ({ filename, bytes: photo });
const corpus = await hostileFiles();

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Bytes really held: what is only waiting to be collected does not count. */
function heldBytes(): number {
  collectGarbage();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
}
const idleBytes = heldBytes();

describe("photos sent for models", () => {
  test("the corpus has at least 150 files", () => {
    expect(corpus.length).toBeGreaterThanOrEqual(150);
  });

  test.each(corpus.map((file) => [file.title, file] as const))("%s", async (_, file: Sent) => {
    const { status, body } = await send([file]);
    expect([status, body.error?.code ?? null]).toEqual(
      file.code === null ? [202, null] : [STATUS[file.code], file.code],
    );
  });

  test("memory stays bounded over the whole corpus and nothing half-made stays behind", () => {
    expect(heldBytes() - idleBytes).toBeLessThan(200 * 1024 * 1024);
    const uploads = path.join(home, "uploads");
    expect(existsSync(uploads) ? readdirSync(uploads) : []).toEqual([]);
  });

  test("are taken with ids, names kept apart and options stored", async () => {
    const { body } = await send([good(), good("cup.jpg"), good("../Köln ä.jpg")], {
      face_limit: "5000",
      back: "flat",
      formats: "glb,stl",
    });
    expect(body).toMatchObject({ refused: [], task_ids: { length: 3 } });
    const tasks = await db.task.findMany({
      where: { jobId: body.job_id, parentId: { not: null } },
      orderBy: { position: "asc" },
    });
    expect(tasks.map(({ name }) => name)).toEqual(["cup", "cup-2", "Köln ä"]);
    expect(tasks[0]?.input).toMatchObject({
      faceLimit: 5000,
      back: "flat",
      formats: ["glb", "stl"],
    });
  });

  test("are refused together when one is no picture, and none is stored", async () => {
    const before = await db.image.count();
    const { status, body } = await send([good(), { filename: "no.png", bytes: Uint8Array.of(1) }]);
    expect(status).toBe(415);
    expect(body.error.details.files).toEqual([
      expect.objectContaining({ file: "no", code: "unsupported_type" }),
    ]);
    expect(await db.image.count()).toBe(before);
  });

  test("are taken one by one with partial, and what was left out is told", async () => {
    const files = [good(), { filename: "empty.jpg", bytes: new Uint8Array() }, good("b.jpg")];
    const { status, body } = await send(files, { partial: "true" });
    expect([status, body.task_ids.length]).toEqual([202, 2]);
    expect(body.refused).toEqual([
      { file: "empty", code: "invalid_input", message: "This file is empty." },
    ]);
  });

  test.each([
    ["without a name", 'form-data; filename="a.jpg"'],
    ["with a header named like an object's own", 'form-data; name="files"\r\nconstructor: x'],
  ])("in a part %s end in an answer", async (_, disposition) => {
    const part = `--b\r\nContent-Disposition: ${disposition}\r\n\r\nx\r\n--b--\r\n`;
    const answer = await fetch(url, {
      method: "POST",
      headers: {
        authorization: `Bearer ${key}`,
        "content-type": "multipart/form-data; boundary=b",
      },
      body: part,
      signal: AbortSignal.timeout(10_000),
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });

  test("are made in each format once, however often it is named", async () => {
    const { body } = await send([good()], { formats: "glb,glb,stl,glb" });
    const task = await db.task.findFirstOrThrow({
      where: { jobId: body.job_id, parentId: { not: null } },
    });
    expect(task.input).toMatchObject({ formats: ["glb", "stl"] });
    const long = await send([good()], { formats: "glb,".repeat(1000) });
    expect(long.status).toBe(400);
  });

  test("of more than 25 are refused", async () => {
    const { status, body } = await send(Array.from({ length: 26 }, (_, n) => good(`${n}.jpg`)));
    expect([status, body.error.code]).toEqual([413, "too_large"]);
  });

  test.each([
    ["no file", [], {}, "file"],
    ["a face limit of 0", [good()], { face_limit: "0" }, "face_limit"],
    ["a face limit that is no number", [good()], { face_limit: "many" }, "face_limit"],
    ["an unknown option", [good()], { colour: "red" }, "colour"],
    ["an unknown format", [good()], { formats: "glb,exe" }, "formats"],
    ["an unknown back", [good()], { back: "side" }, "back"],
  ])("with %s are refused with the name of what is wrong", async (_, files, options, named) => {
    const { status, body } = await send(files as File_[], options as Record<string, string>);
    expect(status).toBe(400);
    expect(JSON.stringify(body.error)).toContain(named);
  });

  test("under one idempotency key make one batch", async () => {
    const headers = { "idempotency-key": crypto.randomUUID() };
    const first = await send([good()], {}, headers);
    const second = await send([good()], {}, headers);
    expect(second.body.job_id).toBe(first.body.job_id);
    expect(second.headers.get("idempotent-replayed")).toBe("true");
  });

  test("make one batch although a crash took the answer before it was kept", async () => {
    const key = crypto.randomUUID();
    const files = [
      good(),
      { filename: "notes.png", bytes: new TextEncoder().encode("no picture") },
    ];
    const first = await send(files, { partial: "true" }, { "idempotency-key": key });
    const longAgo = new Date(Date.now() - 60 * 60 * 1000);
    const lost = { status: null, response: Prisma.DbNull, createdAt: longAgo };
    await db.idempotencyKey.updateMany({ where: { key }, data: lost });
    const second = await send(files, { partial: "true" }, { "idempotency-key": key });
    expect(second.headers.get("idempotent-replayed")).toBeNull();
    expect(second.body).toEqual(first.body);
    expect(await db.job.count({ where: { id: first.body.job_id } })).toBe(1);
    expect(await ada.ctx.adapters.blob.list("images/")).toHaveLength(await db.image.count());
  });

  test("lose their metadata and stand upright", async () => {
    const turned = await sharp(photo).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { body } = await send([{ filename: "turned.jpg", bytes: new Uint8Array(turned) }]);
    const image = await db.image.findFirstOrThrow({ where: { jobId: body.job_id } });
    expect([image.width, image.height]).toEqual([24, 32]);
    const { exif, orientation } = await sharp(
      await ada.ctx.adapters.blob.read(image.blobKey),
    ).metadata();
    expect([exif, orientation]).toEqual([undefined, undefined]);
  });

  test("sent by a plain form lead to the batch's page, or back with the reason", async () => {
    const page = { accept: "text/html" };
    const taken = await send([good()], {}, page);
    expect([taken.status, taken.headers.get("location")]).toEqual([
      303,
      expect.stringMatching(/^\/batches\/[0-9a-f-]{36}$/),
    ]);
    const refused = await send([{ filename: "", bytes: new Uint8Array() }], {}, page);
    expect([refused.status, refused.headers.get("location")]).toEqual([303, "/batches/new"]);
    expect(refused.headers.get("set-cookie")).toContain("at%20least%20one%20photo");
    const stranger = await send([good()], {}, { ...page, authorization: "Bearer mq_none" });
    expect([stranger.status, stranger.headers.get("location")]).toEqual([303, "/batches/new"]);
  });
});
