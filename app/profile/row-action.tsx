"use client";

import { useActionState } from "react";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Action } from "#lib/http/define-action.ts";

export interface RowActionProps<Input extends Record<string, string>, Data> {
  action: Action<Input, Data>;
  /** Sent along, hidden. */
  input: Input;
  text: string;
  /** What a screen reader says: the text alone does not tell which row. */
  label: string;
}

/** The button of one row of a list. */
export function RowAction<Input extends Record<string, string>, Data>(
  props: RowActionProps<Input, Data>,
) {
  const [result, action] = useActionState(props.action, null);
  return (
    <form action={action} className="shrink-0 text-right">
      {Object.entries(props.input).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton look="quiet" size="small" aria-label={props.label}>
        {props.text}
      </SubmitButton>
      {result && !result.ok ? (
        <p role="alert" className="text-xs text-bad">
          {result.error.message}
        </p>
      ) : null}
    </form>
  );
}
