import "../http/environment.ts";
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createDesign } from "#lib/designs/create-design.ts";
import { deleteDesign } from "#lib/designs/delete-design.ts";
import { editDesign } from "#lib/designs/edit-design.ts";
import { getDesign } from "#lib/designs/get-design.ts";
import { listDesigns } from "#lib/designs/list-designs.ts";
import { listRevisions } from "#lib/designs/list-revisions.ts";
import { renameDesign } from "#lib/designs/rename-design.ts";
import { requestPictures } from "#lib/designs/request-pictures.ts";
import { revertDesign } from "#lib/designs/revert-design.ts";
import { listKinds } from "#lib/kinds/registry.ts";
import { guest, keyContext, refusalOf } from "../accounts/people.ts";
import { db } from "../http/environment.ts";
import { openStudio, withEngine, workOn } from "./studio.ts";

const studio = await openStudio();
const { ctx } = studio;
const BAND = { kind: "ring", spec: { style: "plain", bandWidthMm: 2, alloy: "gold-18k-rose" } };

describe("making a design", () => {
  it("answers its numbers at once and starts pictures and model", async () => {
    const { design, picturesJobId, modelJobId } = await createDesign(ctx, {
      ...BAND,
      prompt: "a rose gold band",
    });
    expect(design).toMatchObject({
      kind: "ring",
      revision: { number: 1, prompt: "a rose gold band" },
    });
    expect(design.revision.spec).toMatchObject({ bandWidthMm: 2, bandThicknessMm: 1.8 });
    expect(design.revision.measures?.massG).toBeGreaterThan(1);
    expect(design.revision.enhancedPrompt).toContain("rose gold");
    const jobs = await db.job.findMany({
      where: { designId: design.id },
      orderBy: { kind: "asc" },
    });
    expect(jobs.map(({ id, kind }) => [kind, id])).toEqual([
      ["build-model", modelJobId],
      ["draw-pictures", picturesJobId],
    ]);
  });

  it("promises the events of its jobs in the same transaction", async () => {
    const { picturesJobId, modelJobId } = await createDesign(ctx, BAND);
    const events = await db.outboxEvent.findMany({ orderBy: { createdAt: "asc" } });
    const promised = events.filter(({ data }) =>
      [picturesJobId, modelJobId].includes((data as { jobId: string }).jobId),
    );
    expect(promised.map(({ name }) => name)).toEqual([
      "design/pictures.requested",
      "design/model.requested",
    ]);
  });

  it("takes no number that a row cannot hold", async () => {
    for (const seed of [1.5, -1, 2 ** 31, Number.NaN]) {
      expect((await refusalOf(createDesign(ctx, { ...BAND, seed }))).code).toBe("invalid_input");
    }
    const { design } = await createDesign(ctx, BAND);
    const designId = design.id;
    const huge = getDesign(ctx, { designId, revisionNumber: 2 ** 40 });
    expect((await refusalOf(huge)).code).toBe("not_found");
    const cursor = String(2 ** 40);
    expect((await refusalOf(listRevisions(ctx, { designId, cursor }))).code).toBe("invalid_input");
  });

  it("happens once under one effect id, also when it is asked for again", async () => {
    const effectId = randomUUID();
    const first = await createDesign(ctx, { ...BAND, effectId });
    const second = await createDesign(ctx, { ...BAND, effectId });
    expect(second.design.id).toBe(first.design.id);
    expect(second.picturesJobId).toBe(first.picturesJobId);
    expect(await db.job.count({ where: { designId: first.design.id } })).toBe(2);
  });

  it("refuses a value outside its range with limit and nearest, and writes nothing", async () => {
    const before = await db.design.count();
    const refusal = await refusalOf(
      createDesign(ctx, { kind: "ring", spec: { bandWidthMm: 0.1 } }),
    );
    expect(refusal).toMatchObject({
      code: "invalid_input",
      details: { field: "bandWidthMm", minimum: 1.6, maximum: 12, nearest: 1.6, unit: "mm" },
    });
    expect(await db.design.count()).toBe(before);
  });

  it("refuses a kind there is not, with those there are", async () => {
    const refusal = await refusalOf(createDesign(ctx, { kind: "spoon" }));
    const allowed = listKinds().map(({ id }) => id);
    expect(refusal).toMatchObject({ code: "invalid_input", details: { allowed } });
  });

  it("refuses a field the kind does not have", async () => {
    const refusal = await refusalOf(createDesign(ctx, { kind: "ring", spec: { wings: 2 } }));
    expect(refusal.fieldErrors).toEqual({ wings: "Unknown field." });
  });

  it("refuses what cannot be built in the engine's words", async () => {
    const refusal = await refusalOf(
      createDesign(ctx, { kind: "ring", spec: { stoneLengthMm: 14, stoneWidthMm: 13 } }),
    );
    expect(refusal).toMatchObject({ code: "rule_broken", details: { nearest: 12 } });
  });

  it("asks a guest to sign in and a reading key for its scope", async () => {
    expect((await refusalOf(createDesign(guest(), BAND))).code).toBe("unauthenticated");
    const reading = withEngine(keyContext(studio, ["read"]), studio.engine);
    expect((await refusalOf(createDesign(reading, BAND))).code).toBe("forbidden");
  });
});

