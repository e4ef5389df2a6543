import { answerMessage as answer } from "#lib/conversations/answer-message.ts";
import { jobContext } from "#lib/jobs/context.ts";
import { watchJob } from "#lib/jobs/job-signal.ts";
import { inngest } from "../client.ts";
import { messageReceived } from "../events.ts";
import { JOB_OPTIONS } from "./options.ts";
import { asStep } from "./step-error.ts";

/** Writes the answer of a chat turn; priority over pictures, since somebody is reading. */
export const answerMessage = inngest.createFunction(
  {
    ...JOB_OPTIONS,
    id: "answer-message",
    triggers: [{ event: messageReceived }],
    priority: { run: "120" },
  },
  async ({ event, step }) => {
    const { jobId } = event.data;
    const ctx = await asStep(() => jobContext(jobId));
    const stopped = new AbortController();
    // The function is called anew for every step: only a running step watches the job.
    const run = (id: string, work: () => Promise<unknown>) =>
      step.run(id, async () => {
        const watch = watchJob(ctx, jobId);
        watch.signal.addEventListener("abort", () => stopped.abort(watch.signal.reason));
        return asStep(work).finally(watch.stop);
      });
    const steps = { run: <T>(id: string, work: () => Promise<T>) => run(id, work) as Promise<T> };
    return answer(ctx, { jobId, step: steps, signal: stopped.signal });
  },
);
