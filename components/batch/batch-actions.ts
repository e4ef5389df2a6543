import type { ActionResult } from "#lib/http/define-action.ts";
import type { ChosenEngine } from "#lib/jobs/types.ts";

/** What a page lets a person do with a batch; the server actions behind it check everything again. */
export interface BatchActions {
  cancel: (input: { jobId: string }) => Promise<ActionResult<unknown>>;
  cancelPhoto: (input: { taskId: string }) => Promise<ActionResult<unknown>>;
  remove: (input: { jobId: string }) => Promise<ActionResult<never>>;
  /** `embedded`: on this machine, where a provider has failed. */
  retry: (input: {
    taskIds: string[];
    engine?: ChosenEngine;
  }) => Promise<ActionResult<{ retried: number }>>;
  correct: (input: { taskId: string; maskId: string }) => Promise<ActionResult<unknown>>;
}
