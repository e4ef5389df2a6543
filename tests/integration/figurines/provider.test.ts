import "../http/environment.ts";
import sharp from "sharp";
import { beforeEach, describe, expect, test } from "vitest";
import { getLineage } from "#lib/concepts/get-lineage.ts";
import type { Ctx } from "#lib/context.ts";
import { createFigurine } from "#lib/figurines/create-figurine.ts";
import { deleteFigurine } from "#lib/figurines/delete-figurine.ts";
import { getFigurine } from "#lib/figurines/get-figurine.ts";
import { makeStage } from "#lib/figurines/make-stage.ts";
import { reviseFigurine } from "#lib/figurines/revise-figurine.ts";
import type { CartoonResult } from "#lib/figurines/types.ts";
import { workOnTask } from "#lib/jobs/work-on-task.ts";
import { KERNEL_NAME } from "#lib/kernel/version.ts";
import { REFUSALS } from "#tests/doubles/fal/behaviour.ts";
import { adaptersWith } from "#tests/setup/adapters.ts";
import { DRAWN_MARKS, facePhoto } from "#tests/setup/face-photo.ts";
import { makePerson, type Person } from "../accounts/people.ts";
import { sentPhotos } from "../batches/sent-photos.ts";
import { clear, db } from "../http/environment.ts";
import { double, openFalEngine } from "../inference/fal-bench.ts";

const { state } = double;
const photo = await facePhoto();
let ada: Person;
beforeEach(async () => {
  await clear();
  state.reset();
  const person = await makePerson();
  const adapters = adaptersWith(person.ctx.adapters, { inference: openFalEngine() });
  ada = { ...person, ctx: { ...person.ctx, adapters } };
});

async function start(candidates = 2) {
  const files = await sentPhotos(["me.jpg"], photo);
  const [right, left] = [DRAWN_MARKS.eyes.right, DRAWN_MARKS.eyes.left];
  const marks = {
    eyes: { right: [...right], left: [...left] },
    mouth: [...DRAWN_MARKS.mouth],
  } as { eyes: { right: [number, number]; left: [number, number] }; mouth: [number, number] };
  const upload = { subject: "me" as const, consent: "true", candidates, seed: 4, ...marks };
  return createFigurine(ada.ctx, { files, upload });
}

/** What the durable function does with the first stage, at its last attempt. */
async function drawCartoon(jobId: string) {
  const { userId, workspaceId } = ada;
  const ctx: Ctx = { ...ada.ctx, actor: { type: "job", jobId, userId, workspaceId } };
  const { id: taskId } = await db.task.findFirstOrThrow({ where: { jobId, name: "cartoon" } });
  return workOnTask(ctx, {
    ...{ taskId, lastAttempt: true },
    work: (task, signal) => makeStage(ctx, task, signal),
  });
}

async function cartoonOf(figurineId: string) {
  const { stages } = await getFigurine(ada.ctx, figurineId);
  const stage = stages.find((one) => one.stage === "cartoon")!;
  return { ...stage, result: stage.result as CartoonResult | null };
}

describe("a figurine with a provider", () => {
  test("has its cartoons drawn there, one order a seed, each named and kept with how it came to be", async () => {
    const { figurineId, jobId } = await start();
    expect(await drawCartoon(jobId)).toBe("succeeded");
    const { result } = await cartoonOf(figurineId);
    expect(result?.engine).toEqual({ name: "fal", version: "fal-ai/nano-banana/edit" });
    const jobs = [...state.jobs.values()].filter(({ endpoint }) => !endpoint.includes("nsfw"));
    expect(jobs.map(({ input }) => input.seed).sort()).toEqual([4, 5]);
    expect(result?.candidates.map((one) => one.providerRequestId).sort()).toEqual(
      jobs.map(({ requestId }) => requestId).sort(),
    );
    // The face is kept there no longer than a day.
    for (const job of jobs) {
      expect(JSON.parse(job.lifecycle!)).toMatchObject({ expiration_duration_seconds: 86_400 });
    }
    const pictures = await db.image.findMany({ where: { jobId, view: "cartoon" } });
    for (const { id: imageId, blobKey } of pictures) {
      const lineage = await getLineage(ada.ctx, { imageId });
      expect(lineage).toMatchObject({ ...{ engine: "fal", isAiMade: true }, source: "generated" });
      expect(state.jobs.has(lineage.providerRequestId!)).toBe(true);
      const { xmp } = await sharp(await ada.ctx.adapters.blob.read(blobKey)).metadata();
      expect(String(xmp)).toContain("compositeWithTrainedAlgorithmicMedia");
      expect(String(xmp)).toContain(lineage.providerRequestId!);
    }
  });

  test("is drawn once, however often the stage runs", async () => {
    const { jobId, figurineId } = await start();
    await drawCartoon(jobId);
    await db.figurine.update({ where: { id: figurineId }, data: { stages: {} } });
    await db.task.updateMany({ where: { jobId, name: "cartoon" }, data: { status: "queued" } });
    expect(await drawCartoon(jobId)).toBe("succeeded");
    expect(state.submits).toBe(2);
  });

  test("may be drawn here when the provider fails: offered, chosen, and named", async () => {
    state.always = { refuse: REFUSALS.noCredit };
    const { figurineId, jobId } = await start();
    expect(await drawCartoon(jobId)).toBe("failed");
    const failed = await cartoonOf(figurineId);
    expect(failed.error).toMatchObject({
      code: "payment_required",
      details: { fallback: "embedded" },
    });
    const again = await reviseFigurine(ada.ctx, { figurineId, changes: { engine: "embedded" } });
    expect(await drawCartoon(again.jobId!)).toBe("succeeded");
    expect((await cartoonOf(figurineId)).result?.engine.name).toBe(KERNEL_NAME);
    expect(state.submits).toBe(0);
  });

  test("is refused with a reason to appeal where the provider calls a picture unsafe", async () => {
    state.always = { isUnsafe: true };
    const { figurineId, jobId } = await start(1);
    expect(await drawCartoon(jobId)).toBe("failed");
    const { error } = await cartoonOf(figurineId);
    expect(error).toMatchObject({ code: "rule_broken" });
    expect(error?.details?.fallback).toBeUndefined();
    expect(await db.image.count({ where: { jobId } })).toBe(0);
  });

  test("leaves nothing of its orders when it is deleted", async () => {
    const { figurineId, jobId } = await start(1);
    await drawCartoon(jobId);
    await deleteFigurine(ada.ctx, figurineId);
    const calls = await db.providerCall.findMany({ where: { designId: figurineId } });
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ output: null, openKey: null });
  });
});
