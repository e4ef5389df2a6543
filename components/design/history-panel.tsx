"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { Comparison } from "#lib/designs/compare-revisions.ts";
import type { DesignRevision } from "#lib/designs/types.ts";
import type { Field } from "#lib/kinds/read/fields.ts";
import { ChangeLine } from "./change-line.tsx";
import { ComparisonView } from "./comparison-view.tsx";

interface HistoryPanelProps {
  /** Newest first. */
  revisions: DesignRevision[];
  fields: readonly Field[];
  busy: boolean;
  onRestore: (revisionNumber: number) => void;
  /** What lies between a revision and the newest; null when it cannot be told. */
  onCompare: (revisionNumber: number) => Promise<Comparison | null>;
}

/** Every revision with what it changed; any of them can be the newest again. */
export function HistoryPanel({ revisions, fields, busy, onRestore, onCompare }: HistoryPanelProps) {
  const t = useTranslations("design.history");
  const format = useFormatter();
  const newest = revisions[0]?.number;
  const [compared, setCompared] = useState<Comparison | null>(null);
  return (
    <ol className="grid gap-0 text-sm">
      {revisions.map((revision) => (
        <li
          key={revision.id}
          className="relative grid gap-1 border-l border-line pb-6 pl-5 last:pb-0 before:absolute before:top-1.5 before:-left-[5px] before:size-2.5 before:rounded-full before:border before:border-line before:bg-surface first:before:bg-accent"
        >
          <span className="flex items-baseline justify-between gap-3">
            <span className="font-medium">{t("revision", { number: revision.number })}</span>
            <time dateTime={revision.createdAt} className="text-xs text-muted">
              {format.dateTime(new Date(revision.createdAt), {
                dateStyle: "medium",
                timeStyle: "short",
              })}
            </time>
          </span>
          {revision.changes.length > 0 ? (
            <ChangeLine
              change={revision}
              fields={fields}
              currency={revision.price?.currency ?? null}
            />
          ) : (
            <span>{revision.number === 1 ? t("first") : t("redrawn")}</span>
          )}
          {revision.prompt && <q className="text-muted">{revision.prompt}</q>}
          {revision.number !== newest && (
            <span className="mt-1 flex flex-wrap gap-2">
              <Button
                look="secondary"
                size="small"
                disabled={busy}
                onClick={() => onRestore(revision.number)}
              >
                {t("restore", { number: revision.number })}
              </Button>
              <Button
                look="quiet"
                size="small"
                disabled={busy}
                onClick={async () => setCompared(await onCompare(revision.number))}
              >
                {t("compare")}
              </Button>
            </span>
          )}
          {compared?.from === revision.number && compared.to === newest && (
            <ComparisonView comparison={compared} fields={fields} />
          )}
        </li>
      ))}
    </ol>
  );
}
