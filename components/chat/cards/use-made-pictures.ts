import { useCallback, useEffect, useState } from "react";
import { type JobProgress, useJob } from "#components/design/use-job.ts";
import { isOpen } from "#components/job/is-open.ts";

/** A picture a job made. */
export interface MadePicture {
  imageId: string;
  /** Set when it is a concept, which can be used. */
  conceptId: string | null;
}

export interface MadePictures {
  pictures: MadePicture[];
  /** How many are still on their way. */
  pending: number;
  /** Why some were not made. */
  problem: string | null;
}

/** What a task answers: a concept, or pictures of the design itself. */
interface TaskResult {
  image_id?: string;
  concept_id?: string;
  pictures?: { id: string }[];
}

/** A job as REST answers it, as far as it matters here. */
export interface JobAnswer {
  status: JobProgress["status"];
  tasks: {
    status: JobProgress["status"];
    result: TaskResult | null;
    error: { message: string } | null;
  }[];
}

/** The pictures of a job, as they come; `count` until the job has been read. A job that is gone has none. */
export function useMadePictures(jobId: string, count: number): MadePictures {
  const [job, setJob] = useState<JobAnswer | null>(null);
  const read = useCallback(async () => {
    const answer = await fetch(`/api/v1/status/jobs/${jobId}/progress`).catch(() => null);
    setJob(answer?.ok ? await answer.json() : GONE);
  }, [jobId]);
  useEffect(() => void read(), [read]);
  useJob(
    job && isOpen(job.status) ? { jobId, status: job.status, progress: 0, message: null } : null,
    read,
  );
  return job === null ? { pictures: [], pending: count, problem: null } : madeBy(job);
}

/** What of a job is there, what is on its way, and what went wrong. */
export function madeBy({ tasks }: JobAnswer): MadePictures {
  return {
    pictures: tasks.flatMap(({ result }) => picturesIn(result ?? {})),
    pending: tasks.filter(({ status }) => isOpen(status)).length,
    problem: tasks.find(({ error }) => error)?.error?.message ?? null,
  };
}

function picturesIn({ image_id, concept_id, pictures = [] }: TaskResult): MadePicture[] {
  if (image_id) return [{ imageId: image_id, conceptId: concept_id ?? null }];
  return pictures.map(({ id }) => ({ imageId: id, conceptId: null }));
}

const GONE: JobAnswer = { status: "failed", tasks: [] };
