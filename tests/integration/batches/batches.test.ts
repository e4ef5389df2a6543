import "../http/environment.ts";
import sharp from "sharp";
import { v7 as uuid } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { correctMask } from "#lib/batches/correct-mask.ts";
import { createBatch } from "#lib/batches/create-batch.ts";
import { deleteBatch } from "#lib/batches/delete-batch.ts";
import { deleteOldFiles } from "#lib/batches/delete-old-files.ts";
import { getBatch } from "#lib/batches/get-batch.ts";
import { listBatches } from "#lib/batches/list-batches.ts";
import { modelPhoto } from "#lib/batches/model-photo.ts";
import { batchOptions } from "#lib/batches/options.ts";
import { suggestMask } from "#lib/batches/suggest-mask.ts";
import { listJobFiles } from "#lib/downloads/list-job-files.ts";
import { uploadImage } from "#lib/images/upload-image.ts";
import { failTask, succeedTask } from "#lib/jobs/end-task.ts";
import { startTask } from "#lib/jobs/start-task.ts";
import { deleteOrphanFiles } from "#lib/storage/delete-orphan-files.ts";
import { makePerson, refusalOf } from "../accounts/people.ts";
import { openStudio, type Studio, workerContext } from "../designs/studio.ts";
import { clear, db } from "../http/environment.ts";
import { sentPhotos } from "./sent-photos.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
let ada: Studio;
beforeEach(async () => {
  await clear();
  ada = await openStudio();
  const { blob } = ada.ctx.adapters;
  await blob.delete([...(await blob.list("images/")), ...(await blob.list("designs/"))]);
});

const makeBatch = async (names: string[], from: Studio = ada) =>
  (await createBatch(from.ctx, { files: await sentPhotos(names), options: batchOptions.parse({}) }))
    .jobId;

const photoTasks = (jobId: string) =>
  db.task.findMany({ where: { jobId, parentId: { not: null } }, orderBy: { position: "asc" } });

/** What the durable function does with one photo. */
async function work(jobId: string, taskId: string) {
  const ctx = workerContext(ada, jobId);
  const task = (await startTask(ctx, taskId))!;
  const { signal } = new AbortController();
  const model = await modelPhoto(ctx, { task, signal });
  await succeedTask(ctx, taskId, model);
  return model;
}

async function finished(names: string[]) {
  const jobId = await makeBatch(names);
  const tasks = await photoTasks(jobId);
  for (const { id } of tasks) await work(jobId, id);
  return { jobId, tasks };
}

const whiteMask = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: "white" } })
    .png()
    .toBuffer();

