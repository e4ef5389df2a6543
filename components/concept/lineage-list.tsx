"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Lineage } from "#lib/concepts/types.ts";

/** How a picture came to be, line by line. */
export function LineageList({ lineage }: { lineage: Lineage }) {
  const t = useTranslations("concept.lineage");
  const locale = useLocale();
  const made = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const engine = [lineage.engine, lineage.engineVersion].filter(Boolean).join(" ");
  const lines: [string, string | number | null][] = [
    [t("words"), lineage.prompt],
    [t("enhanced"), lineage.enhancedPrompt],
    [t("negative"), lineage.negativePrompt],
    [t("engine"), engine || null],
    [t("seed"), lineage.seed],
    [t("request"), lineage.providerRequestId],
    [t("revision"), lineage.revisionNumber],
    [t("parent"), lineage.parentImageId],
    [t("used"), lineage.usedImageIds.join(", ") || null],
    [t("source"), lineage.digitalSourceType?.split("/").at(-1) ?? null],
    [t("made"), made.format(new Date(lineage.createdAt))],
  ];
  return (
    <dl className="mt-3 grid gap-2.5 text-sm">
      {lines.map(
        ([label, value]) =>
          value !== null && (
            <div key={label}>
              <dt className="text-xs text-muted">{label}</dt>
              <dd className="wrap-anywhere">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
