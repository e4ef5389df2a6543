import clsx from "clsx";
import type { ComponentProps } from "react";
import { Field } from "./field.tsx";

export interface TextAreaFieldProps extends ComponentProps<"textarea"> {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}

/** A labelled text of several lines; its id is made from its name. */
export function TextAreaField({
  name,
  label,
  hint,
  error,
  id,
  className,
  ...rest
}: TextAreaFieldProps) {
  return (
    <Field id={id ?? `field-${name}`} label={label} hint={hint} error={error}>
      {(control) => (
        <textarea
          name={name}
          rows={3}
          className={clsx(
            "w-full rounded-control border border-line-strong bg-surface px-3 py-2 text-base text-ink placeholder:text-faint sm:text-sm",
            "aria-invalid:border-bad",
            className,
          )}
          {...control}
          {...rest}
        />
      )}
    </Field>
  );
}
