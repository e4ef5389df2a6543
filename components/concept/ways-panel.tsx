"use client";

import { ImageUp, Palette, PenTool, Shuffle, Type } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { PICTURE_TYPES, uploadPicture } from "#components/design/upload-picture.ts";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { Select } from "#components/ui/input.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { Wish } from "./concept-actions.ts";
import type { Settings } from "./settings.ts";

interface WaysPanelProps {
  settings: Settings;
  onChange: (change: Partial<Settings>) => void;
  busy: boolean;
  /** Asks for a way, with the picture it needs. */
  onAsk: (way: NonNullable<Wish["way"]>, picture?: Partial<Wish>) => void;
  onSketch: () => void;
}

const STYLES = ["classic", "modern", "romantic", "noir", "antique", "natural"] as const;

/** The ways to a further picture: words, chance, a style, a reference, a sketch, a picture to be read. */
export function WaysPanel({ settings, onChange, busy, onAsk, onSketch }: WaysPanelProps) {
  const t = useTranslations("concept.ways");
  const styleId = useId();
  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-2 gap-2">
        <Button disabled={busy || !settings.prompt.trim()} onClick={() => onAsk("picture")}>
          <Type size={16} aria-hidden />
          {t("words")}
        </Button>
        <Button look="secondary" disabled={busy} onClick={() => onAsk("variation")}>
          <Shuffle size={16} aria-hidden />
          {t("vary")}
        </Button>
      </div>
      <div className="grid gap-1.5">
        <label htmlFor={styleId} className="text-sm font-medium">
          {t("style")}
        </label>
        <div className="flex gap-2">
          <Select
            id={styleId}
            value={settings.style}
            onChange={(event) => onChange({ style: event.target.value as Settings["style"] })}
          >
            {STYLES.map((style) => (
              <option key={style} value={style}>
                {t(`styles.${style}`)}
              </option>
            ))}
          </Select>
          <Button look="secondary" disabled={busy} onClick={() => onAsk("style")}>
            {t("applyStyle")}
          </Button>
        </div>
      </div>
      <div className="grid gap-2">
        <FileWay
          busy={busy}
          label={t("reference")}
          onPicture={(id) => onAsk("transfer", { referenceId: id })}
        >
          <Palette size={16} aria-hidden />
        </FileWay>
        <div className="grid grid-cols-2 gap-2">
          <Button look="secondary" disabled={busy} onClick={onSketch}>
            <PenTool size={16} aria-hidden />
            {t("sketch")}
          </Button>
          <FileWay
            busy={busy}
            label={t("sketchFile")}
            onPicture={(id) => onAsk("sketch", { sketchId: id })}
          >
            <ImageUp size={16} aria-hidden />
          </FileWay>
        </div>
        <FileWay busy={busy} label={t("twin")} onPicture={(id) => onAsk("twin", { imageId: id })}>
          <ImageUp size={16} aria-hidden />
        </FileWay>
        <p className="text-xs text-muted">{t("twinHint")}</p>
      </div>
    </div>
  );
}

interface FileWayProps {
  label: string;
  busy: boolean;
  onPicture: (imageId: string) => void;
  children: ReactNode;
}

/** A button that takes a picture file and stores it first. */
function FileWay({ label, busy, onPicture, children }: FileWayProps) {
  const t = useTranslations("concept");
  const [sending, setSending] = useState(false);
  const send = async (file: File | undefined) => {
    if (!file) return;
    setSending(true);
    const sent = await uploadPicture(file, t("unreachable"));
    setSending(false);
    if (typeof sent === "string") toast(sent, "bad");
    else onPicture(sent.id);
  };
  return (
    <label
      className={`${buttonClass({ look: "secondary" })} cursor-pointer has-disabled:opacity-55 has-focus-visible:outline-2`}
    >
      {children}
      {sending ? t("sending") : label}
      <input
        type="file"
        accept={PICTURE_TYPES}
        disabled={busy || sending}
        className="sr-only"
        onChange={(event) => {
          void send(event.currentTarget.files?.[0]);
          event.currentTarget.value = "";
        }}
      />
    </label>
  );
}
