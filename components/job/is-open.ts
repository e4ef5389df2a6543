import type { JobView } from "#lib/jobs/types.ts";

/** Whether a job or task still changes by itself; false where there is none. */
export const isOpen = (status: JobView["status"] | null | undefined): boolean =>
  status === "queued" || status === "running";
