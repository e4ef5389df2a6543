"use client";

import { useActionState } from "react";
import { Notice } from "#components/ui/badge.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextField } from "#components/ui/form-fields.tsx";
import { FormProblem, lastTry } from "#components/ui/form-problem.tsx";
import { Select } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { createKeyAction } from "./actions.ts";

const FIELDS = ["name", "scopes", "expiresInDays"];

export interface KeyFormProps {
  scopes: { id: string; label: string }[];
  /** Days a key may work, as text of an option each. */
  terms: { days: string; label: string }[];
  texts: {
    name: string;
    placeholder: string;
    expires: string;
    scopes: string;
    submit: string;
    made: string;
  };
}

export function KeyForm({ scopes, terms, texts }: KeyFormProps) {
  const [result, action] = useActionState(createKeyAction, null);
  const { errors, values } = lastTry(result);
  return (
    <form action={action} className="flex flex-col gap-5" noValidate>
      <FormProblem result={result} fields={FIELDS} />
      {result?.ok ? <NewKey text={texts.made} value={result.data.key} /> : null}
      <div className="grid gap-5 sm:grid-cols-[1fr_11rem]">
        <TextField
          name="name"
          id="key-name"
          label={texts.name}
          placeholder={texts.placeholder}
          defaultValue={values.name}
          error={errors.name}
        />
        <Field id="key-expires" label={texts.expires} error={errors.expiresInDays}>
          {(control) => (
            <Select name="expiresInDays" {...control}>
              {terms.map(({ days, label }) => (
                <option key={days} value={days}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <fieldset className="flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
        <legend className="float-left mr-5 font-medium">{texts.scopes}</legend>
        {scopes.map(({ id, label }) => (
          <label key={id} className="flex items-center gap-2">
            <input
              type="checkbox"
              name="scopes"
              value={id}
              defaultChecked
              className="size-4 accent-accent"
            />
            {label}
          </label>
        ))}
        {errors.scopes ? <p className="text-bad">{errors.scopes}</p> : null}
      </fieldset>
      <SubmitButton look="secondary" className="self-start">
        {texts.submit}
      </SubmitButton>
    </form>
  );
}

function NewKey({ text, value }: { text: string; value: string }) {
  return (
    <Notice tone="good">
      <p>{text}</p>
      <code className="mt-2 block select-all break-all rounded-control bg-surface p-3 text-ink">
        {value}
      </code>
    </Notice>
  );
}
