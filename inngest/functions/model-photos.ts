import { modelPhoto } from "#lib/batches/model-photo.ts";
import { inngest } from "../client.ts";
import { batchRequested } from "../events.ts";
import { JOB_OPTIONS } from "./options.ts";
import { workOnJob } from "./work-on-job.ts";

/** Seconds by which a batch goes ahead of what was asked for at the same time, or waits behind it. */
const PRIORITY = 'event.data.priority == "high" ? 300 : (event.data.priority == "low" ? -300 : 0)';

/** Makes a model of every photo of a batch, each in a step of its own. */
export const modelPhotos = inngest.createFunction(
  {
    ...JOB_OPTIONS,
    id: "model-photos",
    priority: { run: PRIORITY },
    triggers: [{ event: batchRequested }],
  },
  (run) => workOnJob(run, (ctx, task, signal) => modelPhoto(ctx, { task, signal })),
);
