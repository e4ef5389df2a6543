"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import type { ChosenPhoto, PhotoLimits } from "./photo-files.ts";

interface PhotoListProps {
  photos: readonly ChosenPhoto[];
  limits: PhotoLimits;
  onRemove: (id: string) => void;
  onMore: () => void;
}

/** What was chosen: a thumbnail each, and beside what cannot be sent the reason. */
export function PhotoList({ photos, limits, onRemove, onMore }: PhotoListProps) {
  const t = useTranslations("batch");
  if (photos.length === 0) return null;
  return (
    <section className="grid gap-3">
      <div className="flex items-center justify-between gap-3">
        <h2 className="text-sm font-medium">{t("new.chosen", { count: photos.length })}</h2>
        <Button look="secondary" size="small" onClick={onMore}>
          {t("new.choose")}
        </Button>
      </div>
      <ul className="grid grid-cols-3 gap-3 sm:grid-cols-4 xl:grid-cols-5">
        {photos.map(({ id, file, previewUrl, refusal }) => (
          <li key={id} className="relative grid gap-1">
            <div className="aspect-square overflow-hidden rounded-lg border border-line bg-hover">
              {previewUrl && (
                // biome-ignore lint/performance/noImgElement: a local file has no address the optimiser could fetch
                <img src={previewUrl} alt="" className="size-full object-cover" />
              )}
            </div>
            <p className="truncate text-xs text-muted">{file.name}</p>
            {refusal && (
              <p className="text-xs text-bad">
                {t(`refusal.${refusal}`, {
                  megabytes: limits.bytes / 1024 / 1024,
                  photos: limits.photos,
                })}
              </p>
            )}
            <button
              type="button"
              aria-label={t("new.remove", { name: file.name })}
              onClick={() => onRemove(id)}
              className="absolute top-1.5 right-1.5 grid size-7 place-items-center rounded-full bg-surface/90 text-muted hover:text-ink"
            >
              <X aria-hidden size={15} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