describe("editing a design", () => {
  it("makes a new revision that says what moved, in mm, g and money", async () => {
    const { design } = await createDesign(ctx, BAND);
    const { design: edited } = await editDesign(ctx, {
      designId: design.id,
      patch: { bandWidthMm: 2.4 },
      prompt: "a bit wider",
    });
    const { revision } = edited;
    expect(revision.number).toBe(2);
    expect(revision.changes).toEqual([
      { field: "bandWidthMm", label: "Band width", before: 2, after: 2.4, unit: "mm" },
    ]);
    const [before, after] = [design.revision, revision];
    expect(revision.massDeltaG).toBeCloseTo(after.measures!.massG - before.measures!.massG, 2);
    expect(revision.priceDeltaMinor).toBe(after.price!.totalMinor - before.price!.totalMinor);
    expect(revision.priceDeltaMinor).toBeGreaterThan(0);
    expect(revision.seed).toBe(design.revision.seed);
  });

  it("counts the change alone, not that the model before is finished and the new one is not", async () => {
    const { design, modelJobId } = await createDesign(ctx, BAND);
    const preview = design.revision;
    await workOn(studio, modelJobId!);
    const { design: edited } = await editDesign(ctx, {
      designId: design.id,
      patch: { finish: "satin" },
    });
    expect(edited.revision.massDeltaG).toBe(0);
    expect(edited.revision.priceDeltaMinor).toBe(0);
    expect(edited.revision.measures?.massG).toBe(preview.measures?.massG);
  });

  it("tells a finding the revision before did not have", async () => {
    const { design } = await createDesign(ctx, BAND);
    const { design: edited } = await editDesign(ctx, {
      designId: design.id,
      patch: { bandThicknessMm: 1.2 },
    });
    expect(edited.revision.newFindings.map(({ rule }) => rule)).toEqual(["band-thickness"]);
  });

  it("renames a piece with its numbers, until somebody has named it", async () => {
    const { design } = await createDesign(ctx, BAND);
    const silver = await editDesign(ctx, { designId: design.id, patch: { alloy: "silver-925" } });
    expect(silver.design.title).toMatch(/silver/i);
    await renameDesign(ctx, { designId: design.id, title: "For Anna" });
    const gold = await editDesign(ctx, { designId: design.id, patch: { alloy: "gold-24k" } });
    expect(gold.design.title).toBe("For Anna");
  });

  it("writes nothing when nothing changes", async () => {
    const { design } = await createDesign(ctx, BAND);
    const same = await editDesign(ctx, { designId: design.id, patch: { bandWidthMm: 2 } });
    expect(same).toMatchObject({ modelJobId: null, design: { revision: { number: 1 } } });
  });

  it("loses against a newer revision as a conflict that names it", async () => {
    const { design } = await createDesign(ctx, BAND);
    await editDesign(ctx, { designId: design.id, patch: { bandWidthMm: 3 } });
    const refusal = await refusalOf(
      editDesign(ctx, { designId: design.id, patch: { bandWidthMm: 4 }, baseRevision: 1 }),
    );
    expect(refusal).toMatchObject({ code: "conflict", details: { newest_revision: 2 } });
  });

  it("lets exactly one of two edits at the same moment win", async () => {
    const { design } = await createDesign(ctx, BAND);
    const edits = [3, 4, 5].map((bandWidthMm) =>
      editDesign(ctx, { designId: design.id, patch: { bandWidthMm }, baseRevision: 1 }),
    );
    const outcomes = await Promise.allSettled(edits);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.revision.count({ where: { designId: design.id } })).toBe(2);
  });

  it("happens once under one effect id", async () => {
    const { design } = await createDesign(ctx, BAND);
    const effectId = randomUUID();
    const edit = { designId: design.id, patch: { bandWidthMm: 3 }, effectId };
    const [first, second] = [await editDesign(ctx, edit), await editDesign(ctx, edit)];
    expect(second.design.revision.id).toBe(first.design.revision.id);
    expect(await db.revision.count({ where: { designId: design.id } })).toBe(2);
  });
});

