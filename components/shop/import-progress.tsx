"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Progress } from "#components/ui/progress.tsx";

interface ProgressEvent {
  percent?: number;
  message?: string | null;
}

/** Follows an import by its events and has the page read anew when it ends. */
export function ImportProgress({ jobId }: { jobId: string }) {
  const t = useTranslations("shop.import");
  const router = useRouter();
  const [seen, setSeen] = useState<ProgressEvent>({});
  useEffect(() => {
    const source = new EventSource(`/api/v1/status/jobs/${jobId}/stream`);
    source.addEventListener("progress", ({ data }: MessageEvent<string>) =>
      setSeen(JSON.parse(data) as ProgressEvent),
    );
    source.addEventListener("job_completed", () => {
      source.close();
      router.refresh();
    });
    return () => source.close();
  }, [jobId, router]);
  return (
    <div className="grid gap-2" role="status">
      <Progress value={(seen.percent ?? 0) / 100} label={t("progress")} />
      <p className="text-sm text-muted tabular-nums">{seen.message ?? t("progress")}</p>
    </div>
  );
}
