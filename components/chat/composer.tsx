"use client";

import { ArrowUp, ImagePlus, Square, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useRef } from "react";
import { Picture } from "#components/design/picture.tsx";
import { PICTURE_TYPES } from "#components/design/upload-picture.ts";
import { type Attachment, MAX_ATTACHMENTS, useAttachments } from "./attachments.ts";
import { useMaskSender } from "./repaint.tsx";

interface ComposerProps {
  text: string;
  onWrite: (text: string) => void;
  /** Answers whether the message was accepted. */
  onSend: (text: string, attachments: Attachment[]) => Promise<boolean>;
  busy: boolean;
  onStop: () => void;
  placeholder: string;
}

/** Where a person writes: Enter sends, Shift and Enter make a line, pictures can be chosen, pasted and dropped. */
export function Composer({ text, onWrite, onSend, busy, onStop, placeholder }: ComposerProps) {
  const t = useTranslations("chat");
  const pictures = useAttachments({
    failure: t("pictureFailed"),
    tooMany: t("tooManyPictures", { count: MAX_ATTACHMENTS }),
  });
  const area = useRef<HTMLTextAreaElement>(null);
  const canSend = text.trim().length > 0 && !busy && !pictures.uploading;

  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!canSend) return;
    if (await onSend(text, pictures.list)) pictures.clear();
    area.current?.focus();
  };
  useMaskSender(async (words, mask) => {
    if (!busy && (await onSend(words, [mask]))) return;
    // It waits in the box, beside what was written there.
    pictures.put(mask);
    onWrite([text.trim(), words].filter(Boolean).join(" "));
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  const take = (event: { preventDefault: () => void }, data: DataTransfer) => {
    if (data.files.length === 0) return;
    event.preventDefault();
    void pictures.add(data.files);
  };
  return (
    <form
      onSubmit={send}
      onPaste={(event) => take(event, event.clipboardData)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => take(event, event.dataTransfer)}
      className="grid gap-2 rounded-card border border-line-strong bg-surface p-2 shadow-card focus-within:border-accent"
    >
      {pictures.list.length > 0 && (
        <ul className="flex gap-2 px-1 pt-1">
          {pictures.list.map((picture) => (
            <li key={picture.id} className="relative">
              <Picture
                src={picture.url}
                alt={picture.name}
                className="size-14 rounded-lg object-cover"
              />
              <button
                type="button"
                aria-label={t("removePicture", { name: picture.name })}
                onClick={() => pictures.remove(picture.id)}
                className="absolute -top-1.5 -right-1.5 grid size-6 place-items-center rounded-full border border-line bg-surface"
              >
                <X size={12} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <textarea
        ref={area}
        aria-label={t("message")}
        rows={2}
        value={text}
        placeholder={placeholder}
        onChange={(event) => onWrite(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        className="field-sizing-content max-h-48 min-h-12 w-full resize-none bg-transparent px-2 py-1 text-base outline-none placeholder:text-faint sm:text-sm"
      />
      {pictures.error && (
        <p role="alert" className="px-2 text-sm text-bad">
          {pictures.error}
        </p>
      )}
      <div className="flex items-center justify-between gap-2">
        <label className="grid size-9 cursor-pointer place-items-center rounded-full text-muted hover:bg-hover hover:text-ink has-focus-visible:outline-2">
          <ImagePlus size={18} aria-hidden />
          <span className="sr-only">{t("addPicture")}</span>
          <input
            type="file"
            accept={PICTURE_TYPES}
            multiple
            className="sr-only"
            onChange={(event) => {
              void pictures.add(event.currentTarget.files ?? []);
              event.currentTarget.value = "";
            }}
          />
        </label>
        {busy ? (
          <button
            type="button"
            onClick={onStop}
            aria-label={t("stop")}
            className="grid size-9 place-items-center rounded-full border border-line-strong bg-surface hover:bg-hover"
          >
            <Square size={14} aria-hidden className="fill-current" />
          </button>
        ) : (
          <button
            type="submit"
            aria-label={t("send")}
            aria-disabled={!canSend}
            className="grid size-9 place-items-center rounded-full bg-accent text-accent-ink hover:bg-accent-hover aria-disabled:opacity-55"
          >
            <ArrowUp size={18} aria-hidden />
          </button>
        )}
      </div>
    </form>
  );
}
