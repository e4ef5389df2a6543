"use client";

import { useActionState } from "react";
import { TextField } from "#components/ui/form-fields.tsx";
import { FormProblem, lastTry } from "#components/ui/form-problem.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { signUpAction } from "../actions.ts";

const FIELDS = ["email", "password", "name"];

export interface SignUpTexts {
  name: string;
  nameHint: string;
  email: string;
  password: string;
  passwordHint: string;
  submit: string;
}

export function SignUpForm({ next, texts }: { next: string; texts: SignUpTexts }) {
  const [result, action] = useActionState(signUpAction, null);
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
        autoComplete="new-password"
        required
        minLength={10}
        label={texts.password}
        hint={texts.passwordHint}
        error={errors.password}
      />
      <TextField
        name="name"
        autoComplete="name"
        label={texts.name}
        hint={texts.nameHint}
        defaultValue={values.name}
        error={errors.name}
      />
      <SubmitButton size="large">{texts.submit}</SubmitButton>
    </form>
  );
}
