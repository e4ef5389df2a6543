import { jobContext } from "#lib/jobs/context.ts";
import { failJob } from "#lib/jobs/fail-job.ts";
import { toTaskError } from "#lib/jobs/task-error.ts";
import { log } from "#lib/log.ts";
import { isAppError } from "#lib/shared/errors.ts";

interface Failure {
  error: Error;
  event: { data: { event: { data: { jobId?: string } } } };
}

/** When a function's run itself failed: what is open of its job is failed too, so nobody waits for it. */
export async function failAbandonedJob({ error, event }: Failure): Promise<void> {
  const { jobId } = event.data.event.data;
  if (!jobId) return;
  log.error({ err: error, jobId }, "run failed");
  try {
    await failJob(await jobContext(jobId), jobId, toTaskError(error));
  } catch (failure) {
    if (!isAppError(failure) || failure.code !== "not_found") throw failure;
  }
}
