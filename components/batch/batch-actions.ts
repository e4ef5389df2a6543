import type { ActionResult } from "#lib/http/define-action.ts";

/** What a page lets a person do with a batch; the server actions behind it check everything again. */
export interface BatchActions {
  cancel: (input: { jobId: string }) => Promise<ActionResult<unknown>>;
  cancelPhoto: (input: { taskId: string }) => Promise<ActionResult<unknown>>;
  remove: (input: { jobId: string }) => Promise<ActionResult<never>>;
  retry: (input: { taskIds: string[] }) => Promise<ActionResult<{ retried: number }>>;
  correct: (input: { taskId: string; maskId: string }) => Promise<ActionResult<unknown>>;
}
