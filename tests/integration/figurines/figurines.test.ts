import "../http/environment.ts";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { POST as aliasRoute } from "#app/api/upload/route.ts";
import { POST as approveRoute } from "#app/api/v1/figurines/[id]/approve/route.ts";
import { GET as readFigurine, PATCH as reviseFigurine } from "#app/api/v1/figurines/[id]/route.ts";
import { POST as createRoute } from "#app/api/v1/figurines/route.ts";
import { startExecutor, stopExecutor } from "#inngest/embedded/index.ts";
import { createApiKey } from "#lib/accounts/create-api-key.ts";
import { deleteFacePhotos } from "#lib/figurines/delete-face-photos.ts";
import { deleteFigurine } from "#lib/figurines/delete-figurine.ts";
import { getFigurine } from "#lib/figurines/get-figurine.ts";
import { listFigurines } from "#lib/figurines/list-figurines.ts";
import { eventStream } from "#lib/jobs/event-stream.ts";
import { DRAWN_MARKS, facePhoto } from "#tests/setup/face-photo.ts";
import { makePerson, type Person, refusalOf } from "../accounts/people.ts";
import { db, home } from "../http/environment.ts";
import { serve } from "../http/serve.ts";

const idOf = (path: string) => ({ id: path.split("/").at(-1) ?? "" });
const created = await serve(createRoute);
const alias = await serve(aliasRoute);
const one = { GET: readFigurine, PATCH: reviseFigurine };
const figurines = await serve((request, args) => one[request.method as "GET"](request, args), idOf);
const approvals = await serve(approveRoute, idOf);
const photo = await facePhoto();
let ada: Person;
let key: string;
beforeAll(async () => {
  ada = await makePerson();
  key = (await createApiKey(ada.ctx, { name: "test" })).key;
  await startExecutor();
});
afterAll(async () => {
  await stopExecutor();
  await ada.ctx.adapters.inference.close();
});

const AGREED = { subject: "me", consent: "true" };
const MARKED = { eyes: JSON.stringify(DRAWN_MARKS.eyes), mouth: JSON.stringify(DRAWN_MARKS.mouth) };

async function send(fields: Record<string, string>, bytes: Uint8Array = photo, url = created.url) {
  const form = new FormData();
  form.append("photos", new Blob([bytes as BlobPart]), "me.jpg");
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return call(url, { method: "POST", body: form });
}

async function call(url: string, init: RequestInit = {}) {
  await db.rateLimiterFlexible.deleteMany();
  const headers = { authorization: `Bearer ${key}`, ...init.headers };
  const answer = await fetch(url, { ...init, headers });
  return { status: answer.status, body: await answer.json() };
}

const patch = (id: string, changes: Record<string, unknown>) =>
  call(`${figurines.url}/${id}`, {
    method: "PATCH",
    body: JSON.stringify(changes),
    headers: { "content-type": "application/json" },
  });

/** Resolves when the job's stream ends, which it does with the job. */
async function endOf(jobId: string): Promise<void> {
  for await (const _ of await eventStream(ada.ctx, { jobId, afterId: 0 }));
}

const blurred = () =>
  sharp(photo)
    .blur(22)
    .jpeg()
    .toBuffer()
    .then((bytes) => new Uint8Array(bytes));

