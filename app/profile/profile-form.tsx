"use client";

import { useActionState } from "react";
import { Notice } from "#components/ui/badge.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextField } from "#components/ui/form-fields.tsx";
import { FormProblem, lastTry } from "#components/ui/form-problem.tsx";
import { Select } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { updateProfileAction } from "./actions.ts";

export interface ProfileFormProps {
  name: string;
  currency: string;
  currencies: readonly string[];
  askBeforePaying: boolean;
  texts: Record<
    "name" | "currency" | "currencyHint" | "ask" | "askHint" | "save" | "saved",
    string
  >;
}

export function ProfileForm(props: ProfileFormProps) {
  const { name, currency, currencies, askBeforePaying, texts } = props;
  const [result, action] = useActionState(updateProfileAction, null);
  const { errors, values } = lastTry(result);
  return (
    <form action={action} className="flex flex-col gap-5" noValidate>
      <FormProblem result={result} fields={["name", "currency"]} />
      {result?.ok ? <Notice tone="good">{texts.saved}</Notice> : null}
      <TextField
        name="name"
        label={texts.name}
        autoComplete="name"
        defaultValue={values.name ?? name}
        error={errors.name}
      />
      <Field
        id="field-currency"
        label={texts.currency}
        hint={texts.currencyHint}
        error={errors.currency}
      >
        {(control) => (
          <Select
            name="currency"
            defaultValue={values.currency ?? currency}
            key={currency}
            {...control}
          >
            {currencies.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </Select>
        )}
      </Field>
      <label className="flex items-start gap-3 text-sm">
        <input
          type="checkbox"
          name="askBeforePaying"
          value="true"
          defaultChecked={askBeforePaying}
          className="mt-0.5 size-4 accent-(--accent)"
        />
        <span>
          <span className="block font-medium">{texts.ask}</span>
          <span className="block text-muted">{texts.askHint}</span>
        </span>
      </label>
      <SubmitButton className="self-start">{texts.save}</SubmitButton>
    </form>
  );
}
