import { drawPicturesForRevision } from "#lib/designs/draw-pictures-for-revision.ts";
import { inngest } from "../client.ts";
import { picturesRequested } from "../events.ts";
import { JOB_OPTIONS } from "./options.ts";
import { workOnJob } from "./work-on-job.ts";

/** Draws a revision's pictures, a task each. */
export const drawPictures = inngest.createFunction(
  { ...JOB_OPTIONS, id: "draw-pictures", triggers: [{ event: picturesRequested }] },
  (run) =>
    workOnJob(run, (ctx, task, signal) =>
      drawPicturesForRevision(ctx, { jobId: task.jobId, taskId: task.id, signal }),
    ),
);
