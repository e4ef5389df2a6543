import "../http/environment.ts";
import { randomBytes } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deleteFigurine } from "#lib/figurines/delete-figurine.ts";
import { getFigurine } from "#lib/figurines/get-figurine.ts";
import { DRAWN_MARKS, facePhoto } from "#tests/setup/face-photo.ts";
import { db } from "../http/environment.ts";
import { AGREED, type FigurineStudio, MARKED, openStudio } from "./studio.ts";

const photo = await facePhoto();
let studio: FigurineStudio;
beforeAll(async () => {
  studio = await openStudio();
});
afterAll(() => studio.person.ctx.adapters.inference.close());

const changed = (change: (picture: Sharp) => Sharp) => async () =>
  new Uint8Array(await change(sharp(photo)).jpeg().toBuffer());
const asSent = async () => photo;

describe("an upload that cannot be used", () => {
  test.each([
    ["nobody said who it is", {}, "subject"],
    ["nobody agreed", { subject: "adult" }, "consent"],
    ["no guardian agreed for a child", { subject: "child", consent: "true" }, "guardian"],
    ["a template cannot be that tall", { ...AGREED, height_mm: "900" }, "height_mm"],
    ["a template has no such parameter", { ...AGREED, spec: '{"wings":2}' }, "wings"],
    ["no base is of that form", { ...AGREED, spec: '{"base":"cloud"}' }, "base"],
    ["the build is beyond stocky", { ...AGREED, spec: '{"buildPercent":140}' }, "build_percent"],
  ])("is refused and leaves nothing: %s", async (_what, fields, field) => {
    const { status, body } = await studio.send(fields as Record<string, string>, [photo]);
    expect([status, body.error.details.field]).toEqual([400, field]);
    expect(await db.figurine.count()).toBe(0);
    expect(await studio.person.ctx.adapters.blob.list("faces/")).toEqual([]);
  });

  test.each([
    [
      "is too small",
      { crop: '{"x":0.4,"y":0.4,"width":0.1,"height":0.1}' },
      asSent,
      /only 60 × 60.*at least 160 × 160/,
    ],
    [
      "is too dark",
      {},
      changed((picture) => picture.linear(0.12)),
      /too dark.*A photo by a window works/,
    ],
    [
      "is washed out",
      {},
      changed((picture) => picture.linear(0.04, 244)),
      /washed out.*without flash/,
    ],
    ["is blurred", {}, changed((picture) => picture.blur(22)), /blurred.*held still/],
    [
      "has its mouth above its eyes",
      { ...MARKED, mouth: "[0.5,0.3]" },
      asSent,
      /too high.*below both eyes/,
    ],
    [
      "has its mouth beside the face",
      { ...MARKED, mouth: "[0.75,0.6]" },
      asSent,
      /beside the face/,
    ],
    [
      "has its eyes swapped",
      { ...MARKED, eyes: '{"right":[0.6,0.42],"left":[0.4,0.42]}' },
      asSent,
      /swapped/,
    ],
    [
      "has its eyes far from level",
      { ...MARKED, eyes: '{"right":[0.45,0.3],"left":[0.55,0.5]}' },
      asSent,
      /far from level.*upright/,
    ],
    [
      "has its eyes close together",
      { ...MARKED, eyes: '{"right":[0.49,0.42],"left":[0.51,0.42]}' },
      asSent,
      /too close together/,
    ],
    [
      "has a mark outside of it",
      { ...MARKED, crop: '{"x":0,"y":0,"width":0.5,"height":1}' },
      asSent,
      /outside the crop/,
    ],
  ])(
    "says what would work and keeps the photo where a crop %s",
    async (_what, fields, draw, words) => {
      const { status, body } = await studio.send({ ...AGREED, ...fields }, [await draw()]);
      expect([status, body.error.code]).toEqual([422, "rule_broken"]);
      expect(body.error.message).toMatch(words);
      const { ctx } = studio.person;
      const kept = await getFigurine(ctx, body.error.details.figurine_id);
      expect([kept.status, kept.photos.length]).toEqual(["needs_crop", 1]);
      // No face model is set up here: what it would say is not known, and that is said.
      expect(kept.checks.filter(({ status: is }) => is === "not_checked")).toHaveLength(2);
      await deleteFigurine(ctx, kept.id);
    },
  );

  test("says so of 10 MB of one bit, and keeps them for another crop", async () => {
    const { status, body } = await studio.send(AGREED, [oneBit(6000, 10_000_000)]);
    expect(status).toBe(422);
    expect(body.error.message).toMatch(/only 2 shades.*A photo in colour works/);
    const { ctx } = studio.person;
    const kept = await getFigurine(ctx, body.error.details.figurine_id);
    expect(kept.photos).toHaveLength(1);
    await deleteFigurine(ctx, kept.id);
  });

  test("goes on from the photo that was kept once the crop is good", async () => {
    const small = { crop: '{"x":0.4,"y":0.4,"width":0.1,"height":0.1}' };
    const { body: refused } = await studio.send({ ...AGREED, ...small }, [photo]);
    const id = refused.error.details.figurine_id as string;
    const crop = { x: 0.1, y: 0, width: 0.8, height: 0.9 };
    const { eyes, mouth } = DRAWN_MARKS;
    const { status, body } = await studio.patch(id, { crop, eyes, mouth });
    expect([status, body.stages[0]]).toEqual([202, "cartoon"]);
    const { ctx } = studio.person;
    const view = await getFigurine(ctx, id);
    expect(view.checks.filter(({ status: is }) => is === "fail")).toEqual([]);
    await deleteFigurine(ctx, id);
  });
});

