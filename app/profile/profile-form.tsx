"use client";

import { useActionState } from "react";
import { Notice } from "#components/ui/badge.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextField } from "#components/ui/form-fields.tsx";
import { FormProblem, lastTry } from "#components/ui/form-problem.tsx";
import { Select } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { updateProfileAction } from "./actions.ts";

/** A preference that is chosen from a list. */
export interface Choice {
  name: "locale" | "currency" | "metal" | "ringSystem" | "units";
  label: string;
  hint: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
}

export interface ProfileFormProps {
  name: string;
  choices: readonly Choice[];
  askBeforePaying: boolean;
  texts: Record<"name" | "ask" | "askHint" | "save" | "saved", string>;
}

export function ProfileForm({ name, choices, askBeforePaying, texts }: ProfileFormProps) {
  const [result, action] = useActionState(updateProfileAction, null);
  const { errors, values } = lastTry(result);
  return (
    <form action={action} className="flex flex-col gap-5" noValidate>
      <FormProblem result={result} fields={["name", ...choices.map((choice) => choice.name)]} />
      {result?.ok ? <Notice tone="good">{texts.saved}</Notice> : null}
      <TextField
        name="name"
        label={texts.name}
        autoComplete="name"
        defaultValue={values.name ?? name}
        error={errors.name}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        {choices.map((choice) => (
          <ChoiceField
            key={`${choice.name}-${choice.value}`}
            choice={choice}
            chosen={values[choice.name]}
            error={errors[choice.name]}
          />
        ))}
      </div>
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

interface ChoiceFieldProps {
  choice: Choice;
  chosen: string | undefined;
  error: string | undefined;
}

function ChoiceField({ choice, chosen, error }: ChoiceFieldProps) {
  const { name, label, hint, value, options } = choice;
  return (
    <Field id={`field-${name}`} label={label} hint={hint} error={error}>
      {(control) => (
        <Select name={name} defaultValue={chosen ?? value} {...control}>
          {options.map(([one, text]) => (
            <option key={one} value={one}>
              {text}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
