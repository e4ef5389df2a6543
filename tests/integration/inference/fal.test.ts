import "../http/environment.ts";
import { inspect } from "node:util";
import { beforeEach, describe, expect, test } from "vitest";
import { adapters } from "#lib/adapters/index.ts";
import { chosenLoras, chosenModels } from "#lib/adapters/inference/fal/chosen-models.ts";
import type { PictureTask } from "#lib/adapters/inference/picture-tasks.ts";
import type { WorkOwner } from "#lib/adapters/inference/port.ts";
import { type Behaviour, REFUSALS } from "#tests/doubles/fal/behaviour.ts";
import { DOUBLE_FAL_KEY } from "#tests/doubles/fal/server.ts";
import { makePerson, refusalOf } from "../accounts/people.ts";
import { db } from "../http/environment.ts";
import { mugPhoto, objectRequest, ownerIn } from "./bench-pieces.ts";
import { inferenceContract } from "./contract.ts";
import { double, openFalEngine } from "./fal-bench.ts";

const { state } = double;
let owner: ReturnType<typeof ownerIn>;
beforeEach(async () => {
  state.reset();
  await db.providerCall.deleteMany();
  owner = ownerIn((await makePerson()).workspaceId);
});

const callOf = ({ taskId }: WorkOwner) => db.providerCall.findFirstOrThrow({ where: { taskId } });
const orderWith = async (behaviour: Behaviour) => {
  state.next.push(behaviour);
  return openFalEngine().buildModel(await objectRequest(), { owner });
};

