"use client";

import clsx from "clsx";
import { type ReactNode, useActionState, useEffect } from "react";
import type { ActionResult } from "#lib/http/define-action.ts";
import { FormProblem, lastTry } from "./form-problem.tsx";

/** A server action as a form calls it. */
export type FormAction = (
  previous: ActionResult<unknown> | null,
  form: FormData,
) => Promise<ActionResult<unknown>>;

export interface ActionFormProps {
  action: FormAction;
  /** Sent along. */
  hidden: Record<string, string>;
  /** Names of the inputs that show their own problem. */
  fields?: string[];
  /** Said for screen readers, where no heading names the form. */
  label?: string;
  className?: string;
  /** Called when it went through: a dialog closes. */
  onDone?: () => void;
  /** Gets the messages by field and what was typed before. */
  children: (last: {
    errors: Record<string, string>;
    values: Record<string, string>;
    isDone: boolean;
  }) => ReactNode;
}

/** A form over a server action: keeps what was typed when it is refused, and says why. */
export function ActionForm({
  action,
  hidden,
  fields = [],
  label,
  className,
  onDone,
  children,
}: ActionFormProps) {
  const [result, submit] = useActionState(action, null);
  const isDone = result?.ok === true;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each result, whatever the caller renders
  useEffect(() => {
    if (isDone) onDone?.();
  }, [result]);
  return (
    <form action={submit} noValidate aria-label={label} className={clsx("grid gap-4", className)}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormProblem result={result} fields={fields} />
      {children({ ...lastTry(result), isDone })}
    </form>
  );
}
