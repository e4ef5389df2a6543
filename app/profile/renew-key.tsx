"use client";

import { useActionState } from "react";
import { Notice } from "#components/ui/badge.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { renewKeyAction } from "./actions.ts";

interface RenewKeyProps {
  id: string;
  texts: { renew: string; label: string; made: string };
}

/** The button that puts a new key in a key's place, and the new key, shown once. */
export function RenewKey({ id, texts }: RenewKeyProps) {
  const [result, action] = useActionState(renewKeyAction, null);
  if (result?.ok) {
    return (
      <Notice tone="good">
        <p>{texts.made}</p>
        <code className="mt-2 block select-all break-all rounded-control bg-surface p-2 text-ink">
          {result.data.key}
        </code>
      </Notice>
    );
  }
  return (
    <form action={action} className="shrink-0 text-right">
      <input type="hidden" name="id" value={id} />
      <SubmitButton look="quiet" size="small" aria-label={texts.label}>
        {texts.renew}
      </SubmitButton>
      {result && (
        <p role="alert" className="text-xs text-bad">
          {result.error.message}
        </p>
      )}
    </form>
  );
}
