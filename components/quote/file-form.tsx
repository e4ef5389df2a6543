"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { sendForm } from "./send-form.ts";

export interface FileFormProps {
  /** Path of the API. */
  path: string;
  label: string;
  texts: { submit: string; sending: string; unreachable: string };
  children: ReactNode;
}

/** A form with files: sent as a stream to the API, which a server action's body would be too large for. */
export function FileForm({ path, label, texts, children }: FileFormProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setSending(true);
    const refused = await sendForm(path, new FormData(event.currentTarget), texts.unreachable);
    setSending(false);
    setProblem(refused);
    if (refused) return;
    form.current?.reset();
    router.refresh();
  };

  return (
    <form ref={form} onSubmit={send} aria-label={label} className="grid gap-3">
      {children}
      {problem ? (
        <p role="alert" className="text-sm text-bad">
          {problem}
        </p>
      ) : null}
      <Button type="submit" look="secondary" disabled={isSending} className="justify-self-start">
        {isSending ? texts.sending : texts.submit}
      </Button>
    </form>
  );
}

export const FILE_INPUT =
  "max-w-full text-sm text-muted file:mr-3 file:h-9 file:cursor-pointer file:rounded-control file:border file:border-line-strong file:bg-surface file:px-3 file:text-sm file:font-medium file:text-ink";
