import { runSizesForRevision } from "#lib/designs/run-sizes-for-revision.ts";
import { inngest } from "../client.ts";
import { sizesRequested } from "../events.ts";
import { JOB_OPTIONS } from "./options.ts";
import { workOnJob } from "./work-on-job.ts";

/** Builds a revision in many sizes, as one ZIP with its tables. */
export const runSizes = inngest.createFunction(
  { ...JOB_OPTIONS, id: "run-sizes", triggers: [{ event: sizesRequested }] },
  (run) =>
    workOnJob(run, (ctx, task, signal) =>
      runSizesForRevision(ctx, { jobId: task.jobId, taskId: task.id, signal }),
    ),
);