/** Resolves when the row says so: the double works in its own time. */
async function untilStatus(of: WorkOwner, status: string) {
  for (;;) {
    const call = await db.providerCall.findFirst({ where: { taskId: of.taskId } });
    if (call?.status === status) return call;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe("fal behind the inference port", () => {
  inferenceContract(async () => openFalEngine());
});

describe("an order at fal", () => {
  test("is one although two ask for it, and stands in the database with its price", async () => {
    const engine = openFalEngine();
    const request = await objectRequest();
    const [first, second] = await Promise.all([
      engine.buildModel(request, { owner }),
      engine.buildModel(request, { owner: { ...owner, taskId: crypto.randomUUID() } }),
    ]);
    expect(first.meshHash).toBe(second.meshHash);
    expect(state.submits).toBe(1);
    const [call] = await db.providerCall.findMany({ where: { designId: owner.designId } });
    expect(call).toMatchObject({ status: "succeeded", capability: "image-to-3d" });
    expect(call).toMatchObject({ provider: "fal", costMicroUsd: 300_000 });
    expect(call?.requestId).toBe(first.providerRequestId);
  });

  test("stands in the files it made: engine, model, request id and seed", async () => {
    const { files, providerRequestId } = await orderWith({});
    const manifest = files.find(({ format }) => format === "manifest")!;
    const { lineage } = JSON.parse(new TextDecoder().decode(manifest.bytes));
    const { input } = [...state.jobs.values()][0]!;
    expect(lineage).toMatchObject({
      engine: "fal tripo3d/h3.1/image-to-3d",
      request: providerRequestId,
      shape_seed: String(input.model_seed),
    });
  });

  test("keeps its request id before anybody waits, and is taken up after a restart", async () => {
    state.next.push({ workMs: 700 });
    const request = await objectRequest();
    await openFalEngine().orderModel(request, { owner });
    const call = await callOf(owner);
    expect(call.status).toBe("waiting");
    expect(state.jobs.has(call.requestId!)).toBe(true);
    const model = await openFalEngine().buildModel(request, { owner });
    expect(model.providerRequestId).toBe(call.requestId);
    expect(state.submits).toBe(1);
  });

  test("is not made again for another height: the shape is there", async () => {
    const engine = openFalEngine();
    const photo = await mugPhoto();
    const low = await engine.buildModel(await objectRequest({ heightMm: 40 }, photo), { owner });
    const high = await engine.buildModel(await objectRequest({ heightMm: 80 }, photo), { owner });
    expect([low.measures.boxMm[2], high.measures.boxMm[2]].map(Math.round)).toEqual([40, 80]);
    expect(state.submits).toBe(1);
  });

  test("sends the photo up, and the subject alone where a person drew a mask", async () => {
    const engine = openFalEngine();
    const photo = await mugPhoto();
    await engine.buildModel(await objectRequest({}, photo), { owner });
    expect([...state.uploads.values()][0]).toEqual(photo.png);
    const request = await objectRequest({ mask: "drawn" }, photo);
    const mask = await mugPhoto("#ffffff");
    await engine.buildModel(
      { ...request, sources: { ...request.sources, drawn: mask } },
      { owner },
    );
    expect([...state.uploads.values()][1]).not.toEqual(photo.png);
    expect(state.submits).toBe(2);
  });

  test("is cancelled at fal when its work is stopped", async () => {
    state.next.push({ workMs: 60_000 });
    const stop = new AbortController();
    const { signal } = stop;
    const made = openFalEngine().buildModel(await objectRequest(), { owner, signal });
    const { requestId } = await untilStatus(owner, "waiting");
    stop.abort(new Error("The job was stopped."));
    await expect(made).rejects.toThrow("stopped");
    expect(state.cancelled).toEqual([requestId]);
    expect(await callOf(owner)).toMatchObject({ status: "cancelled", costMicroUsd: 0 });
  });

  test("is cancelled by the sweep when its job was stopped while no process was there", async () => {
    state.next.push({ workMs: 60_000 });
    await openFalEngine().orderModel(await objectRequest(), { owner });
    const after = openFalEngine();
    // Its job is not there: the batch was deleted meanwhile.
    expect(await after.cancelAbandoned()).toBe(1);
    expect(state.cancelled).toEqual([(await callOf(owner)).requestId]);
    expect(await after.cancelAbandoned()).toBe(0);
  });

  test("goes on when the stream of states breaks and a question fails", async () => {
    const model = await orderWith({ hasNoStream: true, failStatuses: 2 });
    expect(model.measures.watertight).toBe(true);
    expect(state.submits).toBe(1);
  });

  test("waits for a place where so many are under way as are allowed", async () => {
    const engine = openFalEngine({ FAL_CONCURRENCY: 1 });
    const colours = ["#aa0000", "#00aa00", "#0000aa"];
    await Promise.all(
      colours.map(async (colour) =>
        engine.buildModel(await objectRequest({}, await mugPhoto(colour)), {
          owner: { ...owner, designId: crypto.randomUUID() },
        }),
      ),
    );
    const times = [...state.jobs.values()].map(({ submittedMs, doneMs }) => [submittedMs, doneMs]);
    expect(times.every(([from], i) => i === 0 || from! >= times[i - 1]![1]!)).toBe(true);
  });

  test("leaves nothing of a design that is deleted", async () => {
    const engine = openFalEngine();
    await engine.buildModel(await objectRequest(), { owner });
    const { id } = await callOf(owner);
    expect(await adapters().blob.list(`provider/${id}`)).toHaveLength(1);
    await engine.forgetDesign(owner.designId);
    expect(await adapters().blob.list(`provider/${id}`)).toEqual([]);
    expect(await callOf(owner)).toMatchObject({ resultKey: null, output: null, openKey: null });
  });
});

describe("what fal refuses", () => {
  const refusals: [keyof typeof REFUSALS, Record<string, unknown>][] = [
    ["wrongKey", { code: "unavailable", retryable: false, reason: "key" }],
    ["noCredit", { code: "payment_required", retryable: false, reason: "credit" }],
    ["locked", { code: "payment_required", retryable: false, reason: "credit" }],
    ["field", { code: "invalid_input", retryable: false, reason: "input" }],
    ["contentPolicy", { code: "invalid_input", retryable: false, reason: "content_policy" }],
    ["tooMany", { code: "rate_limited", retryable: true, retryAfterSeconds: 7, reason: "limit" }],
    ["broken", { code: "unavailable", retryable: true, reason: "down" }],
    ["overloaded", { code: "unavailable", retryable: true, retryAfterSeconds: 3, reason: "down" }],
  ];

  test.each(refusals)("%s is told as a fact, and nothing is paid", async (name, facts) => {
    const error = await refusalOf(orderWith({ refuse: REFUSALS[name] }));
    const { code, retryable, retryAfterSeconds, details } = error;
    expect({ code, retryable, retryAfterSeconds, reason: details.reason }).toMatchObject(facts);
    expect(details.fallback).toBe(name === "contentPolicy" ? undefined : "embedded");
    expect(state.submits).toBe(0);
    expect((await callOf(owner)).status).toBe(facts.retryable ? "preparing" : "failed");
  });

  test("a field error names the field", async () => {
    const { fieldErrors } = await refusalOf(orderWith({ refuse: REFUSALS.field }));
    expect(fieldErrors).toEqual({ image_url: "Image is too small" });
  });

  test("a job that says COMPLETED and has failed is a failure, and may be ordered anew", async () => {
    const error = await refusalOf(orderWith({ fail: REFUSALS.field }));
    expect(error).toMatchObject({ code: "invalid_input", details: { fallback: "embedded" } });
    expect((await callOf(owner)).status).toBe("failed");
    await orderWith({});
    expect(state.submits).toBe(2);
  });

  test("an order cut off while it is sent is not sent twice by itself", async () => {
    const error = await refusalOf(orderWith({ cutSubmit: true }));
    expect(error).toMatchObject({ retryable: false, details: { reason: "unclear" } });
    expect(state.submits).toBe(1);
  });

  test("an order whose process died while sending is not sent twice by itself", async () => {
    const request = await objectRequest();
    state.next.push({ refuse: REFUSALS.overloaded });
    await refusalOf(openFalEngine().orderModel(request, { owner }));
    await db.providerCall.updateMany({
      where: { taskId: owner.taskId },
      data: { status: "sending", sentAt: new Date(Date.now() - 60_000) },
    });
    const error = await refusalOf(openFalEngine().buildModel(request, { owner }));
    expect(error.details.reason).toBe("unclear");
    expect(state.submits).toBe(0);
  });

  test("a service that is not there may be tried again", async () => {
    const engine = openFalEngine({ FAL_BASE_URL: "http://127.0.0.1:9" });
    const error = await refusalOf(engine.buildModel(await objectRequest(), { owner }));
    expect(error).toMatchObject({
      ...{ code: "unavailable", retryable: true },
      details: { reason: "down", fallback: "embedded" },
    });
  });
});

describe("what fal makes", () => {
  test("a package gives the model in it", async () => {
    expect((await orderWith({ file: "zip" })).measures.watertight).toBe(true);
  });

  test("a download that breaks off is taken again, and paid once", async () => {
    expect((await orderWith({ cutDownloads: 2 })).measures.watertight).toBe(true);
    expect(state.submits).toBe(1);
  });

  const useless: [string, Behaviour, RegExp][] = [
    ["an FBX", { file: "fbx" }, /FBX/],
    ["a package without a model", { file: "zip-without-model" }, /holds no model/],
    ["a mesh without a triangle", { file: "no-triangle" }, /holds no triangle/],
    ["an empty file", { file: "empty" }, /is empty/],
    ["a file that is gone", { isDead: true }, /no longer has this/],
  ];
  test.each(useless)("%s is told so, and another try orders anew", async (_, behaviour, words) => {
    const error = await refusalOf(orderWith(behaviour));
    expect(error.userMessage).toMatch(words);
    expect(error).toMatchObject({ retryable: false, details: { fallback: "embedded" } });
    expect((await callOf(owner)).status).toBe("failed");
    await orderWith({});
    expect(state.submits).toBe(2);
  });
});

describe("pictures by fal", () => {
  const prompt = "a ring like a leaf";

  const askFor = async (task: PictureTask["task"], more: object = {}) => {
    const picture = await mugPhoto();
    return {
      ...{ task, prompt, picture, mask: picture, pictures: [picture], reference: picture },
      ...{ by: "edges", strength: 0.7, style: "comic", widthPx: 256, heightPx: 256, seed: 5 },
      ...more,
    } as unknown as PictureTask;
  };
  const endpoints = () => [...state.jobs.values()].map(({ endpoint }) => endpoint);

  test.each([
    ["text-to-image", "fal-ai/flux/schnell", 2],
    ["edit", "fal-ai/nano-banana/edit", 2],
    ["inpaint", "fal-ai/flux-pro/v1/fill", 2],
    ["control", "fal-ai/z-image/turbo/controlnet", 2],
    ["restyle", "fal-ai/nano-banana/edit", 2],
    ["stylise", "fal-ai/nano-banana/edit", 2],
    ["remove-background", "fal-ai/birefnet/v2", 1],
  ] as const)("%s goes to %s, and comes back whole", async (task, endpoint, count) => {
    const engine = openFalEngine();
    const made = await engine.makePictures(await askFor(task, { count }), { owner });
    expect(made.engine).toEqual({ name: "fal", version: endpoint });
    const edgePx = task === "text-to-image" ? 256 : 320;
    expect(made.pictures.map(({ width, height }) => [width, height])).toEqual(
      Array.from({ length: count }, () => [edgePx, edgePx]),
    );
    expect(endpoints()).toEqual([endpoint]);
    const call = await callOf(owner);
    expect(call).toMatchObject({ status: "succeeded", capability: task });
    expect(made.pictures.map((one) => one.providerRequestId)).toEqual(
      Array.from({ length: count }, () => call.requestId),
    );
    const estimate = engine.estimateMicroUsd({ task, count, widthPx: 256, heightPx: 256 });
    expect([call.costMicroUsd, made.costMicroUsd]).toEqual([estimate, estimate]);
    expect(estimate).toBeGreaterThan(0);
  });

  test.each([
    ["pulid", "fal-ai/flux-pulid", 2],
    ["instant-character", "fal-ai/instant-character", 1],
    ["flux-lora", "fal-ai/flux-lora/image-to-image", 1],
    ["cartoonify", "fal-ai/image-editing/cartoonify", 2],
  ])(
    "a person is stylised by %s where it is chosen, in as many orders as it takes",
    async (name, endpoint, orders) => {
      const engine = openFalEngine({
        ...{ FAL_MODELS: `stylise=${name}`, FAL_LORAS: "comic=owner/comic-lines@0.8" },
      });
      const { pictures } = await engine.makePictures(await askFor("stylise", { count: 2 }), {
        owner,
      });
      expect(pictures).toHaveLength(2);
      expect(endpoints()).toEqual(Array.from({ length: orders }, () => endpoint));
      const inputs = [...state.jobs.values()].map(({ input }) => input);
      expect(inputs.map(({ seed }) => seed).sort()).toEqual([5, 6].slice(0, orders));
      expect(inputs[0]?.loras).toEqual(
        name === "flux-lora" ? [{ path: "owner/comic-lines", scale: 0.8 }] : undefined,
      );
    },
  );

  test("a style that the chosen model does not draw goes to one that does", async () => {
    const engine = openFalEngine({ FAL_MODELS: "stylise=plushify" });
    await engine.makePictures(await askFor("stylise", { style: "plush" }), { owner });
    await engine.makePictures(await askFor("stylise", { style: "marble" }), { owner });
    expect(endpoints()).toEqual(["fal-ai/plushify", "fal-ai/nano-banana/edit"]);
  });

  test("the same pictures are not paid twice, and others are", async () => {
    const engine = openFalEngine();
    const first = await engine.makePictures(await askFor("edit"), { owner });
    const again = await openFalEngine().makePictures(await askFor("edit"), { owner });
    expect(again.pictures[0]?.providerRequestId).toBe(first.pictures[0]?.providerRequestId);
    await engine.makePictures(await askFor("edit", { seed: 6 }), { owner });
    expect(state.submits).toBe(2);
  });

  test("what this machine does too is offered when fal fails, and done here when it is chosen", async () => {
    const engine = openFalEngine();
    for (const [task, fallback] of [
      ["remove-background", "embedded"],
      ["edit", undefined],
    ] as const) {
      state.next.push({ refuse: REFUSALS.noCredit });
      const error = await refusalOf(engine.makePictures(await askFor(task), { owner }));
      expect(error).toMatchObject({ code: "payment_required" });
      expect(error.details.fallback).toBe(fallback);
    }
    const here = await engine.makePictures(await askFor("remove-background"), {
      owner,
      here: true,
    });
    expect(here).toMatchObject({ engine: engine.engine, costMicroUsd: 0 });
    expect(state.submits).toBe(0);
  });

  test("are checked, each with its own answer", async () => {
    const pictures = [await mugPhoto(), await mugPhoto("#00ff00")];
    expect(await openFalEngine().judgePictures(pictures, { owner })).toEqual([false, false]);
  });

  test("of words alone a shape is made too", async () => {
    const { kind, spec, quality } = await objectRequest({ picture: null });
    const request = { kind, spec, quality, prompt: "a little fox" };
    const model = await openFalEngine().buildModel(request, { owner });
    expect(model.engine?.version).toBe("tripo3d/h3.1/text-to-3d");
    expect([...state.jobs.values()][0]?.input.prompt).toBe("a little fox");
  });
});

describe("the key", () => {
  test("stands in no error, however it is looked at", async () => {
    const echo = { detail: `The key ${DOUBLE_FAL_KEY} is wrong` };
    for (const status of [400, 401, 403, 422, 429, 500]) {
      const error = await refusalOf(orderWith({ refuse: { status, body: echo } }));
      expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(DOUBLE_FAL_KEY);
      expect(JSON.stringify(await db.providerCall.findMany())).not.toContain(DOUBLE_FAL_KEY);
    }
  });
});

describe("what a piece will cost", () => {
  const engine = openFalEngine();
  test("is its model's price where fal makes it, and nothing where the kernel does", async () => {
    const { kind, spec } = await objectRequest();
    expect(engine.estimateMicroUsd({ piece: { kind, spec } })).toBe(300_000);
    const ofWords = { kind, spec: { ...spec, picture: null }, prompt: "a little fox" };
    expect(engine.estimateMicroUsd({ piece: ofWords })).toBe(300_000);
    expect(engine.estimateMicroUsd({ piece: { kind, spec, here: true } })).toBe(0);
    expect(engine.estimateMicroUsd({ piece: { kind: "ring", spec: {} } })).toBe(0);
  });
});

describe("the choice of models", () => {
  test("takes the first of the table, or the one the setting names", () => {
    expect(chosenModels()["image-to-3d"].endpoint).toBe("tripo3d/h3.1/image-to-3d");
    expect(chosenModels("image-to-3d=trellis-2, edit=kontext")).toMatchObject({
      "image-to-3d": { endpoint: "fal-ai/trellis-2" },
      edit: { endpoint: "fal-ai/flux-pro/kontext" },
    });
  });

  test("names what there is when it is wrong", () => {
    expect(() => chosenModels("image-to-3d=best")).toThrow(/tripo-h3\.1, tripo-v2\.5/);
    expect(() => chosenModels("magic=best")).toThrow(/text-to-image/);
    expect(() => chosenLoras("fog=owner/name")).toThrow(/FAL_LORAS.*marble/);
    expect(() => chosenLoras("plush")).toThrow(/FAL_LORAS/);
  });
});
