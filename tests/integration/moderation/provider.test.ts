import "../http/environment.ts";
import sharp from "sharp";
import { beforeEach, expect, test } from "vitest";
import { createProviderCheck } from "#lib/adapters/picture-check/provider.ts";
import { createBatch } from "#lib/batches/create-batch.ts";
import { batchOptions } from "#lib/batches/options.ts";
import { uploadImage } from "#lib/images/upload-image.ts";
import { appeal } from "#lib/moderation/appeal.ts";
import { resolveCase } from "#lib/moderation/resolve-case.ts";
import { REFUSALS } from "#tests/doubles/fal/behaviour.ts";
import { withAdapters } from "#tests/setup/adapters.ts";
import { makePerson, refusalOf } from "../accounts/people.ts";
import { sentPhotos } from "../batches/sent-photos.ts";
import { db } from "../http/environment.ts";
import { double, openFalEngine } from "../inference/fal-bench.ts";

const { state } = double;
beforeEach(async () => {
  state.reset();
  await db.providerCall.deleteMany();
});

async function makeCheckedPerson() {
  const person = await makePerson();
  const engine = openFalEngine();
  const pictureCheck = createProviderCheck(() => engine, "fal");
  return { ...person, ctx: withAdapters(person.ctx, { pictureCheck }) };
}

const picture = async () => {
  const create = { width: 1200, height: 900, channels: 3 as const, background: "#c08060" };
  return new Uint8Array(await sharp({ create }).jpeg().toBuffer());
};

test("a picture sent in is looked at by the provider, small, and once", async () => {
  const { ctx, workspaceId } = await makeCheckedPerson();
  const bytes = await picture();
  await uploadImage(ctx, { bytes, maxBytes: 1e7 });
  await uploadImage(ctx, { bytes, maxBytes: 1e7 });
  expect(state.looks).toBe(1);
  const [call] = await db.providerCall.findMany({ where: { workspaceId } });
  expect(call).toMatchObject({ capability: "nsfw-check", costMicroUsd: 1000, status: "succeeded" });
  const [sent] = [...state.uploads.values()];
  expect(await sharp(sent).metadata()).toMatchObject({ width: 768, height: 576 });
});

test("one that it flags is refused with a reason, and passes after an appeal was granted", async () => {
  const { ctx } = await makeCheckedPerson();
  const admin = await makePerson("admin");
  state.look = { isUnsafe: true };
  const bytes = await picture();
  const refused = await refusalOf(uploadImage(ctx, { bytes, maxBytes: 1e7 }));
  expect(refused).toMatchObject({ code: "rule_broken", details: { category: "nudity" } });
  const caseId = String(refused.details.case_id);
  expect(await db.moderationCase.findUnique({ where: { id: caseId } })).toMatchObject({
    source: "provider",
  });
  await appeal(ctx, { caseId, words: "It is a peach." });
  await resolveCase(admin.ctx, { caseId, outcome: "allowed", note: "" });
  expect(await uploadImage(ctx, { bytes, maxBytes: 1e7 })).toMatchObject({ width: 1200 });
});

test("photos of a batch are looked at, and one that is flagged keeps the batch out", async () => {
  const { ctx } = await makeCheckedPerson();
  const options = batchOptions.parse({});
  await createBatch(ctx, { files: await sentPhotos(["mug.jpg"]), options });
  expect(state.looks).toBe(1);
  state.look = { isUnsafe: true };
  const files = await sentPhotos(["other.jpg"], await picture());
  expect(await refusalOf(createBatch(ctx, { files, options }))).toMatchObject({
    code: "rule_broken",
  });
});

test("where the provider cannot be asked, pictures pass and can be reported", async () => {
  const { ctx } = await makeCheckedPerson();
  state.look = { refuse: REFUSALS.overloaded };
  expect(await uploadImage(ctx, { bytes: await picture(), maxBytes: 1e7 })).toMatchObject({
    width: 1200,
  });
  expect(state.looks).toBe(0);
});
