import { z } from "zod";
import type { FieldMeta } from "../kind.ts";

/** One field of a kind's schema as data: what a form, a grammar or an error text needs of it. */
export interface Field extends Partial<FieldMeta> {
  name: string;
  label: string;
  type: "number" | "integer" | "choice" | "flag" | "text";
  minimum?: number;
  maximum?: number;
  /** Allowed values of a choice. */
  values?: readonly string[];
  /** Most characters of a text. */
  maxLength?: number;
  /** What a text must look like, as the source of a regular expression. */
  pattern?: string;
  default: unknown;
}

interface JsonProperty extends Partial<FieldMeta> {
  type?: string;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  pattern?: string;
  /** Where null is allowed too. */
  anyOf?: JsonProperty[];
  default?: unknown;
}

const read = new WeakMap<z.ZodType, readonly Field[]>();

/** The fields of a z.object schema in its order, with ranges, choices, defaults and FieldMeta. */
export function fieldsOf(schema: z.ZodType): readonly Field[] {
  const known = read.get(schema);
  if (known) return known;
  const document = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const properties = (document.properties ?? {}) as Record<string, JsonProperty>;
  const fields = Object.entries(properties).map(([name, property]) => toField(name, property));
  read.set(schema, fields);
  return fields;
}

/** The field of that name, or undefined. */
export function fieldOf(schema: z.ZodType, name: string): Field | undefined {
  return fieldsOf(schema).find((field) => field.name === name);
}

function toField(name: string, property: JsonProperty): Field {
  const { label, group, unit, step, when, options, input } = property;
  const value = property.anyOf?.find(({ type }) => type !== "null") ?? property;
  const { minimum, maximum, maxLength, pattern } = value;
  return {
    name,
    label: label ?? name,
    type: typeOf(value),
    default: property.default,
    ...(group !== undefined && { group }),
    ...(unit !== undefined && { unit }),
    ...(step !== undefined && { step }),
    ...(when !== undefined && { when }),
    ...(options !== undefined && { options }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(input !== undefined && { input }),
    ...(maxLength !== undefined && { maxLength }),
    ...(pattern !== undefined && { pattern }),
    ...(value.enum && { values: value.enum.map(String) }),
  };
}

function typeOf(property: JsonProperty): Field["type"] {
  if (property.enum) return "choice";
  if (property.type === "integer") return "integer";
  if (property.type === "number") return "number";
  if (property.type === "boolean") return "flag";
  return "text";
}

/** The value nearest to `value` inside the field's range, on the field's step. */
export function nearestAllowed(field: Field, value: number): number {
  const low = field.minimum ?? Number.NEGATIVE_INFINITY;
  const high = field.maximum ?? Number.POSITIVE_INFINITY;
  return Math.min(high, Math.max(low, roundToStep(field, value)));
}

/** The value rounded to the field's step (whole numbers for integers). */
export function roundToStep(field: Field, value: number): number {
  const step = field.step ?? (field.type === "integer" ? 1 : 0.01);
  return Number((Math.round(value / step) * step).toFixed(6));
}

/** A number with its unit as people write it: `2.4 mm`, `6`. */
export function formatValue(
  field: Pick<Field, "unit" | "options" | "input">,
  value: unknown,
  locale = "en",
): string {
  if (field.input === "picture") return value ? "a picture" : "none";
  if (field.input === "model") return value ? "a model file" : "none";
  if (typeof value === "number") {
    const digits = value.toLocaleString(locale, { maximumFractionDigits: 3, useGrouping: false });
    return field.unit && field.unit !== "count" ? `${digits}${unitSign(field.unit)}` : digits;
  }
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (value === null || value === undefined) return "none";
  return field.options?.[String(value)] ?? String(value);
}

function unitSign(unit: NonNullable<FieldMeta["unit"]>): string {
  if (unit === "deg") return "°";
  if (unit === "gsm") return " g/m²";
  return unit === "percent" ? " %" : ` ${unit}`;
}
