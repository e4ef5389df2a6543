import { z } from "zod";
import { toSnakeKey } from "../case.ts";

/** A field of a query or body, as the API page shows it. */
export interface FieldLine {
  name: string;
  /** `number, 0.8 to 12`, `one of round, oval` … */
  takes: string;
  required: boolean;
  about: string | undefined;
}

interface Schema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
  maxLength?: number;
  default?: unknown;
  description?: string;
  items?: Schema;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
}

/** The largest range JSON Schema is given for a plain integer; no limit worth showing. */
const isLimit = (value: number | undefined): value is number =>
  value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER;

function rangeOf(schema: Schema): string {
  const least = schema.minimum ?? schema.exclusiveMinimum ?? schema.minLength;
  const most = schema.maximum ?? schema.maxLength;
  const unit = schema.type === "string" ? " characters" : "";
  if (isLimit(least) && isLimit(most)) return `, ${least} to ${most}${unit}`;
  if (isLimit(most)) return `, at most ${most}${unit}`;
  return isLimit(least) ? `, at least ${least}${unit}` : "";
}

function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return `one of ${schema.enum.join(", ")}`;
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeOf))].join(" or ");
  if (schema.type === "array") return `list of ${typeOf(schema.items ?? {})}`;
  const type = Array.isArray(schema.type) ? schema.type.join(" or ") : (schema.type ?? "anything");
  return `${schema.format ?? type}${rangeOf(schema)}`;
}

/** The fields of an object schema, required ones first; none for any other schema. */
export function fieldLines(schema: z.ZodType | undefined): FieldLine[] {
  if (!schema) return [];
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema;
  const required = new Set(json.required ?? []);
  const lines = Object.entries(json.properties ?? {}).map(([name, one]) => ({
    name: toSnakeKey(name),
    takes:
      typeOf(one) + (one.default === undefined ? "" : `; ${JSON.stringify(one.default)} if unset`),
    required: required.has(name),
    about: one.description,
  }));
  return lines.sort((a, b) => Number(b.required) - Number(a.required));
}
