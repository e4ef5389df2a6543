"use client";

import { useActionState } from "react";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { sendConfirmationAction } from "./actions.ts";

export function SendAgain({ texts }: { texts: { send: string; sent: string } }) {
  const [result, action] = useActionState(sendConfirmationAction, null);
  if (result?.ok) {
    return (
      <p role="status" className="text-sm text-good">
        {texts.sent}
      </p>
    );
  }
  return (
    <form action={action}>
      <SubmitButton look="secondary" size="small">
        {texts.send}
      </SubmitButton>
      {result ? (
        <p role="alert" className="mt-1 text-sm text-bad">
          {result.error.message}
        </p>
      ) : null}
    </form>
  );
}
