"use client";

import { Check, Crosshair, TriangleAlert, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { Finding } from "#lib/kernel/finding.ts";
import { sentenceIn } from "#lib/kinds/tongues/sentences/index.ts";
import { decimal } from "./format.ts";

interface FindingsPanelProps {
  findings: Finding[];
  pointed: Finding | null;
  /** Shows a finding's place on the model; null takes the mark away. */
  onPoint: (finding: Finding | null) => void;
}

const ORDER = { fail: 0, warn: 1, pass: 2 } as const;

/** Each rule's verdict, the worst first; one with a place is shown on the model. */
export function FindingsPanel({ findings, pointed, onPoint }: FindingsPanelProps) {
  const t = useTranslations("design.findings");
  const sorted = worstFirst(findings);
  const problems = sorted.filter((finding) => finding.status !== "pass");
  const passed = sorted.filter((finding) => finding.status === "pass");
  return (
    <div className="grid gap-4 text-sm">
      <p role="status" className={problems.length === 0 ? "text-good" : "text-ink"}>
        {problems.length === 0 ? t("allGood") : t("problems", { count: problems.length })}
      </p>
      <FindingList findings={problems} {...{ pointed, onPoint }} />
      {passed.length > 0 && (
        <details open={problems.length === 0}>
          <summary className="cursor-pointer text-muted hover:text-ink">
            {t("passed", { count: passed.length })}
          </summary>
          <div className="mt-3">
            <FindingList findings={passed} {...{ pointed, onPoint }} />
          </div>
        </details>
      )}
    </div>
  );
}

/** Failures, then warnings, then what holds. */
export const worstFirst = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => ORDER[a.status] - ORDER[b.status]);

/** Findings one under the other. */
export function FindingList({ findings, pointed, onPoint }: FindingsPanelProps) {
  return (
    <ul className="grid gap-2">
      {findings.map((finding) => (
        <FindingRow key={keyOf(finding)} {...{ finding, pointed, onPoint }} />
      ))}
    </ul>
  );
}

const keyOf = (finding: Finding) =>
  `${finding.rule}-${finding.process}-${finding.at?.join(",")}-${finding.value}`;

interface FindingRowProps {
  finding: Finding;
  pointed: Finding | null;
  onPoint: (finding: Finding | null) => void;
}

function FindingRow({ finding, pointed, onPoint }: FindingRowProps) {
  const t = useTranslations("design.findings");
  const locale = useLocale();
  const shown = pointed !== null && keyOf(pointed) === keyOf(finding);
  return (
    <li className="flex items-start gap-2.5 rounded-lg border border-line p-3">
      <StatusMark status={finding.status} />
      <span className="grid flex-1 gap-0.5">
        <span>{sentenceIn(locale, finding.message)}</span>
        {finding.value !== null && finding.limit !== null && (
          <span className="text-xs text-muted tabular-nums">
            {t("measured", {
              value: withUnit(finding.value, finding.unit, locale),
              limit: withUnit(finding.limit, finding.unit, locale),
            })}
          </span>
        )}
      </span>
      {finding.at && (
        <button
          type="button"
          aria-pressed={shown}
          onClick={() => onPoint(shown ? null : finding)}
          className="flex items-center gap-1 rounded-md px-2 py-1 text-xs text-muted hover:bg-hover hover:text-ink aria-pressed:bg-hover aria-pressed:text-ink"
        >
          <Crosshair size={14} aria-hidden /> {t("show")}
        </button>
      )}
    </li>
  );
}

function StatusMark({ status }: { status: Finding["status"] }) {
  const t = useTranslations("design.findings");
  const mark = {
    pass: <Check size={16} aria-hidden className="mt-0.5 text-good" />,
    warn: <TriangleAlert size={16} aria-hidden className="mt-0.5 text-warn" />,
    fail: <X size={16} aria-hidden className="mt-0.5 text-bad" />,
  }[status];
  return (
    <>
      {mark}
      <span className="sr-only">{t(`status.${status}`)}</span>
    </>
  );
}

const SIGNS: Record<NonNullable<Finding["unit"]>, string> = {
  mm: "mm",
  mm2: "mm²",
  mm3: "mm³",
  deg: "°",
  count: "",
  g: "g",
  gsm: "g/m²",
};

function withUnit(value: number, unit: Finding["unit"], locale: string): string {
  const sign = unit ? SIGNS[unit] : "";
  return `${decimal(value, 0, 2, locale)}${sign && sign !== "°" ? ` ${sign}` : sign}`;
}
