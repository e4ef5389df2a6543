"use client";

import { useActionState, useId } from "react";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { resolveCaseAction } from "../actions.ts";

interface ResolveFormProps {
  caseId: string;
  note: string;
  /** How the case can end. */
  outcomes: { id: string; text: string; label: string }[];
}

/** Ends a case, with a note for the person. */
export function ResolveForm({ caseId, note, outcomes }: ResolveFormProps) {
  const [result, action] = useActionState(resolveCaseAction, null);
  const id = useId();
  return (
    <form action={action} className="grid gap-3">
      <input type="hidden" name="caseId" value={caseId} />
      <Field id={id} label={note}>
        {(control) => <Input name="note" maxLength={2000} {...control} />}
      </Field>
      {result && !result.ok && (
        <p role="alert" className="text-sm text-bad">
          {result.error.message}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {outcomes.map(({ id: outcome, text, label }) => (
          <SubmitButton
            key={outcome}
            name="outcome"
            value={outcome}
            look="secondary"
            size="small"
            aria-label={label}
          >
            {text}
          </SubmitButton>
        ))}
      </div>
    </form>
  );
}
