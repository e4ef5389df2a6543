import { z } from "zod";
import { env } from "#lib/env.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { listQuery } from "#lib/http/list.ts";
import { listImages } from "#lib/images/list-images.ts";
import { uploadImage } from "#lib/images/upload-image.ts";
import { imageForm } from "#lib/images/wire.ts";
import { invalidInput } from "#lib/shared/errors.ts";

const TAGS = ["Pictures"];

export const GET = defineRoute({
  auth: { scope: "read" },
  query: listQuery.extend({
    source: z.enum(["upload", "drawn", "generated"]).optional(),
    conversationId: z.string().optional(),
  }),
  openapi: {
    method: "get",
    path: "/api/v1/images",
    summary: "Your pictures, newest first",
    tags: TAGS,
    responses: { 200: z.object({ items: z.array(imageForm), nextCursor: z.string().nullable() }) },
  },
  handle: ({ ctx, query }) => listImages(ctx, query),
});

export const POST = defineRoute({
  auth: { scope: "write" },
  body: "multipart",
  multipart: { files: 1 },
  limit: { name: "image-upload", points: 60, seconds: 60 },
  openapi: {
    method: "post",
    path: "/api/v1/images",
    summary: "Upload a picture, mask or sketch (field `file`)",
    description:
      "JPEG, PNG or WebP, decided by content; turned upright, metadata removed. `mask_of` says which picture a mask was drawn on: sent with a message, it has that part repainted.",
    tags: TAGS,
    responses: { 201: imageForm },
  },
  async handle({ ctx, body, effectId }) {
    const [file] = body.files;
    if (!file) throw invalidInput("Send a picture in the field `file`.");
    const { conversationId, maskOf } = body.fields;
    const image = await uploadImage(ctx, {
      bytes: await file.read(),
      maxBytes: env().MAX_FILE_SIZE,
      effectId,
      ...(conversationId && { conversationId }),
      ...(maskOf && { maskOf }),
    });
    return answer(201, image);
  },
});
