"use client";

import { useActionState } from "react";
import { Notice } from "#components/ui/badge.tsx";
import { TextField } from "#components/ui/form-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { resetPasswordAction } from "../../actions.ts";
import { lastTry } from "../../form-problem.tsx";

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
      {result && !result.ok && !errors.password ? (
        <Notice tone="bad">{result.error.message}</Notice>
      ) : null}
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
