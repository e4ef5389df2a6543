import { z } from "zod";
import { answerAsIs } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { requestUpload } from "#lib/uploads/request-upload.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  body: z.object({
    contentType: z
      .string()
      .regex(/^[\w.+-]+\/[\w.+-]+$/)
      .max(100),
    bytes: z.int().min(1),
  }),
  idempotent: false,
  limit: { name: "upload-link", points: 120, seconds: 60 },
  openapi: {
    method: "post",
    path: "/api/v1/uploads",
    summary: "Where to send one large file past the app",
    description:
      "Hosts that take no large request (Vercel: 4.5 MB) have files sent to the file store. PUT the file to " +
      "`url` with `headers`, then name it in the field `uploads` of a form, as JSON: " +
      '`[{"upload_id": "…", "filename": "ring.jpg"}]`. `upload` is null where the form itself takes the file.',
    tags: ["Files"],
    responses: {
      200: z.object({
        upload: z
          .object({
            upload_id: z.string(),
            method: z.literal("PUT"),
            url: z.string(),
            headers: z.record(z.string(), z.string()),
            expires_at: z.string(),
          })
          .nullable(),
      }),
    },
  },
  async handle({ ctx, body }) {
    const requested = await requestUpload(ctx, body);
    if (!requested) return answerAsIs(200, { upload: null });
    const { uploadId, expiresAt, ...rest } = requested;
    return answerAsIs(200, { upload: { upload_id: uploadId, ...rest, expires_at: expiresAt } });
  },
});
