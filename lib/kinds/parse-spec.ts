import type { z } from "zod";
import { AppError, invalidInput } from "../shared/errors.ts";
import type { Kind } from "./kind.ts";
import { cleanLine } from "./read/clean-line.ts";
import { type Field, fieldOf, fieldsOf, formatValue, nearestAllowed } from "./read/fields.ts";

type Given = Record<string, unknown>;

/**
 * A full spec from a partial one; absent fields take their defaults. Throws `invalid_input` naming the first wrong
 * field with its value, range, unit and the nearest value that works; a field the kind lacks is refused too.
 */
export function parseSpec<Spec extends Given>(kind: Kind<Spec>, given: unknown): Spec {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw invalidInput(`A ${kind.title.toLowerCase()} is described by named values.`);
  }
  const input = given as Given;
  refuseUnknownFields(kind, input);
  const parsed = kind.schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw specError(kind, input, parsed.error);
}

/** The current spec with a patch laid over it, validated as a whole. */
export function patchSpec<Spec extends Given>(kind: Kind<Spec>, current: Spec, patch: Given): Spec {
  refuseUnknownFields(kind, patch);
  return parseSpec(kind, { ...current, ...patch });
}

function refuseUnknownFields<Spec extends Given>(kind: Kind<Spec>, given: Given): void {
  const allowed = fieldsOf(kind.schema).map(({ name }) => name);
  const unknown = Object.keys(given).filter((name) => !allowed.includes(name));
  if (unknown.length === 0) return;
  throw invalidInput(`A ${kind.title.toLowerCase()} has no ${unknown.join(", ")}.`, {
    details: { field: unknown[0], fields: unknown, allowed },
    fieldErrors: Object.fromEntries(unknown.map((name) => [name, "Unknown field."])),
  });
}

function specError<Spec extends Given>(
  kind: Kind<Spec>,
  given: Given,
  error: z.ZodError,
): AppError {
  const fieldErrors: Record<string, string> = {};
  for (const issue of error.issues) {
    const name = String(issue.path[0] ?? "");
    fieldErrors[name] ??= fieldMessage(kind, name, given[name], issue.message);
  }
  const field = String(error.issues[0]?.path[0] ?? "");
  const message = fieldErrors[field] ?? "These numbers do not go together.";
  return new AppError("invalid_input", message, {
    details: { field, value: given[field] ?? null, ...limitsOf(kind, field, given[field]) },
    fieldErrors,
  });
}

function limitsOf<Spec extends Given>(kind: Kind<Spec>, name: string, value: unknown) {
  const field = fieldOf(kind.schema, name);
  if (!field) return {};
  if (field.values) return { allowed: field.values };
  if (field.type === "text") return textLimits(field, value);
  return {
    minimum: field.minimum ?? null,
    maximum: field.maximum ?? null,
    unit: field.unit ?? null,
    ...(typeof value === "number" && { nearest: nearestAllowed(field, value) }),
  };
}

/** What a text may be; the nearest of one that is too long is its beginning. */
function textLimits({ maxLength, pattern }: Field, value: unknown) {
  const isLong = typeof value === "string" && maxLength !== undefined;
  return {
    ...(maxLength !== undefined && { maximum: maxLength, unit: "characters" }),
    ...(pattern !== undefined && { pattern }),
    ...(isLong && { nearest: shortened(value, maxLength) }),
  };
}

function textMessage(field: Field, value: unknown, fallback: string): string {
  const { label, input, maxLength } = field;
  if (input === "colour") return `${label}: give the colour as #rrggbb, such as #1f3a5f.`;
  if (input === "picture") return `${label}: give the id of an uploaded picture.`;
  if (typeof value !== "string" || maxLength === undefined) return `${label}: ${fallback}`;
  const { length } = cleanLine(value);
  return `${label} takes at most ${maxLength} characters; this has ${length}. The nearest that works is "${shortened(value, maxLength)}".`;
}

/** The beginning of a line, without half a character at its end. */
function shortened(text: string, maxLength: number): string {
  const cut = cleanLine(text).slice(0, maxLength);
  return cut.isWellFormed() ? cut.trimEnd() : cut.slice(0, -1).trimEnd();
}

/** A sentence about one wrong value: its range and the nearest value that works. */
function fieldMessage<Spec extends Given>(
  kind: Kind<Spec>,
  name: string,
  value: unknown,
  fallback: string,
): string {
  const field = fieldOf(kind.schema, name);
  if (!field) return fallback;
  if (field.values) return `${field.label}: choose one of ${field.values.join(", ")}.`;
  if (field.type === "text") return textMessage(field, value, fallback);
  const { minimum, maximum } = field;
  if (typeof value !== "number" || minimum === undefined || maximum === undefined) {
    return `${field.label}: ${fallback}`;
  }
  const range = `${formatValue({}, minimum)} to ${formatValue(field, maximum)}`;
  const nearest = formatValue(field, nearestAllowed(field, value));
  return `${field.label} is ${range} here; ${formatValue(field, value)} is outside. The nearest that works is ${nearest}.`;
}
