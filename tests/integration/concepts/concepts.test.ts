import "../http/environment.ts";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { createDesign } from "#lib/designs/create-design.ts";
import { deleteDesign } from "#lib/designs/delete-design.ts";
import type { Spec } from "#lib/designs/types.ts";
import { NO_PART } from "#lib/kernel/render/part-map.ts";
import { db } from "../http/environment.ts";
import { type ConceptBench, openBench, pictureOf } from "./bench.ts";

const RING = {
  kind: "ring",
  spec: { style: "halo", stone: "sapphire", cut: "oval", stoneLengthMm: 7, stoneWidthMm: 5 },
};

let ada: ConceptBench;
let eve: ConceptBench;
let designId: string;
beforeAll(async () => {
  [ada, eve] = [await openBench(), await openBench()];
  const { design } = await createDesign(ada.ctx, { ...RING, seed: 5 });
  designId = design.id;
});

/** Asks for concepts of the ring, has them made, and answers them in the order they were asked for. */
async function conceptsOf(wish: Record<string, unknown>) {
  const asked = await ada.call("POST", "/generate/2d", { design_id: designId, ...wish });
  expect(asked.status).toBe(202);
  await ada.work(asked.json.job_id);
  const { json } = await ada.call("GET", `/designs/${designId}/concepts?limit=50`);
  const made = await db.concept.findMany({ where: { jobId: asked.json.job_id } });
  const ids = new Set(made.map(({ id }) => id));
  return json.items.filter(({ id }: { id: string }) => ids.has(id)).reverse();
}

async function failureOf(wish: Record<string, unknown>): Promise<string> {
  const asked = await ada.call("POST", "/generate/2d", { design_id: designId, ...wish });
  expect(asked.status).toBe(202);
  await ada.work(asked.json.job_id);
  const task = await db.task.findFirstOrThrow({ where: { jobId: asked.json.job_id } });
  expect(task.status).toBe("failed");
  return (task.error as { message: string }).message;
}

/** A mask over all of the ring's pixels that show a part of this name. */
async function maskOver(name: RegExp, spec: Spec, seed: number): Promise<string> {
  const stand = { view: "hero", seed, widthPx: 192, heightPx: 192 } as const;
  const { parts, maps } = await ada.ctx.adapters.inference.mapParts({
    ...{ kind: "ring", spec, stands: [stand] },
  });
  const grey = Uint8Array.from(maps[0]!.partOf, (part) =>
    part !== NO_PART && name.test(parts[part]!.name) ? 255 : 0,
  );
  const raw = { width: 192, height: 192, channels: 1 as const };
  return ada.upload(new Uint8Array(await sharp(grey, { raw }).png().toBuffer()));
}

describe("variations", () => {
  it("are real specs inside the rules, by seeds that are shown and give the same again", async () => {
    const [first, second] = await conceptsOf({ count: 2, seed: 11 });
    expect([first.lineage.seed, second.lineage.seed]).toEqual([11, 12]);
    expect(first.changes.length).toBeGreaterThan(0);
    expect(first.spec).not.toEqual(second.spec);
    expect(first.notes.some(({ verdict }: { verdict: string }) => verdict === "changed")).toBe(
      true,
    );
    const [same] = await conceptsOf({ count: 1, seed: 11 });
    expect(same.spec).toEqual(first.spec);
    expect(same.price_delta_minor).toBe(first.price_delta_minor);
  });

  it("keep the shape that was asked for, and what shall not be out of the piece", async () => {
    const [wide] = await conceptsOf({
      seed: 3,
      aspect_ratio: "16:9",
      negative_prompt: "no halo, blurry, dragons",
    });
    expect(wide.image.width / wide.image.height).toBeCloseTo(16 / 9, 1);
    expect(wide.spec.style).not.toBe("halo");
    const messages = wide.notes.map(({ message }: { message: string }) => message).join(" ");
    expect(messages).toContain("“blurry”: pictures drawn here never have that");
    expect(messages).toContain("“dragons” is nothing that can be left out");
  });
});

describe("a prompt", () => {
  it("is completed, can be edited, and can be left as it is", async () => {
    const { json } = await ada.call("POST", "/generate/enhance", {
      ...{ design_id: designId, prompt: "in rose gold, dramatic light" },
    });
    expect(json.enhanced_prompt).toMatch(/rose gold.*Dramatic hard light/);
    const edited = json.enhanced_prompt.replace("rose gold", "platinum");
    const [drawn] = await conceptsOf({ prompt: "in rose gold", enhanced_prompt: edited, seed: 1 });
    expect(drawn).toMatchObject({ way: "picture", spec: { alloy: "platinum-950" } });
    expect(drawn.look.lights).toBe("dramatic");
    expect(drawn.lineage).toMatchObject({ prompt: "in rose gold", enhanced_prompt: edited });
    const [plain] = await conceptsOf({ prompt: "in rose gold", enhance: false, seed: 1 });
    expect(plain.lineage.enhanced_prompt).toBeNull();
    expect(plain.spec.alloy).toBe("gold-18k-rose");
  });
});

