import { defineRoute } from "#lib/http/define-route.ts";
import { contentDisposition } from "#lib/http/file-response.ts";
import { idParams } from "#lib/jobs/wire.ts";
import { writeOrderSheet } from "#lib/orders/write-order-sheet.ts";
import { requestLocale } from "#lib/shared/locales.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  openapi: {
    method: "get",
    path: "/api/v1/orders/{id}/sheet.pdf",
    summary: "The order as a PDF: what was agreed, how far it is, proof",
    tags: ["Orders"],
    responses: { 200: "binary" },
  },
  async handle({ ctx, params, request }) {
    const { bytes, filename } = await writeOrderSheet(
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
