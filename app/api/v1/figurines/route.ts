import { z } from "zod";
import { listFigurines } from "#lib/figurines/list-figurines.ts";
import { figurineSummaryForm } from "#lib/figurines/wire.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { listQuery } from "#lib/http/list.ts";
import { acceptPhotos } from "./accept-photos.ts";

export const POST = acceptPhotos("/api/v1/figurines");

export const GET = defineRoute({
  auth: { scope: "read" },
  query: listQuery,
  openapi: {
    method: "get",
    path: "/api/v1/figurines",
    summary: "Your figurines, newest first",
    tags: ["Figurines"],
    responses: {
      200: z.object({ items: z.array(figurineSummaryForm), nextCursor: z.string().nullable() }),
    },
  },
  handle: ({ ctx, query }) => listFigurines(ctx, query),
});
