import "../http/environment.ts";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { compareRevisions } from "#lib/designs/compare-revisions.ts";
import { createDesign } from "#lib/designs/create-design.ts";
import { editDesign } from "#lib/designs/edit-design.ts";
import { requestSizeRun } from "#lib/designs/request-size-run.ts";
import { solveDesign } from "#lib/designs/solve-design.ts";
import { listJobFiles } from "#lib/downloads/list-job-files.ts";
import { getJob } from "#lib/jobs/get-job.ts";
import { refusalOf } from "../accounts/people.ts";
import { db } from "../http/environment.ts";
import { openStudio, workOn } from "./studio.ts";

const studio = await openStudio();
const { ctx } = studio;
const stranger = await openStudio();
const BAND = { kind: "ring", spec: { style: "plain", bandWidthMm: 4, alloy: "gold-18k-yellow" } };

const makeBand = async () => (await createDesign(ctx, BAND)).design;
const under = (value: number) => ({ measure: "mass", value, bound: "at-most" }) as const;

describe("solving for a mass", () => {
  it("makes a revision of the alloy asked for, within 1 % below the target", async () => {
    const { id } = await makeBand();
    const solved = await solveDesign(ctx, {
      designId: id,
      target: under(3.5),
      patch: { alloy: "gold-14k-yellow" },
    });
    expect(solved.value).toBeLessThanOrEqual(3.5);
    expect(solved.value).toBeGreaterThanOrEqual(0.99 * 3.5);
    const { revision } = solved.design;
    expect(revision).toMatchObject({ number: 2, spec: { alloy: "gold-14k-yellow" } });
    expect(revision.changes.map(({ field }) => field)).toEqual([
      "bandWidthMm",
      "bandThicknessMm",
      "alloy",
    ]);
  });

  it("writes nothing when the limits bind, and says which", async () => {
    const { id } = await makeBand();
    const error = await refusalOf(solveDesign(ctx, { designId: id, target: under(0.2) }));
    expect(error.code).toBe("rule_broken");
    expect(error.userMessage).toContain("band width at its least of 1.6 mm");
    expect(await db.revision.count({ where: { designId: id } })).toBe(1);
  });

  it("is refused on a base that is no longer the newest, and for a design of someone else", async () => {
    const { id } = await makeBand();
    await editDesign(ctx, { designId: id, patch: { bandWidthMm: 5 } });
    const late = solveDesign(ctx, { designId: id, target: under(4), baseRevision: 1 });
    expect((await refusalOf(late)).code).toBe("conflict");
    const foreign = solveDesign(stranger.ctx, { designId: id, target: under(4) });
    expect((await refusalOf(foreign)).code).toBe("not_found");
  });
});

describe("a run of sizes", () => {
  it("is one ZIP of its job, with a line for every size", async () => {
    const { id } = await makeBand();
    const jobId = await requestSizeRun(ctx, { designId: id, system: "us", from: 5, to: 7 });
    await workOn(studio, jobId);
    const job = await getJob(ctx, jobId);
    expect(job).toMatchObject({ kind: "size-run", status: "succeeded", successful: 1 });
    const [file, ...others] = await listJobFiles(ctx, jobId);
    expect([file?.format, file?.mediaType, others]).toEqual(["zip", "application/zip", []]);
    const files = unzipSync(await ctx.adapters.blob.read(file!.blobKey));
    const grams = strFromU8(files["grams.csv"]!).trim().split("\r\n");
    expect(grams.slice(1).map((line) => line.split(",")[0])).toEqual([
      "US 5",
      "US 5.5",
      "US 6",
      "US 6.5",
      "US 7",
    ]);
  });

  it("keeps its ZIP when the same revision is run again", async () => {
    const { id } = await makeBand();
    const run = async (from: number, to: number) => {
      const jobId = await requestSizeRun(ctx, { designId: id, system: "us", from, to });
      await workOn(studio, jobId);
      return jobId;
    };
    const jobIds = [await run(6, 6.5), await run(7, 7.5), await run(6, 6.5)];
    const files = await Promise.all(jobIds.map((jobId) => listJobFiles(ctx, jobId)));
    expect(files.map((own) => own.map(({ filename }) => filename))).toEqual([
      ["ring-sizes-US-6-to-US-6.5-revision-1.zip"],
      ["ring-sizes-US-7-to-US-7.5-revision-1.zip"],
      ["ring-sizes-US-6-to-US-6.5-revision-1.zip"],
    ]);
    for (const { blobKey } of files.flat()) {
      expect(Object.keys(unzipSync(await ctx.adapters.blob.read(blobKey)))).toContain("grams.csv");
    }
  });

  it("refuses a size there is not, before any work", async () => {
    const { id } = await makeBand();
    const error = await refusalOf(
      requestSizeRun(ctx, { designId: id, system: "hk", from: 2, to: 20 }),
    );
    expect([error.code, error.details]).toEqual(["invalid_input", { field: "from", value: 2 }]);
  });
});

describe("comparing two revisions", () => {
  it("answers changes in mm, g, money and findings, and the solids as a model", async () => {
    const { id } = await makeBand();
    await editDesign(ctx, { designId: id, patch: { bandWidthMm: 5, bandThicknessMm: 1.2 } });
    const compared = await compareRevisions(ctx, { designId: id, from: 1, to: 2 });
    expect(
      compared.fields.map(({ field, before, after, unit }) => [field, before, after, unit]),
    ).toEqual([
      ["bandWidthMm", 4, 5, "mm"],
      ["bandThicknessMm", 1.8, 1.2, "mm"],
    ]);
    expect(compared.massDeltaG).toBeLessThan(0);
    expect(compared.priceDeltaMinor).toBeLessThan(0);
    expect(compared.boxMm.before[1]).toBe(4);
    expect(compared.boxMm.after[1]).toBe(5);
    expect(compared).toMatchObject({ addedMm3: 1, removedMm3: 2, model: { format: "glb" } });
    const back = await compareRevisions(ctx, { designId: id, from: 2, to: 1 });
    expect(back.massDeltaG).toBeCloseTo(-compared.massDeltaG, 3);
    expect(back.goneFindings).toEqual(compared.newFindings);
  });

  it("finds no revision there is not, and nothing of someone else's", async () => {
    const { id } = await makeBand();
    const missing = compareRevisions(ctx, { designId: id, from: 1, to: 9 });
    expect((await refusalOf(missing)).code).toBe("not_found");
    const foreign = compareRevisions(stranger.ctx, { designId: id, from: 1, to: 1 });
    expect((await refusalOf(foreign)).code).toBe("not_found");
  });
});
