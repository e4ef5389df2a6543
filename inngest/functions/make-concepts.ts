import { makeConcept } from "#lib/concepts/make-concept.ts";
import { inngest } from "../client.ts";
import { conceptsRequested } from "../events.ts";
import { JOB_OPTIONS } from "./options.ts";
import { workOnJob } from "./work-on-job.ts";

/** Makes concept pictures of a design, a task each. */
export const makeConcepts = inngest.createFunction(
  { ...JOB_OPTIONS, id: "make-concepts", triggers: [{ event: conceptsRequested }] },
  (run) =>
    workOnJob(run, (ctx, task, signal) =>
      makeConcept(ctx, { jobId: task.jobId, taskId: task.id, signal }),
    ),
);
