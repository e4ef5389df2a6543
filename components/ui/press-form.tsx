"use client";

import { ActionForm, type FormAction } from "./action-form.tsx";
import type { ButtonLook } from "./button.tsx";
import { SubmitButton } from "./submit-button.tsx";

interface PressFormProps {
  action: FormAction;
  hidden: Record<string, string>;
  text: string;
  /** What it is pressed for, where the text alone says too little: "End the link until 3 May". */
  label: string;
  look?: ButtonLook;
}

/** An action that takes nothing but a press, one of several alike. */
export function PressForm({ action, hidden, text, label, look = "secondary" }: PressFormProps) {
  return (
    <ActionForm action={action} hidden={hidden} label={label}>
      {() => (
        <SubmitButton look={look} size="small" aria-label={label} className="justify-self-start">
          {text}
        </SubmitButton>
      )}
    </ActionForm>
  );
}
