"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { FigurineView } from "#lib/figurines/get-figurine.ts";

/** How far one stage is, as its newest event said. */
export interface StageProgress {
  /** 0 to 1. */
  progress: number;
  message: string | null;
}

interface ProgressEvent {
  task_id?: string;
  task_percent?: number;
  message?: string | null;
}

/**
 * Follows the making of a figurine by its events: answers how far each stage is, by task, and has the page read anew
 * whenever one begins or ends. The browser reconnects by itself.
 */
export function useFigurine({
  jobId,
  jobStatus,
  lastEventId,
}: FigurineView): ReadonlyMap<string, StageProgress> {
  const router = useRouter();
  const [seen, setSeen] = useState<ReadonlyMap<string, StageProgress>>(new Map());
  const isOpen = jobStatus === "queued" || jobStatus === "running";
  const shownUntil = useRef(lastEventId);
  useEffect(() => {
    shownUntil.current = lastEventId;
  });
  useEffect(() => {
    if (!isOpen || !jobId) return;
    setSeen(new Map());
    const after = `last_event_id=${shownUntil.current}`;
    const source = new EventSource(`/api/v1/status/jobs/${jobId}/stream?${after}`);
    source.addEventListener("progress", ({ data }: MessageEvent<string>) => {
      const { task_id, task_percent = 0, message = null } = JSON.parse(data) as ProgressEvent;
      if (!task_id) return;
      setSeen((now) => new Map(now).set(task_id, { progress: task_percent / 100, message }));
    });
    for (const type of ["task_completed", "task_failed"]) {
      source.addEventListener(type, () => router.refresh());
    }
    source.addEventListener("job_completed", () => {
      source.close();
      router.refresh();
    });
    return () => source.close();
  }, [jobId, isOpen, router]);
  return seen;
}
