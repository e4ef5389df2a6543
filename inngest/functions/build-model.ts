import { buildModelForRevision } from "#lib/designs/build-model-for-revision.ts";
import { inngest } from "../client.ts";
import { modelRequested } from "../events.ts";
import { JOB_OPTIONS } from "./options.ts";
import { workOnJob } from "./work-on-job.ts";

/** Builds a revision's final mesh, its wall check and its files. */
export const buildModel = inngest.createFunction(
  { ...JOB_OPTIONS, id: "build-model", triggers: [{ event: modelRequested }] },
  (run) =>
    workOnJob(run, (ctx, task, signal) =>
      buildModelForRevision(ctx, { jobId: task.jobId, taskId: task.id, signal }),
    ),
);
