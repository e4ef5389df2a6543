"use client";

import { useActionState } from "react";
import { TextField } from "#components/ui/form-fields.tsx";
import { FormProblem, lastTry } from "#components/ui/form-problem.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { resetPasswordAction } from "../../actions.ts";

const FIELDS = ["password"];

export interface NewPasswordTexts {
  newPassword: string;
  passwordHint: string;
  save: string;
}

export function NewPasswordForm({ token, texts }: { token: string; texts: NewPasswordTexts }) {
  const [result, action] = useActionState(resetPasswordAction, null);
  const { errors } = lastTry(result);
  return (
    <form action={action} className="flex flex-col gap-5" noValidate>
      <FormProblem result={result} fields={FIELDS} />
      <input type="hidden" name="token" value={token} />
      <TextField
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={10}
        label={texts.newPassword}
        hint={texts.passwordHint}
        error={errors.password}
      />
      <SubmitButton size="large">{texts.save}</SubmitButton>
    </form>
  );
}
