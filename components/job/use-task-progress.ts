"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { JobView } from "#lib/jobs/types.ts";
import { isOpen } from "./is-open.ts";

/** How far one task is, as its newest event said. */
export interface TaskProgress {
  /** 0 to 1. */
  progress: number;
  message: string | null;
}

interface ProgressEvent {
  task_id?: string;
  task_percent?: number;
  message?: string | null;
}

interface FollowedJob extends Pick<JobView, "lastEventId"> {
  /** Null before anything was asked for. */
  jobId: string | null;
  status: JobView["status"] | null;
}

/**
 * Follows a job by its events: answers how far each task is, by its id, and has the page read anew whenever one ends.
 * The browser reconnects by itself and goes on after the last event it saw.
 */
export function useTaskProgress({
  jobId,
  status,
  lastEventId,
}: FollowedJob): ReadonlyMap<string, TaskProgress> {
  const router = useRouter();
  const [seen, setSeen] = useState<ReadonlyMap<string, TaskProgress>>(new Map());
  const follows = isOpen(status);
  // What the page has shown already is not told again: an earlier end of a job that goes on is no end.
  const shownUntil = useRef(lastEventId);
  useEffect(() => {
    shownUntil.current = lastEventId;
  });
  useEffect(() => {
    if (!follows || !jobId) return;
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
  }, [jobId, follows, router]);
  return seen;
}
