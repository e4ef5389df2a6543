import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";
import { loadMesh } from "#lib/meshes/load-mesh.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  openapi: {
    method: "get",
    path: "/api/v1/meshes/{id}",
    summary: "The mesh of an imported model as the kernel takes it",
    description: "Packed: a header, facts as JSON, positions, indices and colours.",
    tags: ["Files"],
    responses: { 200: "binary" },
  },
  async handle({ ctx, params, request }) {
    const { sha256, packed } = await loadMesh(ctx, params.id);
    const etag = `"${sha256}"`;
    const headers = { etag, "cache-control": "private, no-cache" };
    const known = request.headers.get("if-none-match")?.split(/\s*,\s*/) ?? [];
    if (known.includes(etag)) return new Response(null, { status: 304, headers });
    const type = {
      "content-type": "application/octet-stream",
      "x-content-type-options": "nosniff",
    };
    return new Response(packed as BodyInit, { headers: { ...headers, ...type } });
  },
});
