"use client";

import { useActionState } from "react";
import { Notice } from "#components/ui/badge.tsx";
import { TextField } from "#components/ui/form-fields.tsx";
import { FormProblem, lastTry } from "#components/ui/form-problem.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { requestResetAction } from "../actions.ts";

const FIELDS = ["email"];

export interface ResetTexts {
  email: string;
  submit: string;
  sentTitle: string;
  /** With `{email}` where the address goes. */
  sent: string;
}

export function RequestResetForm({ texts }: { texts: ResetTexts }) {
  const [result, action] = useActionState(requestResetAction, null);
  const { errors, values } = lastTry(result);
  if (result?.ok) {
    return (
      <Notice tone="good">
        <strong className="block font-semibold">{texts.sentTitle}</strong>
        {texts.sent.replace("{email}", result.data.email)}
      </Notice>
    );
  }
  return (
    <form action={action} className="flex flex-col gap-5" noValidate>
      <FormProblem result={result} fields={FIELDS} />
      <TextField
        name="email"
        type="email"
        autoComplete="username"
        required
        label={texts.email}
        defaultValue={values.email}
        error={errors.email}
      />
      <SubmitButton size="large">{texts.submit}</SubmitButton>
    </form>
  );
}