describe("a style", () => {
  it("changes light, ground and the family of its metal, and nothing of the form", async () => {
    const [noir] = await conceptsOf({ style: "noir", seed: 2 });
    expect(noir.look).toMatchObject({ lights: "dramatic", background: "dark" });
    const changed = noir.changes.map(({ field }: { field: string }) => field);
    expect(changed).toContain("alloy");
    expect(changed.every((field: string) => ["alloy", "finish"].includes(field))).toBe(true);
  });

  it("is taken from a reference: its colours and its light, with what was not taken", async () => {
    const reference = await ada.upload(
      await pictureOf(
        `<rect width="100" height="100" fill="#101014"/><circle cx="50" cy="55" r="30" fill="none" stroke="#e8b49a" stroke-width="14"/><circle cx="50" cy="24" r="13" fill="#0f7a3a"/>`,
      ),
    );
    const [concept] = await conceptsOf({ reference_id: reference, seed: 4 });
    expect(concept.spec).toMatchObject({ stone: "emerald", alloy: "gold-18k-rose" });
    expect(concept.look).toMatchObject({ lights: "dramatic", background: "dark" });
    expect(concept.notes.at(-1).verdict).toBe("refused");
    expect(concept.lineage.used_image_ids).toEqual([reference]);
  });
});

describe("a repaint", () => {
  it("changes the stone under the mask by the words, and leaves the rest", async () => {
    const maskId = await maskOver(/^centre-stone/, (await headSpec()) as Spec, 5);
    const [concept] = await conceptsOf({
      mask_id: maskId,
      prompt: "a ruby, with a wider band",
      seed: 1,
    });
    expect(concept.changes.map(({ field }: { field: string }) => field)).toEqual(["stone"]);
    expect(concept.spec.stone).toBe("ruby");
    const refused = concept.notes.filter(
      ({ verdict }: { verdict: string }) => verdict === "refused",
    );
    expect(refused[0]?.message).toMatch(/Band width is not under the mask/);
  });

  it("takes words about the stones it covers, whichever they are", async () => {
    const maskId = await maskOver(/^halo-stone/, (await headSpec()) as Spec, 5);
    const [concept] = await conceptsOf({ mask_id: maskId, prompt: "emerald stones", seed: 1 });
    expect(concept.spec).toMatchObject({
      halo_stone: "emerald",
      stone: "sapphire",
    });
  });

  it("without words makes something else of the metal under it", async () => {
    const maskId = await maskOver(/^metal/, (await headSpec()) as Spec, 5);
    const [concept] = await conceptsOf({ mask_id: maskId, seed: 9 });
    expect(concept.changes.map(({ field }: { field: string }) => field)).toEqual(["alloy"]);
  });

  it("says plainly what it cannot: ground, nothing, or words about something else", async () => {
    const corner = await ada.upload(
      await pictureOf(`<rect width="100" height="100"/><rect width="8" height="8" fill="white"/>`),
    );
    const empty = await ada.upload(await pictureOf(`<rect width="100" height="100"/>`));
    expect(await failureOf({ mask_id: corner })).toMatch(/Only the ground/);
    expect(await failureOf({ mask_id: empty })).toMatch(/mask is empty/);
    const stone = await maskOver(/^centre-stone/, (await headSpec()) as Spec, 5);
    expect(await failureOf({ mask_id: stone, prompt: "a purple unicorn" })).toMatch(/says nothing/);
  });
});

const headSpec = async () =>
  (await db.revision.findFirstOrThrow({ where: { designId }, orderBy: { number: "desc" } })).spec;

