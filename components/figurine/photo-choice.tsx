"use client";

import { ImagePlus } from "lucide-react";
import { useTranslations } from "next-intl";

interface PhotoChoiceProps {
  hasPhotos: boolean;
  megabytes: number;
  onTake: (files: FileList | null) => void;
}

/** Where photos are chosen or dropped. */
export function PhotoChoice({ hasPhotos, megabytes, onTake }: PhotoChoiceProps) {
  const t = useTranslations("figurine.new");
  return (
    <label
      className={`grid cursor-pointer place-items-center gap-2 rounded-card border-2 border-dashed border-line-strong bg-surface text-center text-sm hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-offset-2 ${hasPhotos ? "p-3" : "px-6 py-12"}`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onTake(event.dataTransfer.files);
      }}
    >
      <span className="inline-flex items-center gap-2 font-medium">
        <ImagePlus size={18} aria-hidden className="text-accent" />
        {hasPhotos ? t("other") : t("choose")}
      </span>
      <input
        type="file"
        multiple
        accept="image/jpeg,image/png,image/webp"
        aria-label={t("choose")}
        onChange={(event) => onTake(event.currentTarget.files)}
        className="sr-only"
      />
      <span className="text-xs text-muted">{t("more", { megabytes })}</span>
    </label>
  );
}
