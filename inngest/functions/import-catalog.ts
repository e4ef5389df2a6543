import { runImport } from "#lib/catalog/run-import.ts";
import { inngest } from "../client.ts";
import { importRequested } from "../events.ts";
import { JOB_OPTIONS } from "./options.ts";
import { workOnJob } from "./work-on-job.ts";

/** Reads a feed of products. */
export const importCatalog = inngest.createFunction(
  { ...JOB_OPTIONS, id: "import-catalog", triggers: [{ event: importRequested }] },
  (run) =>
    workOnJob(run, (ctx, task, signal) =>
      runImport(ctx, { jobId: task.jobId, taskId: task.id, signal }),
    ),
);
