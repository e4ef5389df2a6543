import { z } from "zod";
import { checkLink, linkSecret } from "#lib/adapters/blob/signature.ts";
import { env } from "#lib/env.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { fileResponse } from "#lib/http/file-response.ts";
import { forbidden } from "#lib/shared/errors.ts";

const params = z.object({ key: z.array(z.string()) });
const query = z.object({
  expires: z.coerce.number().int(),
  signature: z.string(),
  filename: z.string().max(200).default(""),
  disposition: z.enum(["inline", "attachment"]).default("inline"),
});

/** A file by a signed link. The signature is the permission; without it nothing is told. */
export const GET = defineRoute({
  auth: "public",
  params,
  query,
  openapi: {
    method: "get",
    path: "/api/blob/{key}",
    summary: "A file by a signed link",
    description: "Links stand in the answers of other paths; they expire. Takes Range and ETag.",
    tags: ["Files"],
    responses: { 200: "binary", 206: "binary", 416: "binary" },
  },
  async handle({ ctx, params: { key: segments }, query: link, request }) {
    const key = segments.join("/");
    const { expires, filename, disposition, signature } = link;
    const secret = linkSecret(env().NEXTAUTH_SECRET ?? "");
    const facts = { key, expires, filename, disposition };
    const state = checkLink(secret, facts, signature, ctx.now());
    if (state === "forged") throw forbidden("This link is not valid.");
    if (state === "expired") throw forbidden("This link has expired. Open the page again.");
    const maxAgeSeconds = Math.max(0, expires - Math.floor(ctx.now().getTime() / 1000));
    return fileResponse(ctx.adapters.blob, key, request, { filename, disposition, maxAgeSeconds });
  },
});

export const HEAD = GET;