describe("an upload that cannot be used", () => {
  test.each([
    ["nobody said who it is", {}, "subject"],
    ["nobody agreed", { subject: "adult" }, "consent"],
    ["no guardian agreed for a child", { subject: "child", consent: "true" }, "guardian"],
    ["a template cannot be that tall", { ...AGREED, height_mm: "900" }, "height_mm"],
    ["a template has no such parameter", { ...AGREED, spec: '{"wings":2}' }, "wings"],
  ])("is refused and leaves nothing: %s", async (_what, fields, field) => {
    const { status, body } = await send(fields);
    expect([status, body.error.details.field]).toEqual([400, field]);
    expect(await db.figurine.count()).toBe(0);
    expect(await ada.ctx.adapters.blob.list("faces/")).toEqual([]);
  });

  test.each([
    ["is blurred", {}, blurred, /blurred/],
    ["is too small", { crop: '{"x":0.4,"y":0.4,"width":0.1,"height":0.1}' }, null, /only 60 × 60/],
    ["has its mouth above its eyes", { ...MARKED, mouth: "[0.5,0.3]" }, null, /too high/],
    [
      "has its eyes swapped",
      { ...MARKED, eyes: '{"right":[0.6,0.42],"left":[0.4,0.42]}' },
      null,
      /swapped/,
    ],
  ])(
    "says what would work and keeps the photo where a crop %s",
    async (_what, fields, draw, words) => {
      const { status, body } = await send({ ...AGREED, ...fields }, draw ? await draw() : photo);
      expect([status, body.error.code]).toEqual([422, "rule_broken"]);
      expect(body.error.message).toMatch(words);
      const kept = await getFigurine(ada.ctx, body.error.details.figurine_id);
      expect([kept.status, kept.photos.length]).toEqual(["needs_crop", 1]);
      expect(kept.checks.filter(({ status: is }) => is === "not_checked")).toHaveLength(2);
      await deleteFigurine(ada.ctx, kept.id);
    },
  );

  test("says so of a large picture of one bit", async () => {
    const pixels = Buffer.alloc(4000 * 4000, 0).map((_, i) =>
      ((i * 2654435761) >>> 0) % 3 ? 255 : 0,
    );
    const bytes = await sharp(pixels, { raw: { width: 4000, height: 4000, channels: 1 } })
      .png({ palette: true, colours: 2, compressionLevel: 0 })
      .toBuffer();
    const { status, body } = await send(AGREED, new Uint8Array(bytes));
    expect(status).toBe(422);
    expect(body.error.message).toMatch(/shades/);
    await deleteFigurine(ada.ctx, body.error.details.figurine_id);
  });
});

