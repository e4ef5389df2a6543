import "../http/environment.ts";
import { expect, it } from "vitest";
import { deleteDesign } from "#lib/designs/delete-design.ts";
import { editDesign } from "#lib/designs/edit-design.ts";
import { importDesign } from "#lib/designs/import-design.ts";
import { judgeDesign } from "#lib/designs/judge-design.ts";
import { writeStl } from "#lib/kernel/export/stl.ts";
import type { Mesh } from "#lib/kernel/mesh.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { loadMesh } from "#lib/meshes/load-mesh.ts";
import { readModelFile } from "#lib/workshop/model-file.ts";
import { makePerson, refusalOf } from "../accounts/people.ts";
import { db } from "../http/environment.ts";

// The real engine: what is tested is that a stranger's file comes through to a judged design.
const { ctx } = await makePerson();
const stranger = await makePerson();
const kernel = await loadSolidKernel();

const cube = kernel.scope(() => kernel.toMesh(kernel.cube([30, 20, 10], true)));
const holed: Mesh = { ...cube, indices: cube.indices.slice(3) };
const stlOf = (mesh: Mesh) =>
  writeStl([{ name: "body", role: "body", material: "resin-grey", mesh }], "cube");

it("makes a file a design with a repair report, measures and a verdict", async () => {
  const { design, file } = await importDesign(ctx, { bytes: stlOf(holed), filename: "Block.stl" });
  expect(file).toMatchObject({ format: "stl", isSizeKnown: false, pieces: 1, triangles: 12 });
  expect(file.report.before.holes).toBe(1);
  expect(file.report.after).toMatchObject({ holes: 0, isWatertight: true });
  expect(file.report.steps).toEqual(["Closed 1 hole."]);
  const { title, kind, revision } = design;
  expect([title, kind]).toEqual(["Block", "model"]);
  expect(revision.measures).toMatchObject({ watertight: true, pieces: 1 });
  expect(revision.measures?.volumeMm3).toBeCloseTo(6000, 0);
  expect(revision.findings.map(({ rule }) => rule)).toContain("repaired");
  const { processes, standing } = await judgeDesign(ctx, { designId: design.id });
  expect(processes.map(({ process, status }) => [process, status])).toEqual([
    ["cast-metal", "healthy"],
    ["sla", "healthy"],
    ["fdm", "healthy"],
    ["full-colour", "healthy"],
  ]);
  expect(standing?.best.heightMm).toBeCloseTo(10, 3);
});

it("scales with its height like any design", async () => {
  const made = await importDesign(ctx, { bytes: stlOf(cube), filename: "a.stl", heightMm: 20 });
  expect(made.design.revision.measures?.boxMm[0]).toBeCloseTo(60, 3);
  const { design } = await editDesign(ctx, { designId: made.design.id, patch: { heightMm: 5 } });
  expect(design.revision.measures?.boxMm[0]).toBeCloseTo(15, 3);
});

it("keeps the mesh for its owner alone, and lets it go with the design", async () => {
  const { design } = await importDesign(ctx, { bytes: stlOf(cube), filename: "a.stl" });
  const id = String(design.revision.spec?.mesh);
  expect((await loadMesh(ctx, id)).packed.length).toBeGreaterThan(100);
  expect((await refusalOf(loadMesh(stranger.ctx, id))).code).toBe("not_found");
  await deleteDesign(ctx, { designId: design.id });
  expect((await refusalOf(loadMesh(ctx, id))).code).toBe("not_found");
  expect(await ctx.adapters.blob.list(`designs/${design.id}/`)).toEqual([]);
});

it("says what is wrong with a file, and keeps nothing of it", async () => {
  const before = await db.broughtMesh.count();
  const cut = importDesign(ctx, { bytes: stlOf(cube).slice(0, 200), filename: "cut.stl" });
  expect((await refusalOf(cut)).code).toBe("invalid_input");
  const other = importDesign(ctx, { bytes: new Uint8Array([1, 2, 3]), filename: "a.exe" });
  expect((await refusalOf(other)).code).toBe("unsupported_type");
  const low = importDesign(ctx, { bytes: stlOf(cube), filename: "a.stl", heightMm: 900 });
  expect((await refusalOf(low)).code).toBe("invalid_input");
  expect(await db.broughtMesh.count()).toBe(before);
});

it("ends a file that takes too long, alone", async () => {
  const reading = readModelFile(
    { bytes: stlOf(cube), filename: "slow.stl" },
    new AbortController().signal,
    1,
  );
  expect((await refusalOf(reading)).code).toBe("too_large");
});
