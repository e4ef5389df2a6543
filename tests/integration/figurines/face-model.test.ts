import "./face-model-environment.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startExecutor, stopExecutor } from "#inngest/embedded/index.ts";
import { deleteFigurine } from "#lib/figurines/delete-figurine.ts";
import { getFigurine } from "#lib/figurines/get-figurine.ts";
import { faceAt } from "#tests/doubles/insight-face/server.ts";
import { facePhoto } from "#tests/setup/face-photo.ts";
import { model } from "./face-model-environment.ts";
import { AGREED, type FigurineStudio, MARKED, openStudio } from "./studio.ts";

const photo = await facePhoto();
let studio: FigurineStudio;
beforeAll(async () => {
  studio = await openStudio();
});
beforeEach(() => {
  model.faces = null;
  model.mishaps.length = 0;
});
afterAll(() => studio.person.ctx.adapters.inference.close());

const messageOf = (checks: readonly { check: string; message: string }[], name: string) =>
  checks.find(({ check }) => check === name)?.message;

describe("a photo, with a face model set up", () => {
  test.each([
    ["no face", () => [], /No face was found. A photo of one face from the front works/],
    [
      "two faces",
      (w: number, h: number) => [
        faceAt(w, h, { x: 0.3, size: 0.6 }),
        faceAt(w, h, { x: 0.7, size: 0.6 }),
      ],
      /2 faces were found. Crop to one of them/,
    ],
    [
      "a face turned away",
      (w: number, h: number) => [faceAt(w, h, { turn: 0.43 })],
      /turned away. A photo looking at the camera works/,
    ],
  ])("with %s is refused by a sentence, and kept for a new crop", async (_what, faces, words) => {
    model.faces = faces;
    const { status, body } = await studio.send({ ...AGREED, ...MARKED }, [photo]);
    expect([status, body.error.code]).toEqual([422, "rule_broken"]);
    expect(body.error.message).toMatch(words);
    expect(body.error.message).toMatch(/The photo is kept for a new crop/);
    const { ctx } = studio.person;
    const kept = await getFigurine(ctx, body.error.details.figurine_id);
    expect([kept.status, kept.photos.length]).toEqual(["needs_crop", 1]);
    await deleteFigurine(ctx, kept.id);
  });

  test("of two people is taken once it is cropped to one of them", async () => {
    model.faces = (w, h) => [faceAt(w, h), faceAt(w, h, { x: 0.95, size: 0.1 })];
    const { body: refused } = await studio.send({ ...AGREED, ...MARKED }, [photo]);
    const id = refused.error.details.figurine_id as string;
    const crop = { x: 0, y: 0, width: 0.8, height: 1 };
    const { status } = await studio.patch(id, { crop });
    expect(status).toBe(202);
    await deleteFigurine(studio.person.ctx, id);
  });

  test("has its eyes and mouth found where nobody marked them", async () => {
    const { status, body } = await studio.send(AGREED, [photo]);
    expect(status).toBe(202);
    const view = await getFigurine(studio.person.ctx, body.figurine_id);
    expect(view.input.eyes?.right).toEqual([expect.closeTo(0.4, 2), expect.closeTo(0.42, 2)]);
    expect(messageOf(view.checks, "marks")).toBe("The face model found eyes and mouth.");
    await deleteFigurine(studio.person.ctx, view.id);
  });

  test("is taken by its marks while the face model does not answer, and that is said", async () => {
    model.mishaps.push({ status: 401 });
    const { status, body } = await studio.send({ ...AGREED, ...MARKED }, [photo]);
    expect(status).toBe(202);
    const view = await getFigurine(studio.person.ctx, body.figurine_id);
    expect(messageOf(view.checks, "face")).toMatch(/does not answer just now/);
    await deleteFigurine(studio.person.ctx, view.id);
  });
});

describe("a stage that fails", () => {
  beforeAll(() => startExecutor());
  afterAll(() => stopExecutor());

  test("keeps the stages before it, says why, and is tried again from there: then likeness is measured", {
    timeout: 300_000,
  }, async () => {
    // The key is refused only once the photo was looked at: what asks next is the likeness.
    model.mishaps.push("none", { status: 403 });
    const fields = { ...AGREED, ...MARKED, height_mm: "60", candidates: "1" };
    const { body: sent } = await studio.send(fields, [photo]);
    await studio.endOf(sent.job_id);
    const { body: failed } = await studio.read(sent.figurine_id);
    const statusOf = (view: typeof failed) =>
      view.stages.map(({ status }: { status: string }) => status);
    expect(statusOf(failed)).toEqual([
      ...["done", "done", "done"],
      ...["failed", "failed", "failed"],
    ]);
    expect(failed.status).toBe("failed");
    expect(failed.stages[3].error.message).toMatch(/refuses this site's key/);
    expect(failed.stages[4].error.message).toMatch(/what is done stays/);

    const again = await studio.patch(sent.figurine_id, {});
    expect([again.status, again.body.stages]).toEqual([202, ["scores", "proof", "turntable"]]);
    await studio.endOf(again.body.job_id);
    const { body: made } = await studio.read(sent.figurine_id);
    expect(made.status).toBe("ready");
    expect(made.stages.slice(0, 3)).toEqual(
      failed.stages
        .slice(0, 3)
        .map(({ result }: { result: unknown }) => expect.objectContaining({ result })),
    );
    const likeness = made.stages[3].result.scores[1];
    expect(likeness).toMatchObject({ id: "likeness", terms: { model: "insightface" } });
    expect(likeness.value).toBeGreaterThanOrEqual(0);
    expect(likeness.value).toBeLessThanOrEqual(1);
  });
});
