import { afterAll, describe, expect, it } from "vitest";
import { getKind } from "#lib/kinds/registry.ts";
import { Workshop } from "#lib/workshop/client.ts";
import type { PictureOrder } from "#lib/workshop/protocol.ts";

const shop = new Workshop();
afterAll(() => shop.close());

const band = getKind("ring").schema.parse({ style: "plain" });
const order = (change: Partial<PictureOrder> = {}): PictureOrder => ({
  view: "hero",
  seed: 1,
  sizePx: 128,
  quality: "draft",
  ...change,
});
const slow = order({ sizePx: 1024, quality: "final" });

describe("the workshop process", () => {
  it("builds a ring with its files and numbers", async () => {
    const model = await shop.buildModel({
      kind: "ring",
      spec: band,
      quality: "final",
      formats: ["3mf", "stl", "glb", "usdz", "obj", "svg", "pdf"],
    });
    expect(model.measures).toMatchObject({ watertight: true, pieces: 1 });
    const formats = ["3mf", "stl", "glb", "usdz", "obj", "svg", "pdf", "manifest"];
    expect(model.files.map(({ format }) => format)).toEqual(formats);
  });

  it("answers with the rule when a spec cannot be built", async () => {
    const spec = { ...band, shoulders: "pave", paveStoneMm: 2.2, bandWidthMm: 1.6 };
    await expect(shop.buildModel({ kind: "ring", spec, quality: "preview" })).rejects.toMatchObject(
      { name: "AppError", code: "invalid_input", details: { field: "paveStoneMm" } },
    );
  });

  it("tells each picture as it is done", async () => {
    const told: number[] = [];
    const pictures = await shop.drawPictures(
      { kind: "ring", spec: band, pictures: [order(), order({ view: "top" })] },
      { onPicture: (_, index) => void told.push(index) },
    );
    expect(told.sort()).toEqual([0, 1]);
    expect(pictures.map(({ mediaType }) => mediaType)).toEqual(["image/webp", "image/webp"]);
  });

  it("builds a mesh while a long picture is drawn", async () => {
    const events: string[] = [];
    const drawing = shop
      .drawPictures({ kind: "ring", spec: band, pictures: [slow] })
      .then(() => events.push("picture"));
    await shop.buildModel({ kind: "ring", spec: band, quality: "preview" });
    events.push("mesh");
    await drawing;
    expect(events).toEqual(["mesh", "picture"]);
  });

  it("stops a picture nobody wants any more", async () => {
    const abort = new AbortController();
    const drawing = shop.drawPictures(
      { kind: "ring", spec: band, pictures: [slow] },
      { signal: abort.signal },
    );
    abort.abort();
    await expect(drawing).rejects.toMatchObject({ code: "cancelled" });
  });

  it("tells who waits when it is killed, and works again at the next call", async () => {
    await shop.check();
    const drawing = shop.drawPictures({ kind: "ring", spec: band, pictures: [slow] });
    process.kill(shop.pid!, "SIGKILL");
    await expect(drawing).rejects.toMatchObject({ code: "unavailable", retryable: true });
    const model = await shop.buildModel({ kind: "ring", spec: band, quality: "preview" });
    expect(model.measures.pieces).toBe(1);
  });
});
