"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import { isOpen } from "#components/job/is-open.ts";
import { Button } from "#components/ui/button.tsx";
import { Input, Select } from "#components/ui/input.tsx";
import { RING_SYSTEMS, type RingSystem } from "#lib/shared/ring-size.ts";
import { JobBar } from "./job-bar.tsx";
import { useJob } from "./use-job.ts";

/** Sizes to make, ends included, in a named system. */
export interface WantedSizes {
  system: RingSystem;
  from: string;
  to: string;
}

interface SizeRunPanelProps {
  busy: boolean;
  /** Starts the run; answers its job, or null when it was refused. */
  onRun: (sizes: WantedSizes) => Promise<string | null>;
  onStep: () => void;
}

/** Makes the piece in every size of a range: one ZIP of files, grams and prices. */
export function SizeRunPanel({ busy, onRun, onStep }: SizeRunPanelProps) {
  const t = useTranslations("design.sizeRun");
  const id = useId();
  const [sizes, setSizes] = useState<WantedSizes>({ system: "us", from: "4", to: "13" });
  const [jobId, setJobId] = useState<string | null>(null);
  const queued = jobId ? ({ jobId, status: "queued", progress: 0, message: null } as const) : null;
  const job = useJob(queued, onStep);
  const running = isOpen(job?.status);
  const url = useRunFile(job?.status === "succeeded" ? job.jobId : null);
  const change = (part: Partial<WantedSizes>) => setSizes({ ...sizes, ...part });
  return (
    <form
      className="grid gap-2 text-sm"
      aria-label={t("title")}
      onSubmit={async (event) => {
        event.preventDefault();
        if (running) return;
        setJobId(await onRun(sizes));
      }}
    >
      <h3 className="text-sm font-medium">{t("title")}</h3>
      <p className="text-xs text-muted">{t("about")}</p>
      <div className="flex items-end gap-2">
        <label className="grid flex-1 gap-1.5" htmlFor={`${id}-system`}>
          {t("system")}
          <Select
            id={`${id}-system`}
            value={sizes.system}
            onChange={(event) => change({ system: event.currentTarget.value as RingSystem })}
          >
            {RING_SYSTEMS.map((system) => (
              <option key={system} value={system}>
                {system.toUpperCase()}
              </option>
            ))}
          </Select>
        </label>
        {(["from", "to"] as const).map((end) => (
          <label key={end} className="grid w-16 gap-1.5" htmlFor={`${id}-${end}`}>
            {t(end)}
            <Input
              id={`${id}-${end}`}
              value={sizes[end]}
              maxLength={8}
              required
              onChange={(event) => change({ [end]: event.currentTarget.value })}
            />
          </label>
        ))}
        <Button type="submit" look="secondary" disabled={busy || running}>
          {t("run")}
        </Button>
      </div>
      {job && job.status !== "succeeded" && <JobBar label={t("making")} job={job} />}
      {url && (
        <a className="underline" href={url} download>
          {t("download")}
        </a>
      )}
    </form>
  );
}

/** The signed link of a finished run's one file; null until it is known. */
function useRunFile(jobId: string | null): string | null {
  const [file, setFile] = useState<{ jobId: string; url: string } | null>(null);
  useEffect(() => {
    if (!jobId) return;
    const stop = new AbortController();
    fileUrlOf(jobId, stop.signal)
      .then((url) => url && setFile({ jobId, url }))
      // The file stays among the design's own, where the refreshed page shows it.
      .catch(() => {});
    return () => stop.abort();
  }, [jobId]);
  return jobId !== null && file?.jobId === jobId ? file.url : null;
}

async function fileUrlOf(jobId: string, signal: AbortSignal): Promise<string | null> {
  const answer = await fetch(`/api/v1/download/${jobId}/all`, { signal });
  if (!answer.ok) return null;
  const { files } = (await answer.json()) as { files: { url: string }[] };
  return files[0]?.url ?? null;
}