describe("a batch of photos", () => {
  test("shows each photo with its model and files, named after the photo", async () => {
    const { jobId } = await finished(["mug.jpg", "ball.jpg"]);
    const batch = await getBatch(ada.ctx, jobId);
    expect(batch).toMatchObject({ status: "succeeded", successful: 2, failed: 0, total: 2 });
    expect(batch.items.map(({ task, model }) => [task.name, model?.confidence])).toEqual([
      ["mug", 0.9],
      ["ball", 0.9],
    ]);
    expect(batch.items[0]?.files.map(({ filename }) => filename)).toContain("mug.glb");
    const names = (await listJobFiles(ada.ctx, jobId)).map(({ filename }) => filename);
    expect(names).toEqual(expect.arrayContaining(["mug.glb", "ball.stl", "ball-mask.png"]));
  });

  test("gives one design and one set of files when a step runs twice", async () => {
    const jobId = await makeBatch(["mug.jpg"]);
    const [task] = await photoTasks(jobId);
    await work(jobId, task!.id);
    const files = await db.modelFile.count();
    const ctx = workerContext(ada, jobId);
    const again = await db.task.update({ where: { id: task!.id }, data: { status: "running" } });
    await modelPhoto(ctx, { task: again, signal: new AbortController().signal });
    expect([await db.design.count(), await db.modelFile.count()]).toEqual([1, files]);
  });

  test("is not there for somebody else", async () => {
    const { jobId, tasks } = await finished(["mug.jpg"]);
    const eve = await makePerson();
    expect((await refusalOf(getBatch(eve.ctx, jobId))).code).toBe("not_found");
    expect((await refusalOf(deleteBatch(eve.ctx, jobId))).code).toBe("not_found");
    const input = { taskId: tasks[0]!.id, maskId: crypto.randomUUID() };
    expect((await refusalOf(correctMask(eve.ctx, input))).code).toBe("not_found");
    expect((await listBatches(eve.ctx, {})).items).toEqual([]);
  });

  test("makes a photo's model again with a drawn mask, and keeps the first until then", async () => {
    const { jobId, tasks } = await finished(["mug.jpg"]);
    const taskId = tasks[0]!.id;
    const mask = await uploadImage(ada.ctx, { bytes: await whiteMask(), maxBytes: 1e6 });
    await correctMask(ada.ctx, { taskId, maskId: mask.id });
    const waiting = await getBatch(ada.ctx, jobId);
    expect([waiting.status, waiting.items[0]?.model?.confidence]).toEqual(["running", 0.9]);
    const again = await work(jobId, taskId);
    expect(again).toMatchObject({ maskId: mask.id, confidence: null });
    expect(await db.design.count()).toBe(1);
    const spec = await db.revision.findUniqueOrThrow({ where: { id: again.revisionId } });
    expect(spec.spec).toMatchObject({ mask: mask.id });
  });

  test("suggests the mask a model was made with, to nobody else", async () => {
    const { tasks } = await finished(["mug.jpg"]);
    const taskId = tasks[0]!.id;
    const found = await suggestMask(ada.ctx, taskId);
    const row = await db.image.findUniqueOrThrow({ where: { id: found.maskId } });
    expect([row.view, found.url]).toEqual(["mask", expect.stringContaining(row.id)]);
    const eve = await makePerson();
    expect((await refusalOf(suggestMask(eve.ctx, taskId))).code).toBe("not_found");
    const drawn = await uploadImage(ada.ctx, { bytes: await whiteMask(), maxBytes: 1e6 });
    await correctMask(ada.ctx, { taskId, maskId: drawn.id });
    expect((await suggestMask(ada.ctx, taskId)).maskId).toBe(drawn.id);
  });

  test("keeps a good model in sight when a correction fails", async () => {
    const { jobId, tasks } = await finished(["mug.jpg"]);
    const taskId = tasks[0]!.id;
    const mask = await uploadImage(ada.ctx, { bytes: await whiteMask(), maxBytes: 1e6 });
    await correctMask(ada.ctx, { taskId, maskId: mask.id });
    await startTask(ada.ctx, taskId);
    await failTask(ada.ctx, taskId, { code: "rule_broken", message: "No.", retryable: false });
    const [item] = (await getBatch(ada.ctx, jobId)).items;
    expect(item?.model).not.toBeNull();
    expect(item?.files.length).toBeGreaterThan(0);
  });

  test("takes nothing but a loose upload with it as a mask", async () => {
    const first = await finished(["mug.jpg"]);
    const second = await finished(["ball.jpg"]);
    const photo = await db.image.findFirstOrThrow({
      where: { jobId: first.jobId, source: "upload" },
    });
    await correctMask(ada.ctx, { taskId: second.tasks[0]!.id, maskId: photo.id });
    await deleteBatch(ada.ctx, second.jobId);
    expect(await db.image.findUnique({ where: { id: photo.id } })).toMatchObject({
      jobId: first.jobId,
    });
  });

  test("leaves no row and no file when it is deleted", async () => {
    const { jobId } = await finished(["mug.jpg", "ball.jpg"]);
    await deleteBatch(ada.ctx, jobId);
    const rows = [db.job.count(), db.image.count(), db.design.count(), db.modelFile.count()];
    expect(await Promise.all(rows)).toEqual([0, 0, 0, 0]);
    const { blob } = ada.ctx.adapters;
    expect([...(await blob.list("images/")), ...(await blob.list("designs/"))]).toEqual([]);
  });

  test("leaves no design when it is deleted while a photo is worked on", async () => {
    const jobId = await makeBatch(["mug.jpg"]);
    const [task] = await photoTasks(jobId);
    const ctx = workerContext(ada, jobId);
    const started = (await startTask(ctx, task!.id))!;
    const { signal } = new AbortController();
    const refused = refusalOf(modelPhoto(ctx, { task: started, signal }));
    await deleteBatch(ada.ctx, jobId);
    await refused;
    expect([await db.design.count(), await db.image.count()]).toEqual([0, 0]);
    expect(await ada.ctx.adapters.blob.list("images/")).toEqual([]);
  });

  test("photos that a kill left without a row go a day later, and no others", async () => {
    await makeBatch(["mug.jpg"]);
    const kept = await ada.ctx.adapters.blob.list("images/");
    const orphan = `images/${uuid()}.jpeg`;
    await ada.ctx.adapters.blob.put(orphan, new Uint8Array([1]), { contentType: "image/jpeg" });
    const sweepAfter = (days: number) =>
      deleteOrphanFiles({ ...ada.ctx, now: () => new Date(Date.now() + days * DAY_MS) });
    expect(await sweepAfter(0.9)).toBe(0);
    expect(await sweepAfter(1.1)).toBe(1);
    expect(await ada.ctx.adapters.blob.list("images/")).toEqual(kept);
  });

  test("lets go of photos and masks after 7 days and of models after 30", async () => {
    const { jobId } = await finished(["mug.jpg"]);
    const sweepAfter = (days: number) =>
      deleteOldFiles({ ...ada.ctx, now: () => new Date(Date.now() + days * DAY_MS) });
    expect(await sweepAfter(6)).toEqual({ photos: 0, models: 0 });
    expect(await sweepAfter(8)).toEqual({ photos: 2, models: 0 });
    expect((await getBatch(ada.ctx, jobId)).items[0]).toMatchObject({
      photoUrl: null,
      maskUrl: null,
    });
    expect((await sweepAfter(31)).models).toBeGreaterThan(0);
    expect(await ada.ctx.adapters.blob.list("images/")).toEqual([]);
  });
});
