import "../http/environment.ts";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { createObjectBlob } from "#lib/adapters/blob/objects/object-blob.ts";
import { createS3Store } from "#lib/adapters/blob/s3/store.ts";
import { createVercelStore } from "#lib/adapters/blob/vercel/store.ts";
import { adapters } from "#lib/adapters/index.ts";
import { readMultipart } from "#lib/http/multipart.ts";
import { takeSentUploads } from "#lib/http/sent-uploads.ts";
import { deleteAbandonedUploads } from "#lib/uploads/delete-abandoned-uploads.ts";
import { requestUpload } from "#lib/uploads/request-upload.ts";
import { withAdapters } from "#tests/setup/adapters.ts";
import { makePerson, refusalOf } from "../accounts/people.ts";
import { rented } from "../blob/stores.ts";

const STORES = [
  ["S3", createS3Store(rented.s3.options), rented.s3.double] as const,
  ["Vercel Blob", createVercelStore(rented.vercel.options), rented.vercel.double] as const,
];
const picture = new Uint8Array(
  await sharp({ create: { width: 90, height: 60, channels: 3, background: "#a33" } })
    .jpeg()
    .toBuffer(),
);
const IMAGE = { contentType: "image/jpeg", bytes: picture.length };

const formWith = async (uploads: unknown) => {
  const body = new FormData();
  body.append("face_limit", "5000");
  body.append("uploads", typeof uploads === "string" ? uploads : JSON.stringify(uploads));
  return readMultipart(new Request("http://x", { method: "POST", body }));
};

describe.each(STORES)("a file sent past the app to %s", (_, store, double) => {
  const blob = createObjectBlob({ store, secret: "s", masterKey: async () => new Uint8Array(32) });
  const person = async () => withAdapters((await makePerson()).ctx, { blob });
  const send = async (
    { url, headers }: { url: string; headers: Record<string, string> },
    body: Uint8Array = picture,
  ) => fetch(url, { method: "PUT", headers, body: body as BodyInit });

  test("becomes a file of the form that names it, also when the form is sent again under its key", async () => {
    const ctx = await person();
    const link = await requestUpload(ctx, IMAGE);
    expect((await send(link!)).ok).toBe(true);
    const named = [{ upload_id: link!.uploadId, filename: "ring.jpg" }];
    const form = await formWith(named);
    await takeSentUploads(ctx, form);
    expect(form.body.fields).toEqual({ faceLimit: "5000" });
    expect(form.body.files).toMatchObject([{ filename: "ring.jpg", bytes: picture.length }]);
    expect(Buffer.compare(await form.body.files[0]!.read(), picture)).toBe(0);
    const again = await formWith(named);
    await takeSentUploads(ctx, again);
    expect(again.body.files[0]!.sha256).toBe(form.body.files[0]!.sha256);
    await Promise.all([form.remove(), again.remove()]);
  });

  test("that did not arrive is asked for once more", async () => {
    const ctx = await person();
    const link = await requestUpload(ctx, IMAGE);
    const form = await formWith([{ upload_id: link!.uploadId, filename: "ring.jpg" }]);
    const refused = await refusalOf(takeSentUploads(ctx, form));
    expect(refused.userMessage).toBe('"ring.jpg" did not arrive. Send it once more.');
  });

  test("of another size, type or address than was promised is refused by the store", async () => {
    const link = await requestUpload(await person(), IMAGE);
    const larger = new Uint8Array(picture.length + 1);
    expect((await send(link!, larger)).ok).toBe(false);
    const other = { ...link!, url: link!.url.replace(link!.uploadId, crypto.randomUUID()) };
    expect((await send(other)).ok).toBe(false);
  });

  test("is nobody else's", async () => {
    const link = await requestUpload(await person(), IMAGE);
    await send(link!);
    const thief = await person();
    const form = await formWith([{ upload_id: link!.uploadId, filename: "ring.jpg" }]);
    expect(await refusalOf(takeSentUploads(thief, form))).toMatchObject({ code: "invalid_input" });
  });

  test("goes after an hour, taken or not", async () => {
    const ctx = await person();
    const link = await requestUpload(ctx, IMAGE);
    await send(link!);
    const soon = await deleteAbandonedUploads(ctx);
    expect(soon.uploads).toBe(0);
    const later = { ...ctx, now: () => new Date(Date.now() + 2 * 3_600_000) };
    expect((await deleteAbandonedUploads(later)).uploads).toBeGreaterThan(0);
    expect([...double.objects.keys()].filter((key) => key.startsWith("incoming/"))).toEqual([]);
  });
});

test("where files lie in a folder, the form itself takes them", async () => {
  const { ctx } = await makePerson();
  expect(adapters().blob.directUploads).toBeNull();
  expect(await requestUpload(ctx, IMAGE)).toBeNull();
});

test("a file over the limit gets no link", async () => {
  const { ctx } = await makePerson();
  const refused = requestUpload(ctx, { contentType: "image/jpeg", bytes: 11 * 1024 * 1024 });
  expect(await refusalOf(refused)).toMatchObject({ code: "too_large" });
});

test.each(["no json", '[{"upload_id": "../x"}]', "{}"])("%s names no uploads", async (uploads) => {
  const { ctx } = await makePerson();
  const refused = takeSentUploads(ctx, await formWith(uploads));
  expect(await refusalOf(refused)).toMatchObject({ code: "invalid_input" });
});