describe("taking changes back", () => {
  it("goes back step by step, each time as a new revision", async () => {
    const { design } = await createDesign(ctx, BAND);
    const { id: designId } = design;
    await editDesign(ctx, { designId, patch: { bandWidthMm: 3 } });
    await editDesign(ctx, { designId, patch: { bandWidthMm: 4 } });
    const once = await revertDesign(ctx, { designId });
    const twice = await revertDesign(ctx, { designId });
    expect(once.design.revision).toMatchObject({ number: 4, spec: { bandWidthMm: 3 } });
    expect(twice.design.revision).toMatchObject({ number: 5, spec: { bandWidthMm: 2 } });
    expect((await refusalOf(revertDesign(ctx, { designId }))).code).toBe("conflict");
  });

  it("returns to the revision of a number", async () => {
    const { design } = await createDesign(ctx, BAND);
    const { id: designId } = design;
    await editDesign(ctx, { designId, patch: { bandWidthMm: 3 } });
    await editDesign(ctx, { designId, patch: { bandWidthMm: 4 } });
    const { design: back } = await revertDesign(ctx, { designId, toRevision: 1 });
    expect(back.revision.spec).toEqual(design.revision.spec);
    expect((await refusalOf(revertDesign(ctx, { designId, toRevision: 99 }))).code).toBe(
      "not_found",
    );
  });
});

describe("pictures and models of a revision", () => {
  it("stores a final picture for each view and the file for screens, and offers the others", async () => {
    const { design, picturesJobId, modelJobId } = await createDesign(ctx, BAND);
    await workOn(studio, picturesJobId!);
    await workOn(studio, modelJobId!);
    const { revision } = await getDesign(ctx, { designId: design.id });
    expect(revision.pictures.map(({ view, quality }) => [view, quality]).sort()).toEqual([
      ["front", "final"],
      ["hero", "final"],
      ["top", "final"],
    ]);
    expect(revision.files.map(({ format, purpose, bytes }) => [format, purpose, !!bytes])).toEqual([
      ["glb", "view", true],
      ["manifest", "document", true],
      ["3mf", "print", false],
      ["stl", "cast", false],
      ["usdz", "view", false],
      ["obj", "view", false],
      ["svg", "document", false],
      ["pdf", "document", false],
    ]);
    expect(revision.measures?.thinnestWallMm).toBe(1.8);
  });

  it("tells of the draft before the final picture, under the same id", async () => {
    const { picturesJobId } = await createDesign(ctx, BAND);
    await workOn(studio, picturesJobId!);
    const events = await db.taskEvent.findMany({
      where: { jobId: picturesJobId! },
      orderBy: { id: "asc" },
    });
    const drafts = events
      .map(({ data }) => (data as { picture?: { id: string } }).picture?.id)
      .filter(Boolean);
    const stored = await db.image.findMany({
      where: { jobId: picturesJobId! },
      select: { id: true },
    });
    expect(new Set(drafts)).toEqual(new Set(stored.map(({ id }) => id)));
  });

  it("are made once when their job runs twice", async () => {
    const { design, picturesJobId, modelJobId } = await createDesign(ctx, BAND);
    for (const jobId of [picturesJobId!, modelJobId!]) {
      await workOn(studio, jobId);
      const drawn = studio.engine.drawn.length;
      await workOn(studio, jobId);
      expect(studio.engine.drawn.length).toBe(drawn);
    }
    const revisionId = design.revision.id;
    expect(await db.image.count({ where: { revisionId } })).toBe(3);
    const files = await db.modelFile.findMany({
      where: { revisionId },
      orderBy: { format: "asc" },
    });
    expect(files.map(({ format }) => format)).toEqual(["glb", "manifest"]);
  });

  it("stay drafts for a revision that was edited meanwhile", async () => {
    const { design, picturesJobId } = await createDesign(ctx, BAND);
    await editDesign(ctx, { designId: design.id, patch: { bandWidthMm: 3 } });
    await workOn(studio, picturesJobId!);
    const first = await getDesign(ctx, { designId: design.id, revisionNumber: 1 });
    expect(first.revision.pictures.map(({ quality }) => quality)).toEqual([
      "draft",
      "draft",
      "draft",
    ]);
  });

  it("are not drawn anew when an undo shows what was drawn before", async () => {
    const { design, picturesJobId } = await createDesign(ctx, BAND);
    await workOn(studio, picturesJobId!);
    const edited = await editDesign(ctx, { designId: design.id, patch: { bandWidthMm: 3 } });
    await workOn(studio, edited.picturesJobId!);
    const drawn = studio.engine.drawn.length;
    const back = await revertDesign(ctx, { designId: design.id });
    await workOn(studio, back.picturesJobId!);
    expect(studio.engine.drawn.length).toBe(drawn);
    const { revision } = await getDesign(ctx, { designId: design.id });
    expect(revision.pictures).toMatchObject([{ view: "hero", quality: "final" }]);
  });

  it("can be asked for in more views and seeds, four at most", async () => {
    const { design } = await createDesign(ctx, BAND);
    const designId = design.id;
    const { pictures } = await requestPictures(ctx, {
      designId,
      views: ["side"],
      count: 2,
      seed: 7,
    });
    expect(pictures.map(({ view, seed }) => [view, seed])).toEqual([
      ["side", 7],
      ["side", 8],
    ]);
    const many = requestPictures(ctx, { designId, views: ["side", "top"], count: 3 });
    expect(await refusalOf(many)).toMatchObject({ code: "invalid_input", details: { maximum: 4 } });
    const odd = requestPictures(ctx, { designId, views: ["inside-out"] });
    expect((await refusalOf(odd)).code).toBe("invalid_input");
  });
});

