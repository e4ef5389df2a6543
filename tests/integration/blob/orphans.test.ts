import "../http/environment.ts";
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { createDesign } from "#lib/designs/create-design.ts";
import { deleteDesign } from "#lib/designs/delete-design.ts";
import { deleteOrphanFiles } from "#lib/storage/delete-orphan-files.ts";
import { openStudio, workOn } from "../designs/studio.ts";
import { db } from "../http/environment.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const studio = await openStudio();
const { blob } = studio.ctx.adapters;
const sweepAfter = (days: number) =>
  deleteOrphanFiles({ ...studio.ctx, now: () => new Date(Date.now() + days * DAY_MS) });
const put = (key: string) => blob.put(key, new Uint8Array([1]), { contentType: "image/webp" });

async function makeDesign(): Promise<string> {
  const { design, picturesJobId, modelJobId } = await createDesign(studio.ctx, { kind: "ring" });
  for (const jobId of [picturesJobId, modelJobId]) if (jobId) await workOn(studio, jobId);
  return design.id;
}

test("files that a kill left after their rows are found and deleted a day later, others stay", async () => {
  const [kept, killed] = [await makeDesign(), await makeDesign()];
  const files = await blob.list(`designs/${kept}/`);
  // Killed between the row and its files.
  await db.design.delete({ where: { id: killed } });
  expect((await blob.list(`designs/${killed}/`)).length).toBeGreaterThan(0);
  expect(await sweepAfter(0.9)).toBe(0);
  expect(await sweepAfter(1.1)).toBeGreaterThan(0);
  expect(await blob.list(`designs/${killed}/`)).toEqual([]);
  expect(await blob.list(`designs/${kept}/`)).toEqual(files);
});

test("a file that is put after its design was deleted goes too", async () => {
  const designId = await makeDesign();
  await deleteDesign(studio.ctx, { designId });
  const late = `designs/${designId}/${randomUUID()}/print.stl`;
  await put(late);
  await sweepAfter(1.1);
  expect(await blob.info(late)).toBeNull();
});

test("a mesh whose import was cut off goes with its row", async () => {
  const designId = randomUUID();
  const blobKey = `designs/${designId}/brought.mesh`;
  const stored = await put(blobKey);
  const { workspaceId, userId: createdById } = studio;
  await db.broughtMesh.create({
    data: {
      ...{ ...stored, workspaceId, createdById, designId, blobKey },
      ...{ filename: "a.stl", format: "stl", triangles: 4 },
    },
  });
  expect(await sweepAfter(1.1)).toBe(1);
  expect(await db.broughtMesh.count({ where: { designId } })).toBe(0);
});

test.each(["figurines", "proofs", "quotes", "orders"])(
  "%s leave nothing that nobody owns",
  async (folder) => {
    const key = `${folder}/${randomUUID()}/file`;
    await put(key);
    expect(await sweepAfter(0.9)).toBe(0);
    expect(await sweepAfter(1.1)).toBe(1);
    expect(await blob.info(key)).toBeNull();
  },
);
