import "../http/environment.ts";
import sharp from "sharp";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { Calls } from "#lib/adapters/inference/fal/calls.ts";
import type { Inference } from "#lib/adapters/inference/port.ts";
import { createBatch } from "#lib/batches/create-batch.ts";
import { deleteBatch } from "#lib/batches/delete-batch.ts";
import { getBatch } from "#lib/batches/get-batch.ts";
import { modelPhoto } from "#lib/batches/model-photo.ts";
import { batchOptions } from "#lib/batches/options.ts";
import { suggestMask } from "#lib/batches/suggest-mask.ts";
import type { Ctx } from "#lib/context.ts";
import { retryTask } from "#lib/jobs/retry-task.ts";
import { workOnTask } from "#lib/jobs/work-on-task.ts";
import { KERNEL_NAME } from "#lib/kernel/version.ts";
import { REFUSALS } from "#tests/doubles/fal/behaviour.ts";
import { adaptersWith } from "#tests/setup/adapters.ts";
import { makePerson, type Person } from "../accounts/people.ts";
import { clear, db } from "../http/environment.ts";
import { double, openFalEngine } from "../inference/fal-bench.ts";
import { sentPhotos } from "./sent-photos.ts";

const { state } = double;
let ada: Person;
beforeEach(async () => {
  await clear();
  state.reset();
  const person = await makePerson();
  const adapters = adaptersWith(person.ctx.adapters, { inference: openFalEngine() });
  ada = { ...person, ctx: { ...person.ctx, adapters } };
});

async function makeBatch(names: string[]) {
  const files = await sentPhotos(names);
  const { jobId } = await createBatch(ada.ctx, { files, options: batchOptions.parse({}) });
  const tasks = await db.task.findMany({
    where: { jobId, parentId: { not: null } },
    orderBy: { position: "asc" },
  });
  return { jobId, taskIds: tasks.map(({ id }) => id) };
}

/** What the durable function does with one photo, at its last attempt. */
function work(jobId: string, taskId: string) {
  const { userId, workspaceId } = ada;
  const ctx: Ctx = { ...ada.ctx, actor: { type: "job", jobId, userId, workspaceId } };
  return workOnTask(ctx, {
    ...{ taskId, lastAttempt: true },
    work: (task, signal) => modelPhoto(ctx, { task, signal }),
  });
}

