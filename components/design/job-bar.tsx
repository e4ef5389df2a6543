"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Progress } from "#components/ui/progress.tsx";
import type { ChosenEngine } from "#lib/jobs/types.ts";
import type { JobProgress } from "./use-job.ts";

interface JobBarProps {
  /** What is being made: "Drawing pictures". */
  label: string;
  job: JobProgress;
  /** Once more as before, or on this machine where a provider has failed. */
  onRetry?: (engine?: ChosenEngine) => void;
  /** What this machine would make in a provider's place; by default a model of a picture's outline. */
  hereText?: string;
}

/** How far a long piece of work is, or why it stopped and how to go on. */
export function JobBar({ label, job, onRetry, hereText }: JobBarProps) {
  const t = useTranslations("design.job");
  if (job.status === "failed" || job.status === "cancelled") {
    return (
      <div role="alert" className="flex flex-wrap items-center gap-3 text-sm">
        <p className="flex-1 text-bad">
          {job.status === "cancelled" ? t("cancelled") : (job.message ?? t("failed"))}
          {job.canBeMadeHere && (
            <span className="block text-muted">{hereText ?? t("makeHereText")}</span>
          )}
        </p>
        {onRetry && (
          <Button look="secondary" size="small" onClick={() => onRetry()}>
            {t("retry")}
          </Button>
        )}
        {onRetry && job.canBeMadeHere && (
          <Button look="secondary" size="small" onClick={() => onRetry("embedded")}>
            {t("makeHere")}
          </Button>
        )}
      </div>
    );
  }
  const percent = Math.round(job.progress * 100);
  return (
    <div className="grid gap-1.5 text-sm text-muted">
      <p className="flex justify-between gap-3">
        <span>{job.message ?? label}</span>
        <span className="tabular-nums">
          {job.status === "queued" ? t("queued") : `${percent} %`}
        </span>
      </p>
      <Progress label={label} value={job.status === "queued" ? undefined : job.progress} />
    </div>
  );
}
