"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";

interface MessageEditorProps {
  text: string;
  /** Answers whether the message was accepted. */
  onSend: (text: string) => Promise<boolean>;
  onClose: () => void;
}

/** A message of one's own, being written anew in its place. */
export function MessageEditor({ text, onSend, onClose }: MessageEditorProps) {
  const t = useTranslations("chat.messages");
  const [written, write] = useState(text);
  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!written.trim()) return;
    onClose();
    await onSend(written);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  return (
    <form
      onSubmit={send}
      className="grid w-full gap-2 rounded-2xl border border-line-strong bg-surface p-3 text-sm focus-within:border-accent"
    >
      <textarea
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to write here
        autoFocus
        aria-label={t("editLabel")}
        rows={2}
        value={written}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        className="field-sizing-content max-h-60 w-full resize-none bg-transparent text-base outline-none sm:text-sm"
      />
      <p className="text-xs text-muted">{t("editHint")}</p>
      <div className="flex justify-end gap-2">
        <Button look="quiet" size="small" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button type="submit" size="small">
          {t("sendAgain")}
        </Button>
      </div>
    </form>
  );
}
