import "../http/environment.ts";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { createDesign } from "#lib/designs/create-design.ts";
import { editDesign } from "#lib/designs/edit-design.ts";
import { pictureRaster } from "#lib/images/picture-raster.ts";
import { uploadImage } from "#lib/images/upload-image.ts";
import { decodePng } from "#lib/kernel/raster/decode-png.ts";
import { makePerson, refusalOf } from "../accounts/people.ts";
import { openStudio } from "./studio.ts";

const { ctx } = await openStudio();
const stranger = await makePerson();

async function upload(owner: typeof ctx, width = 2000, height = 1000): Promise<string> {
  const create = { width, height, channels: 3 as const, background: "#336699" };
  const bytes = new Uint8Array(await sharp({ create }).png().toBuffer());
  return (await uploadImage(owner, { bytes, maxBytes: 10 * 1024 * 1024 })).id;
}

describe("a design of a picture", () => {
  it("is not made of somebody else's, nor edited to be", async () => {
    const foreign = await upload(stranger.ctx);
    const made = createDesign(ctx, { kind: "lithophane", spec: { picture: foreign } });
    expect((await refusalOf(made)).code).toBe("not_found");
    expect((await refusalOf(pictureRaster(ctx, foreign))).code).toBe("not_found");
    const { design } = await createDesign(ctx, { kind: "ring" });
    const edited = editDesign(ctx, { designId: design.id, patch: { picture: foreign } });
    expect((await refusalOf(edited)).code).toBe("invalid_input");
  });

  it("gets the picture as RGBA with a long edge of 1024 px", async () => {
    const { png, sha256 } = await pictureRaster(ctx, await upload(ctx));
    const { width, height, rgba } = decodePng(png);
    expect([width, height]).toEqual([1024, 512]);
    expect([...rgba.subarray(0, 4)]).toEqual([0x33, 0x66, 0x99, 255]);
    expect(sha256).toHaveLength(64);
  });
});
