"use client";

import { ImagePlus, RefreshCw, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import type { ControlProps } from "./number-control.tsx";
import { Picture } from "./picture.tsx";
import { PICTURE_TYPES, uploadPicture } from "./upload-picture.ts";

/** A picture the piece is made from: chosen or dropped, shown, replaced, taken away. */
export function PictureControl({ field, value, error, onChange }: ControlProps<string | null>) {
  const t = useTranslations("design.picture");
  const id = useId();
  const upload = useUpload(t("failed"), onChange);
  const problem = upload.refused ?? error;
  return (
    <fieldset
      className="grid gap-2"
      aria-describedby={problem ? `${id}-problem` : undefined}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void upload.send(event.dataTransfer.files[0]);
      }}
    >
      <legend className="mb-1.5 text-sm">{field.label}</legend>
      {value ? (
        <div className="flex items-center gap-3">
          <Picture
            src={`/api/v1/images/${encodeURIComponent(value)}`}
            alt={t("chosen", { label: field.label })}
            className="size-20 rounded-lg border border-line bg-hover object-cover"
          />
          <div className="grid gap-1.5">
            <FileButton busy={upload.busy} onFile={upload.send} label={t("replace")}>
              <RefreshCw size={14} aria-hidden />
            </FileButton>
            <button type="button" onClick={() => onChange(null)} className={BUTTON}>
              <X size={14} aria-hidden />
              {t("remove")}
            </button>
          </div>
        </div>
      ) : (
        <FileButton busy={upload.busy} onFile={upload.send} label={t("add")} wide>
          <ImagePlus size={16} aria-hidden />
        </FileButton>
      )}
      <p role="status" className="text-sm text-muted empty:hidden">
        {upload.busy ? t("sending") : ""}
      </p>
      {problem && (
        <p id={`${id}-problem`} role="alert" className="text-sm text-bad">
          {problem}
        </p>
      )}
    </fieldset>
  );
}

const BUTTON =
  "inline-flex w-fit cursor-pointer items-center gap-1.5 rounded-control border border-line-strong bg-surface px-2.5 py-1 text-sm hover:bg-hover has-focus-visible:outline-2";
const DROP_PLACE =
  "flex h-20 cursor-pointer items-center justify-center gap-2 rounded-lg border border-dashed border-line-strong text-sm text-muted hover:bg-hover hover:text-ink has-focus-visible:outline-2";

interface FileButtonProps {
  label: string;
  busy: boolean;
  onFile: (file: File | undefined) => void;
  /** A place to drop a picture on, instead of a button. */
  wide?: boolean;
  children: ReactNode;
}

function FileButton({ label, busy, onFile, wide, children }: FileButtonProps) {
  return (
    <label className={wide ? DROP_PLACE : BUTTON}>
      {children}
      {label}
      <input
        type="file"
        accept={PICTURE_TYPES}
        disabled={busy}
        className="sr-only"
        onChange={(event) => {
          onFile(event.currentTarget.files?.[0]);
          event.currentTarget.value = "";
        }}
      />
    </label>
  );
}

function useUpload(failure: string, onChange: (id: string) => void) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const send = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    setRefused(null);
    const sent = await uploadPicture(file, failure);
    if (typeof sent === "string") setRefused(sent);
    else onChange(sent.id);
    setBusy(false);
  };
  return { busy, refused, send };
}
