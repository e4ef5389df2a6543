import type { z } from "zod";
import type { Kind } from "#lib/kinds/kind.ts";
import { fieldOf, fieldsOf, formatValue, nearestAllowed } from "#lib/kinds/read/fields.ts";
import { type AppError, invalidInput } from "#lib/shared/errors.ts";
import type { Spec } from "./types.ts";

/** A full spec from a partial one; absent fields take their defaults. Throws `invalid_input` naming field, limit and nearest value. */
export function parseSpec(kind: Kind, given: Spec): Spec {
  refuseUnknownFields(kind, given);
  const parsed = kind.schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw specError(kind, given, parsed.error);
}

/** The current spec with the patch laid over it, validated. */
export function patchSpec(kind: Kind, current: Spec, patch: Spec): Spec {
  refuseUnknownFields(kind, patch);
  return parseSpec(kind, { ...current, ...patch });
}

function refuseUnknownFields(kind: Kind, given: Spec): void {
  const known = fieldsOf(kind.schema).map((field) => field.name);
  const unknown = Object.keys(given).filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw invalidInput(`A ${kind.title.toLowerCase()} has no ${unknown.join(", ")}.`, {
    details: { fields: unknown, allowed: known },
    fieldErrors: Object.fromEntries(unknown.map((name) => [name, "Unknown field."])),
  });
}

function specError(kind: Kind, given: Spec, error: z.ZodError): AppError {
  const first = error.issues[0];
  const name = String(first?.path[0] ?? "");
  const value = given[name];
  const fieldErrors = Object.fromEntries(
    error.issues.map((issue) => {
      const field = String(issue.path[0] ?? "");
      return [field, fieldMessage(kind, field, given[field], issue.message)];
    }),
  );
  return invalidInput(fieldErrors[name] ?? "These numbers do not go together.", {
    details: { field: name, value: value ?? null, ...limitsOf(kind, name, value) },
    fieldErrors,
  });
}

function limitsOf(kind: Kind, name: string, value: unknown): Record<string, unknown> {
  const field = fieldOf(kind.schema, name);
  if (!field) return {};
  if (field.values) return { allowed: field.values };
  return {
    minimum: field.minimum ?? null,
    maximum: field.maximum ?? null,
    unit: field.unit ?? null,
    ...(typeof value === "number" && { nearest: nearestAllowed(field, value) }),
  };
}

/** A sentence about one wrong value: the rule, its limit and the nearest value that works. */
function fieldMessage(kind: Kind, name: string, value: unknown, fallback: string): string {
  const field = fieldOf(kind.schema, name);
  if (!field) return fallback;
  if (field.values) return `${field.label}: choose one of ${field.values.join(", ")}.`;
  const { minimum, maximum } = field;
  if (typeof value !== "number" || minimum === undefined || maximum === undefined) {
    return `${field.label}: ${fallback}`;
  }
  if (value < minimum || value > maximum) {
    const range = `${formatValue({}, minimum)} to ${formatValue(field, maximum)}`;
    const nearest = formatValue(field, nearestAllowed(field, value));
    return `${field.label} is ${range} here; ${formatValue(field, value)} is outside. The nearest that works is ${nearest}.`;
  }
  return `${field.label}: ${fallback}`;
}
