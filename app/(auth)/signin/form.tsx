"use client";

import { useActionState } from "react";
import { TextField } from "#components/ui/form-fields.tsx";
import { FormProblem, lastTry } from "#components/ui/form-problem.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { signInAction } from "../actions.ts";

const FIELDS = ["email", "password"];

export interface SignInTexts {
  email: string;
  password: string;
  submit: string;
}

export function SignInForm({ next, texts }: { next: string; texts: SignInTexts }) {
  const [result, action] = useActionState(signInAction, null);
  const { errors, values } = lastTry(result);
  return (
    <form action={action} className="flex flex-col gap-5" noValidate>
      <FormProblem result={result} fields={FIELDS} />
      <input type="hidden" name="next" value={next} />
      <TextField
        name="email"
        type="email"
        autoComplete="username"
        required
        label={texts.email}
        defaultValue={values.email}
        error={errors.email}
      />
      <TextField
        name="password"
        type="password"
        autoComplete="current-password"
        required
        label={texts.password}
        error={errors.password}
      />
      <SubmitButton size="large">{texts.submit}</SubmitButton>
    </form>
  );
}
