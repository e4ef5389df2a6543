import "../http/environment.ts";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startExecutor, stopExecutor } from "#inngest/embedded/index.ts";
import { deleteFacePhotos } from "#lib/figurines/delete-face-photos.ts";
import { deleteFigurine } from "#lib/figurines/delete-figurine.ts";
import { getFigurine } from "#lib/figurines/get-figurine.ts";
import { listFigurines } from "#lib/figurines/list-figurines.ts";
import { STAGES } from "#lib/figurines/types.ts";
import { facePhoto } from "#tests/setup/face-photo.ts";
import { makePerson, type Person, refusalOf } from "../accounts/people.ts";
import { db, home } from "../http/environment.ts";
import { AGREED, type FigurineStudio, MARKED, openStudio } from "./studio.ts";

const photo = await facePhoto();
let studio: FigurineStudio;
let ada: Person;
beforeAll(async () => {
  studio = await openStudio();
  ada = studio.person;
  await startExecutor();
});
afterAll(async () => {
  await stopExecutor();
  await ada.ctx.adapters.inference.close();
});

describe("a figurine", () => {
  let figurineId = "";

  test("is made stage by stage of one plain call", { timeout: 300_000 }, async () => {
    const fields = { ...AGREED, ...MARKED, height_mm: "60", candidates: "2" };
    const { status, body } = await studio.send(fields, [photo], "alias");
    expect(status).toBe(202);
    expect(body.task_ids).toHaveLength(6);
    figurineId = body.figurine_id;
    await studio.endOf(body.job_id);
    const { body: made } = await studio.read(figurineId);
    expect(
      made.stages.map(
        ({ stage, status: is, error }: { stage: string; status: string; error: unknown }) => [
          stage,
          is,
          error,
        ],
      ),
    ).toEqual(STAGES.map((stage) => [stage, "done", null]));
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
    expect(made.pictures).toHaveLength(8);
    const turning = made.pictures.find(
      ({ id }: { id: string }) => id === made.stages[5].result.picture_id,
    );
    const { pages, format } = await sharp(await bytesOf(turning.id), { pages: -1 }).metadata();
    expect([format, pages]).toEqual(["webp", 24]);
  });

  test("is made anew only where a change reaches", { timeout: 300_000 }, async () => {
    const before = await getFigurine(ada.ctx, figurineId);
    const nothing = await studio.patch(figurineId, {});
    expect([nothing.status, nothing.body.stages]).toEqual([200, []]);
    const { status, body } = await studio.patch(figurineId, { height_mm: 70 });
    expect([status, body.stages]).toEqual([202, STAGES.slice(2)]);
    await studio.endOf(body.job_id);
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
    const { status, body } = await studio.approve(figurineId);
    expect([status, body.hash.length]).toEqual([200, 64]);
    const again = await studio.approve(figurineId);
    expect(again.body.hash).toBe(body.hash);
    const view = await getFigurine(ada.ctx, figurineId);
    expect(view).toMatchObject({
      status: "approved",
      approval: { hash: body.hash, isIntact: true },
    });
    expect((await studio.patch(figurineId, { height_mm: 80 })).body.error.code).toBe("conflict");
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

async function bytesOf(imageId: string): Promise<Uint8Array> {
  const { blobKey } = await db.image.findUniqueOrThrow({ where: { id: imageId } });
  return ada.ctx.adapters.blob.read(blobKey);
}

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
