import { z } from "zod";
import { viewShare } from "#lib/collections/view-share.ts";
import { sharedCollectionForm } from "#lib/collections/wire.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const GET = defineRoute({
  auth: "public",
  params: z.object({ token: z.string().min(1).max(100) }),
  // Against guessing; a token has 256 bits.
  limit: { name: "view-share", points: 300, seconds: 3600 },
  openapi: {
    method: "get",
    path: "/api/v1/shares/{token}",
    summary: "The collection that a link shows",
    description: "404 says whether nobody made the link, it ran out, or it was ended.",
    tags: ["Collections"],
    responses: { 200: sharedCollectionForm },
  },
  handle: ({ ctx, params }) => viewShare(ctx, params.token),
});
