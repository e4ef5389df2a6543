"use client";

import type { ComponentProps } from "react";
import { Field } from "./field.tsx";
import { Input } from "./input.tsx";

export interface TextFieldProps extends ComponentProps<"input"> {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}

/** A labelled text input of a form; its id is made from its name. */
export function TextField({ name, label, hint, error, id, ...rest }: TextFieldProps) {
  return (
    <Field id={id ?? `field-${name}`} label={label} hint={hint} error={error}>
      {(control) => <Input name={name} {...control} {...rest} />}
    </Field>
  );
}
