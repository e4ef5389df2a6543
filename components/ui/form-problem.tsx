import { Notice } from "./badge.tsx";

/** How a form's action ended, as far as the form shows it. */
export type FormResult =
  | { ok: true }
  | {
      ok: false;
      error: { message: string; fieldErrors?: Record<string, string> };
      values: Record<string, string>;
    };

/**
 * What went wrong with a form as a whole, or with a field that has no input of its own; wrong
 * inputs (`fields`) say it themselves.
 */
export function FormProblem({ result, fields }: { result: FormResult | null; fields: string[] }) {
  if (!result || result.ok) return null;
  const { fieldErrors = {}, message } = result.error;
  if (Object.keys(fieldErrors).some((name) => fields.includes(name))) return null;
  return <Notice tone="bad">{message}</Notice>;
}

/** Messages by field and what was typed before, from the last try. */
export function lastTry(result: FormResult | null): {
  errors: Record<string, string>;
  values: Record<string, string>;
} {
  if (!result || result.ok) return { errors: {}, values: {} };
  return { errors: result.error.fieldErrors ?? {}, values: result.values };
}
