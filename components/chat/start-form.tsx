"use client";

import { useActionState, useEffect, useRef } from "react";
import { AppealLink } from "#components/moderation/appeal-link.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Action, ActionResult } from "#lib/http/define-action.ts";
import { START_DRAFT, useDraft } from "./draft.ts";

interface StartFormProps {
  start: Action<{ message: string }, never>;
  /** What was written before signing in. */
  said: string;
  examples: string[];
  texts: Record<"label" | "placeholder" | "button" | "examples" | "appeal", string>;
}

/** One field: what shall it be? Works before any script has loaded. */
export function StartForm({ start, said, examples, texts }: StartFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [text, write] = useDraft(START_DRAFT);
  const [result, submit] = useActionState<ActionResult<never> | null, FormData>(start, null);
  useEffect(() => {
    if (said) write(said);
  }, [said, write]);
  return (
    <form ref={form} action={submit} className="grid gap-3">
      <div className="flex flex-col gap-2 rounded-card border border-line-strong bg-surface p-2 shadow-float focus-within:border-accent sm:flex-row sm:items-end">
        <textarea
          name="message"
          aria-label={texts.label}
          required
          rows={2}
          value={text}
          placeholder={texts.placeholder}
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            form.current?.requestSubmit();
          }}
          className="field-sizing-content max-h-60 min-h-14 flex-1 resize-none bg-transparent px-3 py-2 text-base outline-none placeholder:text-faint"
        />
        <SubmitButton size="large">{texts.button}</SubmitButton>
      </div>
      {result && !result.ok && (
        <p role="alert" className="text-sm text-bad">
          {result.error.message} <AppealLink url={result.error.appealUrl} text={texts.appeal} />
        </p>
      )}
      <ul aria-label={texts.examples} className="flex flex-wrap gap-2">
        {examples.map((example) => (
          <li key={example}>
            <button
              type="button"
              onClick={() => write(example)}
              className="rounded-full border border-line bg-surface px-3.5 py-1.5 text-left text-sm text-muted hover:border-line-strong hover:text-ink"
            >
              {example}
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