describe("several photos", () => {
  const blurred = changed((picture) => picture.blur(22));

  test("give the face by the one that passes best where none was picked", async () => {
    const { body } = await studio.send(AGREED, [await blurred(), photo]);
    const { ctx } = studio.person;
    const view = await getFigurine(ctx, body.figurine_id);
    expect(view.input.photo).toBe(1);
    expect(view.checks.at(-1)).toMatchObject({ check: "photo", status: "warn" });
    expect(view.checks.at(-1)?.message).toMatch(/Photo 1 is kept and not used: .* not marked/);
    await deleteFigurine(ctx, view.id);
  });

  test("are each said what they are used for; one that cannot be used refuses nothing", async () => {
    const { eyes, mouth } = DRAWN_MARKS;
    const others = JSON.stringify([
      { photo: 1, eyes, mouth },
      { photo: 2, eyes, mouth },
    ]);
    const fields = { ...AGREED, ...MARKED, photo: "0", others };
    const { status, body } = await studio.send(fields, [photo, photo, await blurred()]);
    expect(status).toBe(202);
    const { ctx } = studio.person;
    const view = await getFigurine(ctx, body.figurine_id);
    expect(view.input.others).toEqual([{ photo: 1, eyes, mouth }]);
    const said = view.checks.filter(({ check }) => check === "photo");
    expect(said.map(({ status: is }) => is)).toEqual(["pass", "warn"]);
    expect(said[0]?.message).toMatch(/Photo 2 gives a candidate/);
    expect(said[1]?.message).toMatch(/Photo 3 is kept and not used. The face is blurred/);
    await deleteFigurine(ctx, view.id);
  });
});

/** A PNG of noise in one bit, `edge` px wide and high, with a comment that makes it `bytes` large. */
function oneBit(edge: number, bytes: number): Uint8Array {
  const row = Math.ceil(edge / 8) + 1;
  const rows = randomBytes(row * edge);
  // The first byte of a row names its filter: none.
  for (let y = 0; y < edge; y++) rows[y * row] = 0;
  const size = Buffer.alloc(13);
  size.writeUInt32BE(edge, 0);
  size.writeUInt32BE(edge, 4);
  size[8] = 1;
  const data = deflateSync(rows, { level: 0 });
  const comment = Buffer.alloc(Math.max(0, bytes - data.length), 32);
  comment.write("Comment\0");
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    ...[chunk("IHDR", size), chunk("tEXt", comment), chunk("IDAT", data)],
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
