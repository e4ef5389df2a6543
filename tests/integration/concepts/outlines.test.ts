import "../http/environment.ts";
import sharp from "sharp";
import { beforeAll, expect, it, vi } from "vitest";
import { adapters } from "#lib/adapters/index.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { db } from "../http/environment.ts";
import { type ConceptBench, openBench, pictureOf } from "./bench.ts";

/** A picture is compared with every kind, and dozens of pieces are built to find the proportions. */
vi.setConfig({ testTimeout: 300_000 });

let ada: ConceptBench;
beforeAll(async () => {
  ada = await openBench();
});

async function conceptOf(asked: Awaited<ReturnType<ConceptBench["call"]>>) {
  expect(asked.status).toBe(202);
  await ada.work(asked.json.job_id);
  const made = await db.concept.findFirstOrThrow({ where: { jobId: asked.json.job_id } });
  return (await ada.call("GET", `/concepts/${made.id}`)).json;
}

/** The kernel's picture of a spec without anything that says so. */
async function photoOf(kind: string, spec: object, view: "front" | "hero"): Promise<Uint8Array> {
  const { inference } = adapters();
  const parsed = getKind(kind).schema.parse(spec) as Record<string, unknown>;
  const order = { view, seed: 0, sizePx: 384, quality: "draft" as const };
  const [picture] = await inference.drawPictures({ kind, spec: parsed, pictures: [order] });
  return new Uint8Array(await sharp(picture!.bytes).png().toBuffer());
}

it("a sketch of two circles with a stone on top becomes a ring, in a design of its own", async () => {
  const sketchId = await ada.upload(
    await pictureOf(
      `<rect width="100" height="100" fill="white"/><g fill="none" stroke="black" stroke-width="1.6"><circle cx="50" cy="60" r="32"/><circle cx="50" cy="60" r="26"/><path d="M40 30 L36 22 L42 16 L58 16 L64 22 L60 30"/></g>`,
      512,
    ),
  );
  const concept = await conceptOf(
    await ada.call("POST", "/generate/2d", {
      control: { image_id: sketchId },
      prompt: "a ring",
      seed: 1,
    }),
  );
  expect(concept).toMatchObject({ way: "sketch", kind: "ring", look: { view: "front" } });
  expect(concept.spec.style).not.toBe("plain");
  const kept = concept.notes.find(({ verdict }: { verdict: string }) => verdict === "kept");
  expect(kept.message).toMatch(/a ring whose outline is \d+ % that of the sketch/);
  const design = await db.design.findUniqueOrThrow({ where: { id: concept.design_id } });
  expect(design.kind).toBe("ring");
});

it("an uploaded picture is read into the nearest kind, its side, its metal and its stone", async () => {
  const spec = {
    style: "solitaire",
    alloy: "gold-18k-rose",
    stone: "emerald",
    stoneLengthMm: 8,
    stoneWidthMm: 8,
  };
  const imageId = await ada.upload(await photoOf("ring", spec, "front"));
  const twin = await conceptOf(await ada.call("POST", "/twins", { image_id: imageId }));
  expect(twin).toMatchObject({ way: "twin", look: { view: "front" } });
  expect(twin.kind).toBe("ring");
  expect(twin.spec.alloy).toBe("gold-18k-rose");
  expect(twin.spec.stone).toBe("emerald");
  const verdicts = new Set(twin.notes.map(({ verdict }: { verdict: string }) => verdict));
  expect([...verdicts].toSorted()).toEqual(expect.arrayContaining(["kept", "refused"]));
  expect(twin.notes.some(({ message }: { message: string }) => /has no scale/.test(message))).toBe(
    true,
  );
  expect(twin.lineage.parent_image_id).toBe(imageId);
});

it("a picture that was drawn here is read to its very numbers", async () => {
  const made = await ada.call("POST", "/generate/2d", {
    prompt: "a plain platinum band, US 7",
    style: "noir",
    seed: 3,
  });
  await ada.work(made.json.job_id);
  const original = await db.concept.findFirstOrThrow({ where: { jobId: made.json.job_id } });
  const twin = await conceptOf(
    await ada.call("POST", "/twins", { image_id: original.imageId, design_id: original.designId }),
  );
  const row = await db.concept.findUniqueOrThrow({ where: { id: twin.id } });
  expect(row.spec).toEqual(original.spec);
  expect(twin.notes).toEqual([
    { verdict: "kept", message: expect.stringMatching(/these very numbers/) },
  ]);
});

it("a picture of nothing is refused in words", async () => {
  const imageId = await ada.upload(
    await pictureOf(`<rect width="100" height="100" fill="#dddddd"/>`),
  );
  const asked = await ada.call("POST", "/twins", { image_id: imageId });
  await ada.work(asked.json.job_id);
  const task = await db.task.findFirstOrThrow({ where: { jobId: asked.json.job_id } });
  expect(task.status).toBe("failed");
  expect((task.error as { message: string }).message).toMatch(/Nothing stands out|like nothing/);
});