describe("reading designs", () => {
  it("lists them page by page, last changed first", async () => {
    const other = await openStudio();
    const made = [];
    for (let index = 0; index < 3; index += 1) made.push(await createDesign(other.ctx, BAND));
    const first = await listDesigns(other.ctx, { limit: 2 });
    const second = await listDesigns(other.ctx, { limit: 2, cursor: first.nextCursor! });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(
      made.map(({ design }) => design.id).reverse(),
    );
    expect(second.nextCursor).toBeNull();
    expect((await refusalOf(listDesigns(other.ctx, { cursor: "%%" }))).code).toBe("invalid_input");
  });

  it("lists revisions newest first", async () => {
    const { design } = await createDesign(ctx, BAND);
    await editDesign(ctx, { designId: design.id, patch: { bandWidthMm: 3 } });
    const { items } = await listRevisions(ctx, { designId: design.id });
    expect(items.map(({ number }) => number)).toEqual([2, 1]);
  });

  it("hides a design of someone else from every verb", async () => {
    const { design } = await createDesign(ctx, BAND);
    const stranger = (await openStudio()).ctx;
    const designId = design.id;
    const calls = [
      getDesign(stranger, { designId }),
      editDesign(stranger, { designId, patch: { bandWidthMm: 3 } }),
      revertDesign(stranger, { designId }),
      renameDesign(stranger, { designId, title: "Mine" }),
      requestPictures(stranger, { designId }),
      listRevisions(stranger, { designId }),
      deleteDesign(stranger, { designId }),
    ];
    const refusals = await Promise.all(calls.map(refusalOf));
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(["not_found"]));
    expect((await listDesigns(stranger, {})).items).toEqual([]);
  });

  it("renames, and refuses an empty name", async () => {
    const { design } = await createDesign(ctx, BAND);
    const { title } = await renameDesign(ctx, { designId: design.id, title: "  Aurora  ring " });
    expect(title).toBe("Aurora ring");
    const refusal = await refusalOf(renameDesign(ctx, { designId: design.id, title: " " }));
    expect(refusal.fieldErrors).toHaveProperty("title");
  });
});

describe("deleting a design", () => {
  it("removes its revisions, pictures, files and stops its jobs", async () => {
    const { design, picturesJobId, modelJobId } = await createDesign(ctx, BAND);
    await workOn(studio, modelJobId!);
    const keys = await ctx.adapters.blob.list(`designs/${design.id}/`);
    expect(keys).toHaveLength(2);
    await deleteDesign(ctx, { designId: design.id });
    expect(await ctx.adapters.blob.list(`designs/${design.id}/`)).toEqual([]);
    expect(await db.revision.count({ where: { designId: design.id } })).toBe(0);
    expect(await db.job.count({ where: { id: picturesJobId! } })).toBe(0);
  });
});
