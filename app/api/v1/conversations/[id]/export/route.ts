import { z } from "zod";
import {
  EXPORT_FORMATS,
  exportConversation,
} from "#lib/conversations/export/export-conversation.ts";
import { conversationDetailsForm } from "#lib/conversations/wire.ts";
import { designForm } from "#lib/designs/wire.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { contentDisposition } from "#lib/http/file-response.ts";
import { idParams } from "#lib/jobs/wire.ts";
import { requestLocale } from "#lib/shared/locales.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  query: z.object({ format: z.enum(EXPORT_FORMATS).default("json") }),
  limit: { name: "export", points: 30, seconds: 60 },
  openapi: {
    method: "get",
    path: "/api/v1/conversations/{id}/export",
    summary: "A conversation as a file: JSON with every version, or HTML with its pictures to read",
    tags: ["Conversations"],
    responses: {
      200: z.object({
        conversation: conversationDetailsForm,
        designs: z.array(designForm),
        exportedAt: z.iso.datetime(),
      }),
    },
  },
  async handle({ ctx, params, query, request }) {
    const locale = requestLocale(request.headers);
    const file = await exportConversation(ctx, { conversationId: params.id, locale, ...query });
    const headers = { "content-disposition": contentDisposition("attachment", file.filename) };
    if (typeof file.body !== "string") return answer(200, file.body, headers);
    // Never run as a page of this site, however it is opened.
    const safe = { "content-security-policy": "sandbox; default-src 'none'", ...headers };
    return new Response(file.body, {
      headers: { ...safe, "content-type": file.contentType, "cache-control": "no-store" },
    });
  },
});
