import { defineRoute } from "#lib/http/define-route.ts";
import { pictureRaster } from "#lib/images/picture-raster.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  openapi: {
    method: "get",
    path: "/api/v1/images/{id}/raster",
    summary: "A picture as the kernel takes it",
    description: "PNG of RGBA pixels, long edge at most 1024 px.",
    tags: ["Pictures"],
    responses: { 200: "binary" },
  },
  async handle({ ctx, params, request }) {
    const { sha256, png } = await pictureRaster(ctx, params.id);
    const etag = `"raster-${sha256}"`;
    const headers = { etag, "cache-control": "private, no-cache" };
    const known = request.headers.get("if-none-match")?.split(/\s*,\s*/) ?? [];
    if (known.includes(etag)) return new Response(null, { status: 304, headers });
    return new Response(png as BodyInit, {
      headers: { ...headers, "content-type": "image/png", "x-content-type-options": "nosniff" },
    });
  },
});
