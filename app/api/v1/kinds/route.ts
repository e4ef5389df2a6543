import { z } from "zod";
import { answerAsIs } from "#lib/http/answer.ts";
import { toSnakeCase, toSnakeKey } from "#lib/http/case.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { describeKind } from "#lib/kinds/describe-kind.ts";
import { listKinds } from "#lib/kinds/registry.ts";

const kindForm = z.object({
  id: z.string(),
  title: z.string(),
  category: z.string(),
  example: z.string(),
  schema: z.looseObject({}).describe("JSON Schema of the spec."),
  defaults: z.looseObject({}),
});

export const GET = defineRoute({
  auth: "public",
  openapi: {
    method: "get",
    path: "/api/v1/kinds",
    summary: "What can be designed, each kind with its JSON Schema and defaults",
    tags: ["Designs"],
    responses: { 200: z.object({ items: z.array(kindForm) }) },
  },
  async handle() {
    const items = listKinds().map((kind) => {
      const { defaults, ...described } = describeKind(kind, toSnakeKey);
      return { ...described, defaults: toSnakeCase(defaults) };
    });
    // A JSON Schema has a spelling of its own: keys go out as they are.
    return answerAsIs(200, { items });
  },
});
