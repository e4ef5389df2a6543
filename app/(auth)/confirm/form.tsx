"use client";

import { useActionState } from "react";
import { Notice } from "#components/ui/badge.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { confirmEmailAction } from "../actions.ts";

export interface ConfirmTexts {
  submit: string;
  doneTitle: string;
  /** With `{email}` where the address goes. */
  done: string;
  toStudio: string;
}

/** A button, not the link itself, confirms: programs that look into mails open links too. */
export function ConfirmForm({ token, texts }: { token: string; texts: ConfirmTexts }) {
  const [result, action] = useActionState(confirmEmailAction, null);
  if (result?.ok) {
    return (
      <div className="flex flex-col gap-5">
        <Notice tone="good">
          <strong className="block font-semibold">{texts.doneTitle}</strong>
          {texts.done.replace("{email}", result.data.email)}
        </Notice>
        <ButtonLink href="/studio" size="large">
          {texts.toStudio}
        </ButtonLink>
      </div>
    );
  }
  return (
    <form action={action} className="flex flex-col gap-5">
      {result ? <Notice tone="bad">{result.error.message}</Notice> : null}
      <input type="hidden" name="token" value={token} />
      <SubmitButton size="large">{texts.submit}</SubmitButton>
    </form>
  );
}