describe("a concept", () => {
  it("is kept with all that made it, marked in its file, and told with what can differ", async () => {
    const [concept] = await conceptsOf({
      seed: 21,
      prompt: "with a satin finish",
      background: "transparent",
    });
    const { status, json } = await ada.call("GET", `/images/${concept.image.id}/lineage`);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      ...{ way: "picture", seed: 21, prompt: "with a satin finish", design_id: designId },
      ...{ engine: "maquette-kernel", is_ai_made: false, revision_number: 1 },
      digital_source_type: "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia",
    });
    expect(concept.again).toMatchObject({ is_exact: true });
    const row = await db.image.findUniqueOrThrow({ where: { id: concept.image.id } });
    const file = Buffer.from(await ada.ctx.adapters.blob.read(row.blobKey)).toString("latin1");
    for (const said of [
      concept.id,
      "algorithmicMedia",
      "with a satin finish",
      "maquette:lineage",
    ]) {
      expect(file).toContain(said);
    }
  });

  it("is made again to the same numbers and stand", async () => {
    const [concept] = await conceptsOf({ seed: 31 });
    const asked = await ada.call("POST", `/concepts/${concept.id}/again`, {});
    await ada.work(asked.json.job_id);
    const again = await db.concept.findFirstOrThrow({ where: { jobId: asked.json.job_id } });
    const first = await db.concept.findUniqueOrThrow({ where: { id: concept.id } });
    expect([again.spec, again.look, again.seed]).toEqual([first.spec, first.look, first.seed]);
    expect(again.parentId).toBe(concept.id);
    const [a, b] = await Promise.all(
      [first, again].map(({ imageId }) => db.image.findUniqueOrThrow({ where: { id: imageId } })),
    );
    const pixels = ({ blobKey }: { blobKey: string }) =>
      ada.ctx.adapters.blob.read(blobKey).then((bytes) => sharp(bytes).raw().toBuffer());
    expect(await pixels(a!)).toEqual(await pixels(b!));
  });

  it("can be a favourite, and lists apart", async () => {
    const [concept] = await conceptsOf({ seed: 41 });
    const marked = await ada.call("PATCH", `/concepts/${concept.id}`, { is_favourite: true });
    expect(marked.json.is_favourite).toBe(true);
    const { json } = await ada.call("GET", `/designs/${designId}/concepts?favourites=true`);
    expect(json.items.map(({ id }: { id: string }) => id)).toEqual([concept.id]);
  });

  it("is nobody else's", async () => {
    const [concept] = await conceptsOf({ seed: 51 });
    for (const [method, path] of [
      ["GET", `/concepts/${concept.id}`],
      ["POST", `/concepts/${concept.id}/adopt`],
      ["POST", `/concepts/${concept.id}/again`],
      ["GET", `/designs/${designId}/concepts`],
      ["GET", `/images/${concept.image.id}/lineage`],
    ] as const) {
      const { status } = await eve.call(method, path, method === "POST" ? {} : undefined);
      expect(status).toBe(404);
    }
    const stolen = await eve.call("POST", "/twins", { image_id: concept.image.id });
    expect(stolen.status).toBe(404);
    const foreign = await eve.call("POST", "/generate/2d", {
      design_id: designId,
      count: 1,
      seed: 1,
    });
    expect(foreign.status).toBe(404);
  });

  it("becomes a revision by its numbers, once", async () => {
    const { design } = await createDesign(ada.ctx, RING);
    const asked = await ada.call("POST", "/generate/2d", {
      design_id: design.id,
      style: "romantic",
      seed: 1,
    });
    await ada.work(asked.json.job_id);
    const { json } = await ada.call("GET", `/designs/${design.id}/concepts`);
    const adopted = await ada.call("POST", `/concepts/${json.items[0].id}/adopt`, {});
    expect(adopted.json).toMatchObject({
      ...{ id: design.id, is_new_design: false },
      revision: { number: 2, spec: { alloy: "gold-18k-rose" } },
    });
    const twice = await ada.call("POST", `/concepts/${json.items[0].id}/adopt`, {});
    expect([twice.status, twice.json.error.code]).toEqual([409, "conflict"]);
  });

  it("goes with its design: no row and no file is left", async () => {
    const { design } = await createDesign(ada.ctx, RING);
    const asked = await ada.call("POST", "/generate/2d", {
      design_id: design.id,
      style: "noir",
      seed: 1,
    });
    await ada.work(asked.json.job_id);
    const where = { designId: design.id };
    const { imageId } = await db.concept.findFirstOrThrow({ where });
    await deleteDesign(ada.ctx, where);
    expect(await db.concept.count({ where })).toBe(0);
    expect(await db.image.findUnique({ where: { id: imageId } })).toBeNull();
    expect(await ada.ctx.adapters.blob.list(`designs/${design.id}/`)).toEqual([]);
  });
});

const NOBODYS = "00000000-0000-7000-8000-000000000000";

describe("bad input", () => {
  it.each([
    ["five pictures", { count: 5 }, 400],
    ["a negative seed", { seed: -1 }, 400],
    ["a style there is not", { style: "baroque" }, 400],
    ["a shape there is not", { aspect_ratio: "7:1" }, 400],
    ["somebody else's mask", { mask_id: NOBODYS }, 404],
    ["somebody else's sketch", { control: { image_id: NOBODYS } }, 404],
    ["a style by reference without one", { way: "transfer" }, 400],
    ["a message of 100,000 characters", { prompt: "x".repeat(100_000) }, 400],
  ])("%s is refused before anything is stored", async (_, wish, status) => {
    const before = await db.job.count();
    const answer = await ada.call("POST", "/generate/2d", { design_id: designId, ...wish });
    expect(answer.status).toBe(status);
    expect(answer.json.error.message).toBeTruthy();
    expect(await db.job.count()).toBe(before);
  });
});