describe("a batch of photos with a provider", () => {
  test("gets its models from the provider, each paid once and named as its own", async () => {
    const { jobId, taskIds } = await makeBatch(["mug.jpg", "ball.jpg"]);
    for (const taskId of taskIds) expect(await work(jobId, taskId)).toBe("succeeded");
    const { items } = await getBatch(ada.ctx, jobId);
    const engine = { name: "fal", version: "tripo3d/h3.1/image-to-3d" };
    for (const { model, files } of items) {
      expect(model).toMatchObject({ engine, watertight: true, confidence: null });
      expect(model!.boxMm[2]).toBeCloseTo(60, 0);
      expect(files.map(({ format }) => format)).toEqual(expect.arrayContaining(["glb", "stl"]));
    }
    const calls = await db.providerCall.findMany({ orderBy: { createdAt: "asc" } });
    expect(calls.map((call) => [call.taskId, call.costMicroUsd, call.status])).toEqual(
      taskIds.map((taskId) => [taskId, 300_000, "succeeded"]),
    );
    const revision = await db.revision.findFirstOrThrow({ include: { design: true } });
    expect(revision).toMatchObject({ engine: "fal", engineVersion: engine.version, number: 1 });
    expect(revision.measures).toMatchObject({ thinnestWallMm: expect.any(Number) });
    expect(await lineageOf(revision.id)).toMatchObject({
      ...{ design: revision.designId, title: revision.design.title, revision: "1" },
      ...{ words: revision.words, seed: String(revision.seed) },
      engine: `fal ${engine.version}`,
    });
    expect(calls.map(({ requestId }) => requestId)).toContain(revision.providerRequestId);
  });

  test("has a mask once somebody wants to correct it, and loses it with the batch", async () => {
    const { jobId, taskIds } = await makeBatch(["mug.jpg"]);
    await work(jobId, taskIds[0]!);
    expect((await getBatch(ada.ctx, jobId)).items[0]!.maskUrl).toBeNull();
    const { maskId } = await suggestMask(ada.ctx, taskIds[0]!);
    expect((await suggestMask(ada.ctx, taskIds[0]!)).maskId).toBe(maskId);
    expect(await db.image.count({ where: { view: "mask" } })).toBe(1);
    await deleteBatch(ada.ctx, jobId);
    expect(await db.image.count()).toBe(0);
  });

  test("is ordered once though its step runs twice", async () => {
    const { jobId, taskIds } = await makeBatch(["mug.jpg"]);
    await work(jobId, taskIds[0]!);
    await db.job.update({ where: { id: jobId }, data: { status: "running" } });
    await db.task.update({ where: { id: taskIds[0]! }, data: { status: "running" } });
    await work(jobId, taskIds[0]!);
    expect([state.submits, await db.design.count()]).toEqual([1, 1]);
  });

  test("says that it can be made here when the provider has no credit, and waits to be told", async () => {
    const { jobId, taskIds } = await makeBatch(["mug.jpg"]);
    state.always = { refuse: REFUSALS.noCredit };
    expect(await work(jobId, taskIds[0]!)).toBe("failed");
    const [failed] = (await getBatch(ada.ctx, jobId)).items;
    expect(failed?.task.error).toMatchObject({
      code: "payment_required",
      details: { fallback: "embedded", reason: "credit" },
    });
    expect(failed?.model).toBeNull();
    await retryTask(ada.ctx, taskIds[0]!, { engine: "embedded" });
    await db.image.updateMany({ where: { source: "upload" }, data: await mugUpload() });
    expect(await work(jobId, taskIds[0]!)).toBe("succeeded");
    const [item] = (await getBatch(ada.ctx, jobId)).items;
    expect(item).toMatchObject({ engine: "embedded", model: { engine: { name: KERNEL_NAME } } });
    expect(state.submits).toBe(0);
  });

  test("goes to the provider again when it is tried again as it was", async () => {
    const { jobId, taskIds } = await makeBatch(["mug.jpg"]);
    state.next.push({ refuse: REFUSALS.locked });
    await work(jobId, taskIds[0]!);
    await retryTask(ada.ctx, taskIds[0]!);
    expect(await work(jobId, taskIds[0]!)).toBe("succeeded");
    expect(state.submits).toBe(1);
  });

  test("leaves no copy of the provider's when it is deleted", async () => {
    const { jobId, taskIds } = await makeBatch(["mug.jpg"]);
    await work(jobId, taskIds[0]!);
    await deleteBatch(ada.ctx, jobId);
    const calls = await db.providerCall.findMany();
    expect(calls.map(({ resultKey, output }) => [resultKey, output])).toEqual([[null, null]]);
  });

  test("leaves no copy either when it is deleted while its model is built", async () => {
    const inference = openFalEngine({}, { embedded: buildsUntilStopped() });
    ada.ctx = { ...ada.ctx, adapters: adaptersWith(ada.ctx.adapters, { inference }) };
    const { jobId, taskIds } = await makeBatch(["mug.jpg"]);
    const working = work(jobId, taskIds[0]!);
    const copied = () => db.providerCall.findFirst({ where: { resultKey: { not: null } } });
    const { resultKey } = await vi.waitUntil(copied, { timeout: 20_000 });
    await deleteBatch(ada.ctx, jobId);
    expect(await working).toBe("stopped");
    expect(await ada.ctx.adapters.blob.get(resultKey!)).toBeNull();
    const calls = await db.providerCall.findMany();
    expect(calls.map((call) => [call.openKey, call.output])).toEqual([[null, null]]);
  });

  test("keeps no copy that comes after the deletion", async () => {
    const calls = new Calls(() => db);
    const { workspaceId } = ada;
    const designId = "11111111-1111-4111-8111-111111111111";
    const owner = { workspaceId, designId, jobId: null, taskId: null };
    const order = { capability: "image-to-3d", model: "m", content: [], costMicroUsd: 1 };
    const { id } = await calls.open({ ...order, owner });
    await calls.forget(owner.designId);
    expect(await calls.setResult(id, "provider/late.glb")).toBe(false);
  });
});

/** An engine here whose builds end only when they are stopped. */
function buildsUntilStopped(): Inference {
  const engine = openFalEngine();
  engine.buildModel = (_, { signal } = {}) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
    });
  return engine;
}

/** Where the files of a revision say that they come from. */
async function lineageOf(revisionId: string): Promise<unknown> {
  const where = { revisionId_format: { revisionId, format: "manifest" } };
  const { blobKey } = await db.modelFile.findUniqueOrThrow({ where });
  const bytes = await ada.ctx.adapters.blob.read(blobKey);
  return JSON.parse(new TextDecoder().decode(bytes)).lineage;
}

/** A photo that the kernel finds a subject in, in place of the plain one. */
async function mugUpload() {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="320">
    <rect width="320" height="320" fill="#e9e6e0"/>
    <rect x="100" y="70" width="120" height="180" rx="16" fill="#b03a2e"/></svg>`;
  const bytes = new Uint8Array(await sharp(Buffer.from(svg)).jpeg().toBuffer());
  const blobKey = `images/${crypto.randomUUID()}.jpeg`;
  const stored = await ada.ctx.adapters.blob.put(blobKey, bytes, {
    ...{ contentType: "image/jpeg", personal: true },
  });
  return { ...stored, blobKey, width: 320, height: 320 };
}
