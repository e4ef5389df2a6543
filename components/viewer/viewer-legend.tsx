"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";

export interface LegendEntry {
  label: string;
  /** As CSS writes it. */
  colour: string;
}

export interface Legend {
  title: string;
  entries: readonly LegendEntry[];
  /** Back to the piece as it looks. */
  onClose: () => void;
}

/** What the colours of the model mean. */
export function ViewerLegend({ title, entries, onClose }: Legend) {
  const t = useTranslations("viewer");
  return (
    <section
      aria-label={title}
      className="absolute top-3 left-3 grid max-w-48 gap-1.5 rounded-lg border border-line bg-surface/90 p-3 text-xs shadow-sm backdrop-blur"
    >
      <h2 className="flex items-start justify-between gap-3 font-medium">
        {title}
        <button
          type="button"
          aria-label={t("closeLegend")}
          title={t("closeLegend")}
          onClick={onClose}
          className="-m-1 grid size-6 shrink-0 place-items-center rounded-full text-muted hover:bg-hover hover:text-ink"
        >
          <X size={14} aria-hidden />
        </button>
      </h2>
      <ul className="grid gap-1 text-muted">
        {entries.map(({ label, colour }) => (
          <li key={label} className="flex items-center gap-2 tabular-nums">
            <span
              aria-hidden
              className="size-3 rounded-full border border-line"
              style={{ background: colour }}
            />
            {label}
          </li>
        ))}
      </ul>
    </section>
  );
}
