import "../http/environment.ts";
import { expect, it } from "vitest";
import { createDesign } from "#lib/designs/create-design.ts";
import { editDesign } from "#lib/designs/edit-design.ts";
import { getDesign } from "#lib/designs/get-design.ts";
import { makeFile } from "#lib/designs/make-file.ts";
import { makeModelAgain } from "#lib/designs/make-model-again.ts";
import { requestModel } from "#lib/designs/request-model.ts";
import { listJobFiles } from "#lib/downloads/list-job-files.ts";
import { listOfferedFiles } from "#lib/downloads/list-offered-files.ts";
import { makeJobFile, makeJobFiles } from "#lib/downloads/make-job-files.ts";
import { unavailable } from "#lib/shared/errors.ts";
import { refusalOf } from "../accounts/people.ts";
import { db } from "../http/environment.ts";
import { openStudio, workOn } from "./studio.ts";

const studio = await openStudio();
const { ctx, engine } = studio;
const stranger = await openStudio();
const BAND = { kind: "ring", spec: { style: "plain", alloy: "gold-18k-yellow" } };
const OFFERED = ["3mf", "stl", "usdz", "obj", "svg", "pdf"];

async function builtBand() {
  const { design, modelJobId } = await createDesign(ctx, BAND);
  await workOn(studio, modelJobId!);
  return { designId: design.id, jobId: modelJobId! };
}

const formatsOf = (files: readonly { format: string }[]) => files.map(({ format }) => format);

it("makes a file when it is first asked for, once, and lists it with its size then", async () => {
  const { designId } = await builtBand();
  const before = engine.built;
  const [first, same] = await Promise.all([
    makeFile(ctx, { designId, format: "stl" }),
    makeFile(ctx, { designId, format: "stl" }),
  ]);
  const later = await makeFile(ctx, { designId, format: "stl" });
  expect(engine.built - before).toBe(1);
  expect([same.sha256, later.sha256]).toEqual([first.sha256, first.sha256]);
  const { revision } = await getDesign(ctx, { designId });
  const shown = revision.files.find(({ format }) => format === "stl");
  expect(shown).toMatchObject({ bytes: first.bytes, sha256: first.sha256 });
});

it("lists in the manifest what there is, also where two files were made at once", async () => {
  const { designId } = await builtBand();
  const formats = ["stl", "3mf"] as const;
  await Promise.all(formats.map((format) => makeFile(ctx, { designId, format })));
  const { blobKey } = await makeFile(ctx, { designId, format: "manifest" });
  const text = new TextDecoder().decode(await ctx.adapters.blob.read(blobKey));
  const { files, lineage } = JSON.parse(text);
  expect(formatsOf(files).sort()).toEqual(["3mf", "glb", "stl"]);
  expect(lineage).toMatchObject({ design: designId, revision: "1" });
});

it("makes files of older revisions from their own numbers", async () => {
  const { designId } = await builtBand();
  await editDesign(ctx, { designId, patch: { bandWidthMm: 4 } });
  const old = await makeFile(ctx, { designId, revisionNumber: 1, format: "stl" });
  const newest = await makeFile(ctx, { designId, format: "stl" });
  expect(old.sha256).not.toBe(newest.sha256);
});

it("keeps nothing of a file that failed, so that asking again makes it", async () => {
  const { designId } = await builtBand();
  engine.breakOnce = unavailable("The workshop broke down. Try again.");
  const failed = await refusalOf(makeFile(ctx, { designId, format: "pdf" }));
  expect(failed.code).toBe("unavailable");
  expect((await makeFile(ctx, { designId, format: "pdf" })).bytes).toBeGreaterThan(0);
});

it("has no file for someone else, and no manifest before a model is built", async () => {
  const { designId } = await builtBand();
  const foreign = makeFile(stranger.ctx, { designId, format: "stl" });
  expect((await refusalOf(foreign)).code).toBe("not_found");
  const { design } = await createDesign(ctx, BAND);
  const early = makeFile(ctx, { designId: design.id, format: "manifest" });
  expect((await refusalOf(early)).code).toBe("not_found");
});

it("lets a job's files be asked for by name, and its archive hold all of them", async () => {
  const { jobId } = await builtBand();
  const offered = await listOfferedFiles(ctx, jobId);
  expect(formatsOf(offered)).toEqual(OFFERED);
  await makeJobFile(ctx, jobId, "ring-cast.stl");
  expect((await refusalOf(makeJobFile(ctx, jobId, "ring-cast.exe"))).code).toBe("not_found");
  await makeJobFiles(ctx, jobId);
  expect(await listOfferedFiles(ctx, jobId)).toEqual([]);
  const made = formatsOf(await listJobFiles(ctx, jobId));
  expect(made.toSorted()).toEqual([...OFFERED, "glb", "manifest"].toSorted());
});

it("starts a job for formats that are not there yet, and none for those that are", async () => {
  const { designId, jobId } = await builtBand();
  expect(await requestModel(ctx, { designId, formats: ["glb"] })).toBe(jobId);
  const further = await requestModel(ctx, { designId, formats: ["glb", "stl", "pdf"] });
  await workOn(studio, further);
  const task = await db.task.findFirstOrThrow({ where: { jobId: further } });
  expect(task.input).toMatchObject({ formats: ["stl", "pdf"] });
  const { revision } = await getDesign(ctx, { designId });
  const made = revision.files.filter(({ bytes }) => bytes !== null);
  expect(formatsOf(made).toSorted()).toEqual(["glb", "manifest", "pdf", "stl"]);
});

it("makes a model again with a true word about what can differ, one at a time", async () => {
  const { designId, jobId } = await builtBand();
  const before = (await getDesign(ctx, { designId })).revision.meshHash;
  const made = await makeModelAgain(ctx, { designId });
  expect(made.jobId).not.toBe(jobId);
  expect(made.again).toMatchObject({ isExact: true, message: expect.stringMatching(/same model/) });
  expect((await makeModelAgain(ctx, { designId })).jobId).toBe(made.jobId);
  await workOn(studio, made.jobId);
  expect((await getDesign(ctx, { designId })).revision.meshHash).toBe(before);
  const foreign = makeModelAgain(stranger.ctx, { designId });
  expect((await refusalOf(foreign)).code).toBe("not_found");
});
