"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatVolume } from "#components/design/format.ts";
import type { ComparedRevisions } from "#lib/conversations/tools/compare-revisions.ts";
import type { Field } from "#lib/kinds/read/fields.ts";
import { ChangesTable } from "./changes-table.tsx";
import { Findings } from "./findings.tsx";

interface ComparisonCardProps {
  result: ComparedRevisions;
  fields: readonly Field[];
}

/** What lies between two versions of a piece. */
export function ComparisonCard({ result, fields }: ComparisonCardProps) {
  const t = useTranslations("chat.tools.compared");
  const locale = useLocale();
  const { from, to, addedMm3, removedMm3, goneFindings } = result;
  return (
    <>
      <span className="font-medium">{t("title", { from, to })}</span>
      <ChangesTable {...result} fields={fields} />
      <span className="text-muted tabular-nums">
        {t("volumes", {
          added: formatVolume(addedMm3, locale),
          removed: formatVolume(removedMm3, locale),
        })}
      </span>
      <Findings findings={result.newFindings} />
      {goneFindings.length > 0 && (
        <span className="text-good">{t("gone", { count: goneFindings.length })}</span>
      )}
    </>
  );
}