describe("a figurine", () => {
  let figurineId = "";

  test("is made stage by stage of one plain call", { timeout: 300_000 }, async () => {
    const { status, body } = await send(
      { ...AGREED, ...MARKED, height_mm: "60", candidates: "2" },
      photo,
      alias.url,
    );
    expect(status).toBe(202);
    expect(body.task_ids).toHaveLength(5);
    figurineId = body.figurine_id;
    await endOf(body.job_id);
    const { body: made } = await call(`${figurines.url}/${figurineId}`);
    expect(
      made.stages.map(
        ({ stage, status: is, error }: { stage: string; status: string; error: unknown }) => [
          stage,
          is,
          error,
        ],
      ),
    ).toEqual(
      ["cartoon", "head", "fusion", "scores", "proof"].map((stage) => [stage, "done", null]),
    );
    expect(made.status).toBe("ready");
    const [cartoon, , fusion, scores, proof] = made.stages;
    expect(cartoon.result.candidates).toHaveLength(2);
    expect(fusion.result.measures).toMatchObject({ watertight: true, pieces: 1 });
    expect(Math.abs(fusion.result.measures.box_mm[2] - 60)).toBeLessThan(0.1);
    expect(
      scores.result.scores.map(({ id, value }: { id: string; value: number | null }) => [
        id,
        value === null,
      ]),
    ).toEqual([
      ["quality", false],
      ["likeness", true],
      ["similarity", false],
      ["style", false],
      ["printability", false],
    ]);
    expect(proof.result.views.map(({ view }: { view: string }) => view)).toEqual([
      "front",
      "side",
      "back",
    ]);
    expect(made.files.map(({ format }: { format: string }) => format)).toEqual(
      expect.arrayContaining(["3mf", "glb", "stl"]),
    );
    expect(Object.keys(made.pictures)).toHaveLength(7);
  });

  test("is made anew only where a change reaches", { timeout: 300_000 }, async () => {
    const before = await getFigurine(ada.ctx, figurineId);
    const nothing = await patch(figurineId, {});
    expect([nothing.status, nothing.body.stages]).toEqual([200, []]);
    const { status, body } = await patch(figurineId, { height_mm: 70 });
    expect([status, body.stages]).toEqual([202, ["fusion", "scores", "proof"]]);
    await endOf(body.job_id);
    const after = await getFigurine(ada.ctx, figurineId);
    expect(after.status).toBe("ready");
    expect(after.stages.slice(0, 2)).toMatchObject(
      before.stages.slice(0, 2).map(({ result }) => ({ result })),
    );
    expect(await db.revision.count({ where: { designId: after.designId! } })).toBe(2);
  });

  test("is not there for somebody else", async () => {
    const eve = await makePerson();
    expect((await refusalOf(getFigurine(eve.ctx, figurineId))).code).toBe("not_found");
    expect((await refusalOf(deleteFigurine(eve.ctx, figurineId))).code).toBe("not_found");
    expect((await listFigurines(eve.ctx, {})).items).toEqual([]);
  });

  test("is locked by a hash of its files once it is approved", async () => {
    const { status, body } = await call(`${approvals.url}/${figurineId}`, { method: "POST" });
    expect([status, body.hash.length]).toEqual([200, 64]);
    const again = await call(`${approvals.url}/${figurineId}`, { method: "POST" });
    expect(again.body.hash).toBe(body.hash);
    const view = await getFigurine(ada.ctx, figurineId);
    expect(view).toMatchObject({
      status: "approved",
      approval: { hash: body.hash, isIntact: true },
    });
    expect((await patch(figurineId, { height_mm: 80 })).body.error.code).toBe("conflict");
  });

  test("keeps no trace of its photo when the time is over", async () => {
    const { photos } = await db.figurine.findUniqueOrThrow({
      where: { id: figurineId },
      include: { photos: true },
    });
    const sweepAfter = (hours: number) =>
      deleteFacePhotos({ ...ada.ctx, now: () => new Date(Date.now() + hours * 3_600_000) });
    expect(await sweepAfter(23)).toBe(0);
    const [{ id, blobKey }] = photos as [(typeof photos)[number]];
    const bytes = await ada.ctx.adapters.blob.read(blobKey);
    expect(await tracesOf([id], [bytes, photo])).not.toEqual([]);
    expect(await sweepAfter(25)).toBe(1);
    expect(await tracesOf([id, path.basename(blobKey)], [bytes, photo])).toEqual([]);
    const view = await getFigurine(ada.ctx, figurineId);
    expect([
      view.photos,
      view.status,
      view.stages.every(({ status }) => status === "done"),
    ]).toEqual([[], "approved", true]);
  });

  test("leaves no row and no file when it is deleted", async () => {
    await deleteFigurine(ada.ctx, figurineId);
    const { blob } = ada.ctx.adapters;
    const counts = [db.figurine.count(), db.design.count(), db.image.count(), db.job.count()];
    expect(await Promise.all(counts)).toEqual([0, 0, 0, 0]);
    expect([
      ...(await blob.list("figurines/")),
      ...(await blob.list("designs/")),
      ...(await blob.list("faces/")),
    ]).toEqual([]);
  });
});

/** Where names or pieces of a photo are found: tables, and every file of the state folder. */
async function tracesOf(names: string[], pictures: Uint8Array[]): Promise<string[]> {
  const pieces = pictures.map((bytes) =>
    Buffer.from(bytes.subarray(bytes.length >> 1)).subarray(0, 48),
  );
  const inTables = await tablesWith(names);
  const inFiles = filesUnder(home).filter((file) => {
    const content = readFileSync(file);
    const isNamed = names.some((name) => file.includes(name) || content.includes(name));
    return isNamed || pieces.some((piece) => content.includes(piece));
  });
  return [...inTables, ...inFiles];
}

async function tablesWith(names: string[]): Promise<string[]> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await db.$queryRawUnsafe<{ text: string }[]>(
      `SELECT t::text AS text FROM "${name}" t`,
    );
    if (rows.some(({ text }) => names.some((wanted) => text.includes(wanted)))) found.push(name);
  }
  return found;
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());
}
