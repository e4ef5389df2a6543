"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "#components/ui/button.tsx";

interface ColourSampleProps {
  label: string;
  /** Null while it is taken from the photo. */
  colour: string | null;
  isPicking: boolean;
  onColour: (colour: string | null) => void;
  onPick: () => void;
}

/** A colour that is found in the photo unless a person corrects it. */
export function ColourSample({ label, colour, isPicking, onColour, onPick }: ColourSampleProps) {
  const t = useTranslations("figurine.new");
  const id = useId();
  return (
    <div className="flex flex-wrap items-center gap-3 text-sm">
      <input
        id={id}
        type="color"
        value={colour ?? "#c9a58a"}
        onChange={(event) => onColour(event.currentTarget.value)}
        className="h-9 w-12 cursor-pointer rounded-control border border-line-strong bg-surface p-1"
      />
      <label htmlFor={id} className="min-w-28">
        {label}
        <span className="block text-xs text-muted">{colour ?? t("automatic")}</span>
      </label>
      <Button look="secondary" size="small" aria-pressed={isPicking} onClick={onPick}>
        {isPicking ? t("picking") : t("pick")}
      </Button>
      {colour && (
        <Button look="quiet" size="small" onClick={() => onColour(null)}>
          {t("forget")}
        </Button>
      )}
    </div>
  );
}
