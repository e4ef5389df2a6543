"use client";

import { useActionState } from "react";
import { Notice } from "#components/ui/badge.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormProblem, lastTry } from "#components/ui/form-problem.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { appealAction } from "./actions.ts";

interface AppealFormProps {
  caseId: string;
  texts: Record<"label" | "hint" | "send" | "sent", string>;
}

/** Says why something is fine after all. */
export function AppealForm({ caseId, texts }: AppealFormProps) {
  const [result, action] = useActionState(appealAction, null);
  if (result?.ok) return <Notice tone="good">{texts.sent}</Notice>;
  const { errors, values } = lastTry(result);
  return (
    <form action={action} className="grid gap-4" noValidate>
      <FormProblem result={result} fields={["words"]} />
      <input type="hidden" name="caseId" value={caseId} />
      <Field id="appeal-words" label={texts.label} hint={texts.hint} error={errors.words}>
        {(control) => (
          <textarea
            name="words"
            rows={4}
            required
            maxLength={2000}
            defaultValue={values.words}
            className="rounded-control border border-line-strong bg-surface px-3 py-2 text-base"
            {...control}
          />
        )}
      </Field>
      <SubmitButton className="justify-self-start">{texts.send}</SubmitButton>
    </form>
  );
}
