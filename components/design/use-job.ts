"use client";

import { useEffect, useRef, useState } from "react";
import { isOpen } from "#components/job/is-open.ts";
import type { DesignJob } from "#lib/designs/list-design-jobs.ts";

export type JobProgress = Pick<DesignJob, "jobId" | "status" | "progress" | "message"> &
  Partial<Pick<DesignJob, "canBeMadeHere">>;

/** What events of a job carry, as far as a bar shows it. */
interface JobEvent {
  status?: JobProgress["status"];
  percent?: number;
  message?: string | null;
  failures?: { error?: { message?: string } | null }[];
}

/**
 * A job as the server gave it, going on by its events; the browser reconnects by itself and continues
 * after the last event it saw.
 * @param onStep called when a task of the job, or the job, has ended
 */
export function useJob(given: JobProgress | null, onStep: () => void): JobProgress | null {
  const [seen, setSeen] = useState<JobProgress | null>(null);
  const step = useRef(onStep);
  useEffect(() => {
    step.current = onStep;
  });
  const open = given !== null && isOpen(given.status);
  const openId = open ? given.jobId : null;

  useEffect(() => {
    if (!openId) return;
    return followJob(openId, setSeen, () => step.current());
  }, [openId]);

  return open && seen?.jobId === openId ? seen : given;
}

/** Reads a job's events until it ends; answers how to stop. */
function followJob(
  jobId: string,
  tell: (progress: JobProgress) => void,
  onStep: () => void,
): () => void {
  let now: JobProgress = { jobId, status: "queued", progress: 0, message: null };
  const source = new EventSource(`/api/v1/status/jobs/${jobId}/stream`);
  const merge = (next: Partial<JobProgress>) => {
    now = { ...now, ...next };
    tell(now);
  };
  source.addEventListener("progress", (event) => {
    const { status, percent = 0, message = null } = read(event);
    merge({ status: status ?? "running", progress: percent / 100, message });
  });
  source.addEventListener("task_completed", onStep);
  source.addEventListener("job_completed", (event) => {
    const { status = "succeeded", failures = [] } = read(event);
    source.close();
    merge({ status, progress: 1, message: failures[0]?.error?.message ?? null });
    onStep();
  });
  return () => source.close();
}

const read = (event: MessageEvent<string>): JobEvent => JSON.parse(event.data);
