import { createBatch } from "#lib/batches/create-batch.ts";
import { batchOptions, MOST_PHOTOS } from "#lib/batches/options.ts";
import { uploadForm } from "#lib/batches/wire.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { parseInput } from "#lib/http/invalid-fields.ts";
import type { UploadedFile } from "#lib/http/multipart.ts";
import { seeOther, wantsPage } from "#lib/http/notice.ts";
import { acceptedJob } from "#lib/jobs/accepted.ts";

/** The upload under one of its two addresses. */
export const acceptUpload = (path: string) =>
  defineRoute({
    auth: { scope: "write" },
    body: "multipart",
    multipart: { files: MOST_PHOTOS, oversize: "mark" },
    limit: { name: "batch-upload", points: 20, seconds: 60 },
    openapi: {
      method: "post",
      path,
      summary: "Photos to 3D models: 1 to 25 pictures in the fields `files[]` or `files`",
      description:
        "JPEG, PNG or WebP of at most 10 MB and 50 megapixels each, decided by content. Options: " +
        "`face_limit` (500 to 200,000), `height_mm`, `texture`, `back` (mirror, flat), `formats`, " +
        "`priority` (low, normal, high), `partial` (take the good ones although others are refused).",
      tags: ["Batches"],
      responses: { 202: uploadForm },
    },
    formPage: "/batches/new",
    async handle({ ctx, body, request, effectId }) {
      const options = parseInput(batchOptions, body.fields);
      const isForm = wantsPage(request);
      const files = isForm ? sent(body.files) : body.files;
      const { jobId, photos, refused } = await createBatch(ctx, { files, options, effectId });
      if (isForm) return seeOther(`/batches/${jobId}`);
      const message = `${photos} ${photos === 1 ? "photo is" : "photos are"} being made into models.`;
      return answer(202, { ...(await acceptedJob(ctx, jobId, message)), refused });
    },
  });

/** A browser without scripts sends one nameless empty file when none was chosen. */
const sent = (files: readonly UploadedFile[]) =>
  files.filter(({ filename, bytes }) => filename !== "" || bytes > 0);
