"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button.tsx";

/** The button of a form with an action: says that it works while it does. */
export function SubmitButton({ children, ...rest }: ButtonProps) {
  const { pending } = useFormStatus();
  return (
    <Button type="submit" aria-disabled={pending} aria-busy={pending} {...rest}>
      {pending ? (
        <span aria-hidden className="size-3 animate-pulse rounded-full bg-current" />
      ) : null}
      {children}
    </Button>
  );
}
