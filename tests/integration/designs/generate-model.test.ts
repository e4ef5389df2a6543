import "../http/environment.ts";
import sharp from "sharp";
import { expect, test } from "vitest";
import { POST } from "#app/api/v1/generate/3d/route.ts";
import { createApiKey } from "#lib/accounts/create-api-key.ts";
import { adapters } from "#lib/adapters/index.ts";
import { getDesign } from "#lib/designs/get-design.ts";
import { uploadImage } from "#lib/images/upload-image.ts";
import { makePerson, type Person } from "../accounts/people.ts";
import { serve } from "../http/serve.ts";
import { DrawingEngine } from "./drawing-engine.ts";

// What is asked for is looked at here; that it is built is the jobs' own test.
Object.assign(globalThis, {
  maquetteAdapters: Object.create(adapters(), { inference: { value: new DrawingEngine() } }),
});

const app = await serve(POST);
const ada = await makePerson();
const { key } = await createApiKey(ada.ctx, { name: "test" });

async function ask(body: unknown) {
  const answer = await fetch(app.url, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: answer.status, json: await answer.json() };
}

async function pictureOf(person: Person): Promise<string> {
  const picture = sharp({ create: { width: 64, height: 64, channels: 3, background: "#c08a55" } });
  const bytes = new Uint8Array(await picture.png().toBuffer());
  return (await uploadImage(person.ctx, { bytes, maxBytes: 1_000_000 })).id;
}

const specOf = async (designId: string) => {
  const { kind, revision } = await getDesign(ada.ctx, { designId });
  return { kind, spec: revision.spec };
};

test("a picture becomes an object of the height and with the triangles asked for", async () => {
  const picture = await pictureOf(ada);
  const { status, json } = await ask({ image_id: picture, height_mm: 42, face_limit: 9000 });
  expect(status).toBe(202);
  expect(json.status_url).toContain(json.job_id);
  expect(await specOf(json.design_id)).toMatchObject({
    kind: "object",
    spec: { picture, heightMm: 42, faceLimit: 9000 },
  });
});

test("a sentence becomes a design, and a design that is there is changed first", async () => {
  const made = await ask({ prompt: "a plain silver band, EU 54" });
  expect(made.status).toBe(202);
  const id = made.json.design_id;
  expect(await specOf(id)).toMatchObject({ kind: "ring", spec: { alloy: "silver-925" } });
  const changed = await ask({ design_id: id, spec: { band_width_mm: 5 } });
  expect(changed.json.design_id).toBe(id);
  expect(await specOf(id)).toMatchObject({ spec: { bandWidthMm: 5 } });
});

test("nothing to make, somebody else's picture and a height out of range are refused", async () => {
  expect((await ask({})).json.error.message).toBe("Send a design_id, an image_id or a prompt.");
  const theirs = await pictureOf(await makePerson());
  expect((await ask({ image_id: theirs })).status).toBe(404);
  const tooHigh = await ask({ image_id: await pictureOf(ada), height_mm: 5000 });
  expect(tooHigh.status).toBe(400);
  expect(tooHigh.json.error.message).toMatch(/300/);
});
