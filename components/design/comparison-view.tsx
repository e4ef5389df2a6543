"use client";

import { useLocale, useTranslations } from "next-intl";
import { buttonClass } from "#components/ui/button.tsx";
import type { Comparison } from "#lib/designs/compare-revisions.ts";
import type { Finding } from "#lib/kernel/finding.ts";
import type { Field } from "#lib/kinds/read/fields.ts";
import { decimal, formatBox, formatField, formatGrams, signed } from "./format.ts";
import { useMoney } from "./use-money.ts";
import { useInches } from "./use-preference.ts";

interface ComparisonViewProps {
  comparison: Comparison;
  fields: readonly Field[];
}

/** What lies between two revisions: millimetres, grams, money, solids and findings. */
export function ComparisonView({ comparison, fields }: ComparisonViewProps) {
  const t = useTranslations("design.comparison");
  const locale = useLocale();
  const money = useMoney();
  const inInches = useInches();
  const size = (mm: readonly number[]) => formatBox(mm, inInches, locale);
  const { boxMm, massDeltaG, priceDeltaMinor, currency, addedMm3, removedMm3 } = comparison;
  const rows: [string, string][] = [
    ...comparison.fields.map(({ field, label, before, after }): [string, string] => {
      const known = fields.find(({ name }) => name === field) ?? {};
      return [
        label,
        `${formatField({ ...known, unit: undefined }, before, locale)} → ${formatField(known, after, locale)}`,
      ];
    }),
    [t("box"), `${size(boxMm.before)} → ${size(boxMm.after)}`],
    [t("mass"), signed(formatGrams(massDeltaG, locale), massDeltaG)],
    [t("price"), signed(money.short(priceDeltaMinor, currency), priceDeltaMinor)],
    [t("added"), `${decimal(addedMm3, 1, 1, locale)} mm³`],
    [t("removed"), `${decimal(removedMm3, 1, 1, locale)} mm³`],
  ];
  return (
    <section
      aria-label={t("title", { from: comparison.from, to: comparison.to })}
      className="mt-2 grid gap-3 rounded-lg border border-line p-3"
    >
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="text-right tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <Findings title={t("newFindings")} findings={comparison.newFindings} />
      <Findings title={t("goneFindings")} findings={comparison.goneFindings} />
      <a
        className={buttonClass({ look: "secondary", size: "small" })}
        href={comparison.model.url}
        download
      >
        {t("model")}
      </a>
    </section>
  );
}

function Findings({ title, findings }: { title: string; findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <div>
      <h4 className="text-xs text-muted">{title}</h4>
      <ul>
        {findings.map(({ rule, process, at, message }) => (
          <li key={`${rule} ${process} ${at?.join(" ")} ${message}`}>{message}</li>
        ))}
      </ul>
    </div>
  );
}
