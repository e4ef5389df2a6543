"use client";

import { useEffect, useId, useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { cleanLine } from "#lib/kinds/read/clean-line.ts";
import type { ControlProps } from "./number-control.tsx";

/** A line of text, changed as it is typed; spaces at its ends go when it is left. */
export function TextControl({ field, value, error, onChange }: ControlProps<string>) {
  const id = useId();
  const [text, setText] = useState(value);
  // What was typed stays as typed while it means the same line.
  useEffect(() => setText((typed) => (cleanLine(typed) === value ? typed : value)), [value]);
  return (
    <Field
      id={id}
      label={<span className="font-normal">{field.label}</span>}
      error={error}
      aside={field.maxLength && <span aria-hidden>{`${text.length}/${field.maxLength}`}</span>}
    >
      {(control) => (
        <Input
          {...control}
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={field.maxLength}
          value={text}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            setText(typed);
            if (cleanLine(typed) !== value) onChange(cleanLine(typed));
          }}
          onBlur={() => setText(value)}
        />
      )}
    </Field>
  );
}
