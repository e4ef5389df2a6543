import type { z } from "zod";
import { type AppError, invalidInput } from "../shared/errors.ts";
import { toSnakeKey } from "./case.ts";
import { cleanTexts } from "./clean-text.ts";

type Issue = z.core.$ZodIssue;

const SECRET_FIELD = /password|token|secret|key$/i;

/** One wrong field, in the words of the REST interface. */
interface FieldFacts {
  field: string;
  message: string;
  value?: unknown;
  minimum?: unknown;
  maximum?: unknown;
  allowed?: unknown;
}

function fieldOf(issue: Issue): string {
  return issue.path.map((part) => toSnakeKey(String(part))).join(".");
}

/** What the field takes, in plain words. */
function messageOf(issue: Issue): string {
  switch (issue.code) {
    case "too_small":
      if (issue.origin === "string" && issue.minimum === 1) return "Fill this in.";
      return `At least ${issue.minimum}${unitOf(issue.origin)}.`;
    case "too_big":
      return `At most ${issue.maximum}${unitOf(issue.origin)}.`;
    case "invalid_value":
      return `One of: ${issue.values.join(", ")}.`;
    case "invalid_type":
      return issue.input === undefined ? "Fill this in." : `This takes a ${issue.expected}.`;
    case "unrecognized_keys":
      return `Not known here: ${issue.keys.map(toSnakeKey).join(", ")}.`;
    case "invalid_format":
      return issue.format === "email" ? "This is not an e-mail address." : issue.message;
    default:
      return issue.message;
  }
}

function unitOf(origin: string): string {
  if (origin === "string") return " characters";
  return origin === "array" || origin === "set" ? " items" : "";
}

function isPlainValue(value: unknown): boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}

function factsOf(issue: Issue): FieldFacts {
  const field = fieldOf(issue);
  const facts: FieldFacts = { field, message: messageOf(issue) };
  if (isPlainValue(issue.input) && !SECRET_FIELD.test(field)) facts.value = issue.input;
  if (issue.code === "too_small") facts.minimum = issue.minimum;
  if (issue.code === "too_big") facts.maximum = issue.maximum;
  if (issue.code === "invalid_value") facts.allowed = issue.values;
  return facts;
}

/**
 * `invalid_input` from what zod found: details name the first wrong field with its value and
 * limits, and list them all; `fieldErrors` has one message by field (camelCase, for forms).
 */
export function invalidFields(error: z.core.$ZodError): AppError {
  const all = error.issues.map(factsOf);
  const first = all[0];
  const fieldErrors: Record<string, string> = {};
  for (const [index, issue] of error.issues.entries()) {
    fieldErrors[issue.path.join(".")] ??= all[index]?.message ?? issue.message;
  }
  const message = first?.field ? `${first.field}: ${first.message}` : (first?.message ?? "");
  return invalidInput(message, { details: { ...first, issues: all }, fieldErrors });
}

/** The parsed value, its texts such as a database takes. Throws `invalid_input` naming each wrong field, its value and its limits. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(cleanTexts(value), { reportInput: true });
  if (parsed.success) return parsed.data;
  throw invalidFields(parsed.error);
}
