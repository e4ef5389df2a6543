"use client";

import { useLocale, useTranslations } from "next-intl";
import type { DesignRevision } from "#lib/designs/types.ts";

/** What is told of how a picture or a model came to be; what is null is left out. */
export interface ShownLineage {
  prompt: string | null;
  enhancedPrompt: string | null;
  negativePrompt?: string | null;
  engine: string | null;
  engineVersion: string | null;
  seed: number | null;
  providerRequestId: string | null;
  revisionNumber: number | null;
  parentImageId?: string | null;
  usedImageIds?: readonly string[];
  digitalSourceType?: string | null;
  createdAt: string;
}

/** How the model of a revision, or one of its own pictures, came to be. */
export const lineageOfRevision = (revision: DesignRevision): ShownLineage => ({
  ...revision,
  revisionNumber: revision.number,
});

/** How a picture or a model came to be, line by line. */
export function LineageList({ lineage }: { lineage: ShownLineage }) {
  const t = useTranslations("design.lineage");
  const locale = useLocale();
  const made = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const engine = [lineage.engine, lineage.engineVersion].filter(Boolean).join(" ");
  const lines: [string, string | number | null | undefined][] = [
    [t("words"), lineage.prompt],
    [t("enhanced"), lineage.enhancedPrompt],
    [t("negative"), lineage.negativePrompt],
    [t("engine"), engine],
    [t("seed"), lineage.seed],
    [t("request"), lineage.providerRequestId],
    [t("revision"), lineage.revisionNumber],
    [t("parent"), lineage.parentImageId],
    [t("used"), lineage.usedImageIds?.join(", ")],
    [t("source"), lineage.digitalSourceType?.split("/").at(-1)],
    [t("made"), made.format(new Date(lineage.createdAt))],
  ];
  return (
    <dl className="mt-3 grid gap-2.5 text-sm">
      {lines
        .filter(([, value]) => value !== null && value !== undefined && value !== "")
        .map(([label, value]) => (
          <div key={label}>
            <dt className="text-xs text-muted">{label}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** The same behind a line that opens it. */
export function LineageDetails({ lineage }: { lineage: ShownLineage }) {
  const t = useTranslations("design.lineage");
  return (
    <details className="rounded-card border border-line p-4">
      <summary className="text-sm font-medium">{t("title")}</summary>
      <LineageList lineage={lineage} />
    </details>
  );
}
