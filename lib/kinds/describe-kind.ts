import { z } from "zod";
import type { Kind } from "./kind.ts";

/** A kind as a program reads it. */
export interface KindDescription {
  id: string;
  title: string;
  category: Kind["category"];
  /** A sentence that shows what one can say. */
  example: string;
  /** JSON Schema (draft 2020-12) of the spec, keys as `rename` gives them. */
  schema: Record<string, unknown>;
  defaults: Record<string, unknown>;
}

/** Everything a program needs to make a design of the kind. `rename` turns field names into the transport's. */
export function describeKind(kind: Kind, rename: (key: string) => string): KindDescription {
  const schema = z.toJSONSchema(kind.schema, { io: "input", unrepresentable: "any" });
  const properties = Object.entries(schema.properties ?? {});
  return {
    id: kind.id,
    title: kind.title,
    category: kind.category,
    example: kind.example,
    schema: {
      ...schema,
      properties: Object.fromEntries(properties.map(([key, field]) => [rename(key), field])),
    },
    defaults: kind.schema.parse({}),
  };
}
