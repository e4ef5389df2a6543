"use client";

import { useEffect, useRef, useState } from "react";

export interface JobProgress {
  status: "queued" | "running" | "succeeded" | "failed" | "cancelled";
  /** 0 to 1. */
  progress: number;
  message: string | null;
}

interface JobEvent {
  status?: JobProgress["status"];
  progress?: number;
  message?: string | null;
  error?: { message?: string } | null;
  failed?: number;
}

const WAITING: JobProgress = { status: "queued", progress: 0, message: null };

/**
 * Follows a job's events; the browser reconnects by itself and goes on after the last event it saw.
 * @param onStep called whenever one of the job's tasks or the job itself has ended
 */
export function useJob(jobId: string | null, onStep: () => void): JobProgress | null {
  const [progress, setProgress] = useState<JobProgress | null>(null);
  const step = useRef(onStep);
  useEffect(() => {
    step.current = onStep;
  });

  useEffect(() => {
    if (!jobId) return setProgress(null);
    setProgress(WAITING);
    const source = new EventSource(`/api/v1/status/jobs/${jobId}/stream`);
    const merge = (next: Partial<JobProgress>) =>
      setProgress((now) => ({ ...(now ?? WAITING), ...next }));
    source.addEventListener("progress", (event) => {
      const data = read(event);
      merge({
        status: "running",
        progress: data.progress ?? 0,
        ...(data.message !== undefined && { message: data.message }),
      });
    });
    source.addEventListener("task_completed", () => step.current());
    source.addEventListener("task_failed", (event) => {
      merge({ message: read(event).error?.message ?? read(event).message ?? null });
    });
    source.addEventListener("job_completed", (event) => {
      const data = read(event);
      source.close();
      merge({ status: data.status ?? (data.failed ? "failed" : "succeeded"), progress: 1 });
      step.current();
    });
    return () => source.close();
  }, [jobId]);

  return progress;
}

const read = (event: MessageEvent<string>): JobEvent => JSON.parse(event.data);
