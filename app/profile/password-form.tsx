"use client";

import { useActionState } from "react";
import { Notice } from "#components/ui/badge.tsx";
import { TextField } from "#components/ui/form-fields.tsx";
import { FormProblem, lastTry } from "#components/ui/form-problem.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { changePasswordAction } from "./actions.ts";

const FIELDS = ["currentPassword", "newPassword"];

export interface PasswordFormProps {
  email: string;
  texts: {
    currentPassword: string;
    newPassword: string;
    passwordHint: string;
    submit: string;
    changed: string;
  };
}

export function PasswordForm({ email, texts }: PasswordFormProps) {
  const [result, action] = useActionState(changePasswordAction, null);
  const { errors } = lastTry(result);
  return (
    <form action={action} className="flex flex-col gap-5" noValidate>
      <FormProblem result={result} fields={FIELDS} />
      {result?.ok ? <Notice tone="good">{texts.changed}</Notice> : null}
      {/* Password managers want to know whose password it is. */}
      <input type="email" autoComplete="username" defaultValue={email} hidden readOnly />
      <TextField
        name="currentPassword"
        type="password"
        autoComplete="current-password"
        label={texts.currentPassword}
        error={errors.currentPassword}
      />
      <TextField
        name="newPassword"
        type="password"
        autoComplete="new-password"
        minLength={10}
        label={texts.newPassword}
        hint={texts.passwordHint}
        error={errors.newPassword}
      />
      <SubmitButton look="secondary" className="self-start">
        {texts.submit}
      </SubmitButton>
    </form>
  );
}
