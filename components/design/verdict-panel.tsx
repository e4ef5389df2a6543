"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import type { DesignVerdict } from "#lib/designs/judge-design.ts";
import type { Finding } from "#lib/kernel/finding.ts";
import type { Orientation } from "#lib/kernel/print/orientation.ts";
import type { Printability } from "#lib/kernel/print/printability.ts";
import { FindingList, worstFirst } from "./findings-panel.tsx";
import { formatArea, formatMm, formatVolume } from "./format.ts";

interface VerdictPanelProps {
  /** The newest revision: a verdict on another is not shown. */
  revisionNumber: number;
  busy: boolean;
  pointed: Finding | null;
  onPoint: (finding: Finding | null) => void;
  /** Judges the newest revision; null when that was refused. */
  onJudge: () => Promise<DesignVerdict | null>;
}

const TONES: Record<Printability["status"], Tone> = {
  healthy: "good",
  warning: "warn",
  error: "bad",
  unknown: "plain",
};

/** Whether the piece can be cast and printed in each way, asked for by a button, since it takes a few seconds. */
export function VerdictPanel(props: VerdictPanelProps) {
  const { revisionNumber, busy, onJudge } = props;
  const t = useTranslations("design.verdict");
  const [verdict, setVerdict] = useState<DesignVerdict | null>(null);
  const [judging, setJudging] = useState(false);
  const current = verdict?.revision === revisionNumber ? verdict : null;
  const judge = async () => {
    setJudging(true);
    setVerdict(await onJudge());
    setJudging(false);
  };
  return (
    <section className="grid gap-3 text-sm">
      <h3 className="text-xs font-medium tracking-wide text-muted uppercase">{t("title")}</h3>
      {current ? (
        <>
          {current.processes.map((one) => (
            <ProcessVerdict key={one.process} verdict={one} {...props} />
          ))}
          {current.standing && <Standing standing={current.standing} />}
        </>
      ) : (
        <>
          <p className="text-muted">{t("about")}</p>
          <Button
            look="secondary"
            size="small"
            className="justify-self-start"
            disabled={busy || judging}
            onClick={judge}
          >
            {judging ? t("judging") : t("judge")}
          </Button>
        </>
      )}
    </section>
  );
}

function ProcessVerdict({
  verdict,
  pointed,
  onPoint,
}: { verdict: Printability } & Pick<VerdictPanelProps, "pointed" | "onPoint">) {
  const t = useTranslations("design.verdict");
  const { process, status, findings } = verdict;
  return (
    <details className="rounded-lg border border-line">
      <summary className="flex cursor-pointer items-center justify-between gap-3 p-3 hover:bg-hover">
        <span>{t(`process.${process}`)}</span>
        <Badge tone={TONES[status]}>{t(`status.${status}`)}</Badge>
      </summary>
      <div className="border-t border-line p-3">
        <FindingList findings={worstFirst(findings)} {...{ pointed, onPoint }} />
      </div>
    </details>
  );
}

/** How it stands best on a printer's bed, and why. */
function Standing({ standing: { best, reason } }: { standing: Orientation }) {
  const t = useTranslations("design.verdict");
  const locale = useLocale();
  const rows: [string, string][] = [
    [t("height"), formatMm(best.heightMm, 1, locale)],
    [t("overhang"), formatArea(best.overhangMm2, locale)],
    [t("support"), formatVolume(best.supportMm3, locale)],
  ];
  return (
    <div className="grid gap-2 pt-2">
      <h4 className="font-medium">{t("standing")}</h4>
      <p className="text-muted">{reason}</p>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="text-right tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
