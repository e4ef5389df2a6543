import { Notice } from "#components/ui/badge.tsx";
import type { ActionResult } from "#lib/http/define-action.ts";

/** What went wrong with a form as a whole; wrong fields say it themselves. */
export function FormProblem({ result }: { result: ActionResult<unknown> | null }) {
  if (!result || result.ok || result.error.fieldErrors) return null;
  return <Notice tone="bad">{result.error.message}</Notice>;
}

/** Messages by field and what was typed before, from the last try. */
export function lastTry(result: ActionResult<unknown> | null): {
  errors: Record<string, string>;
  values: Record<string, string>;
} {
  if (!result || result.ok) return { errors: {}, values: {} };
  return { errors: result.error.fieldErrors ?? {}, values: result.values };
}
