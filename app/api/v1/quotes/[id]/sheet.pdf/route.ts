import { defineRoute } from "#lib/http/define-route.ts";
import { contentDisposition } from "#lib/http/file-response.ts";
import { idParams } from "#lib/jobs/wire.ts";
import { writeQuoteSheet } from "#lib/quotes/write-quote-sheet.ts";
import { requestLocale } from "#lib/shared/locales.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  openapi: {
    method: "get",
    path: "/api/v1/quotes/{id}/sheet.pdf",
    summary: "The quote as a PDF: piece, offer with its lines, validity, proof",
    tags: ["Quotes"],
    responses: { 200: "binary" },
  },
  async handle({ ctx, params, request }) {
    const { bytes, filename } = await writeQuoteSheet(
      ctx,
      params.id,
      requestLocale(request.headers),
    );
    return new Response(bytes as BodyInit, {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": contentDisposition("inline", filename),
        "cache-control": "private, no-store",
      },
    });
  },
});
