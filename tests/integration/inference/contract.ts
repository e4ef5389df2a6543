import sharp from "sharp";
import { expect, test } from "vitest";
import type { Inference } from "#lib/adapters/inference/port.ts";
import { importMesh } from "#lib/kernel/import/import-mesh.ts";
import { boxOf, sizeOf } from "#lib/kernel/measure/extent.ts";
import { makePerson, refusalOf } from "../accounts/people.ts";
import { mugPhoto, objectRequest, ownerIn, ringRequest } from "./bench-pieces.ts";

const FORMATS = ["glb", "stl", "3mf"];

/** What every engine behind the port does alike, whoever makes the shape. */
export function inferenceContract(open: () => Promise<Inference>): void {
  test("builds what a kind describes, with numbers, findings, price and files", async () => {
    const engine = await open();
    const model = await engine.buildModel(ringRequest());
    expect(model.measures).toMatchObject({ watertight: true, pieces: 1 });
    expect(model.measures.massG).toBeGreaterThan(0.5);
    expect(model.price.totalMinor).toBeGreaterThan(0);
    expect(model.findings.length).toBeGreaterThan(0);
    expect(model.files.map(({ format }) => format)).toEqual(["glb", "manifest"]);
    expect(engine.engineOf(ringRequest())).toEqual(engine.engine);
  });

  test("makes a closed object of a photo: as high as asked, within its face limit, on the ground", async () => {
    const engine = await open();
    const owner = ownerIn((await makePerson()).workspaceId);
    const request = await objectRequest();
    const model = await engine.buildModel(request, { owner });
    expect(model.measures.watertight).toBe(true);
    expect(model.measures.boxMm[2]).toBeCloseTo(60, 0);
    expect(model.measures.triangles).toBeLessThanOrEqual(4_000);
    expect(model.measures.volumeMm3).toBeGreaterThan(1_000);
    expect(model.files.map(({ format }) => format)).toEqual([...FORMATS, "manifest"]);
    const glb = model.files.find(({ format }) => format === "glb")!;
    expect(sizeOf(boxOf([importMesh(glb.bytes).mesh]))[2]).toBeCloseTo(60, 0);
    expect(model.engine ?? engine.engine).toEqual(engine.engineOf(request));
  });

  test("stands an object on a base where its spec says so", async () => {
    const engine = await open();
    const owner = ownerIn((await makePerson()).workspaceId);
    const bare = await engine.buildModel(await objectRequest(), { owner });
    const based = await engine.buildModel(await objectRequest({ base: true }), { owner });
    expect(based.measures.watertight).toBe(true);
    expect(based.measures.pieces).toBe(1);
    expect(based.measures.boxMm[0]).toBeGreaterThan(bare.measures.boxMm[0]);
  });

  test("shows a preview without an owner at once", async () => {
    const engine = await open();
    const model = await engine.buildModel({ ...(await objectRequest()), quality: "preview" });
    expect(model.measures.watertight).toBe(true);
    expect(model.engine).toBeUndefined();
  });

  test("draws an object of a photo, first as a draft", async () => {
    const engine = await open();
    const owner = ownerIn((await makePerson()).workspaceId);
    const { kind, spec, sources } = await objectRequest();
    const order = { view: "hero", seed: 1, sizePx: 128 } as const;
    for (const quality of ["draft", "final"] as const) {
      const pictures = [{ ...order, quality }];
      const [picture] = await engine.drawPictures(
        { kind, spec, sources: sources!, pictures },
        { owner },
      );
      expect(await sharp(picture!.bytes).metadata()).toMatchObject({ width: 128, height: 128 });
    }
  });

  test("finds the subject of a photo", async () => {
    const engine = await open();
    const subject = await engine.findSubject({ picture: await mugPhoto() });
    expect(subject.confidence).toBeGreaterThan(0.5);
    expect((await sharp(subject.png).metadata()).width).toBe(subject.width);
  });

  test("cuts the subject out of a photo", async () => {
    const engine = await open();
    const owner = ownerIn((await makePerson()).workspaceId);
    expect(engine.offers("remove-background")).toBe(true);
    const task = { task: "remove-background", picture: await mugPhoto() } as const;
    const { pictures, costMicroUsd } = await engine.makePictures(task, { owner });
    expect(pictures).toHaveLength(1);
    expect(costMicroUsd).toBe(engine.estimateMicroUsd({ task: "remove-background" }));
    expect((await sharp(pictures[0]!.bytes).metadata()).hasAlpha).toBe(true);
  });

  test("says which pictures it makes, and makes no others", async () => {
    const engine = await open();
    const owner = ownerIn((await makePerson()).workspaceId);
    const size = { widthPx: 256, heightPx: 256, count: 1 };
    const task = { task: "text-to-image", prompt: "a ring like a leaf", ...size } as const;
    const made = await engine.makePictures(task, { owner }).then(
      ({ pictures }) => pictures.length,
      ({ details }) => details.reason,
    );
    expect(made).toBe(engine.offers("text-to-image") ? 1 : "not_offered");
  });

  test("takes an order ahead, and gives its model later", async () => {
    const engine = await open();
    const owner = ownerIn((await makePerson()).workspaceId);
    const request = await objectRequest();
    await engine.orderModel(request, { owner });
    expect((await engine.buildModel(request, { owner })).measures.watertight).toBe(true);
  });

  test("stops when it is told to", async () => {
    const engine = await open();
    const owner = ownerIn((await makePerson()).workspaceId);
    const signal = AbortSignal.abort(new Error("stopped"));
    const made = engine.buildModel(await objectRequest({}, await mugPhoto("#123456")), {
      owner,
      signal,
    });
    await expect(made).rejects.toThrow();
  });

  test("refuses what cannot be built, naming the rule", async () => {
    const engine = await open();
    const refused = await refusalOf(
      engine.buildModel({ ...ringRequest(), kind: "object", spec: (await objectRequest()).spec }),
    );
    expect(refused.code).toBe("not_found");
  });

  test("answers when it is asked whether it works", async () => {
    const engine = await open();
    await expect(engine.check()).resolves.toBeUndefined();
  });
}
