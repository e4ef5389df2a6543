import { z } from "zod";

/** The functions' `serve()` handler, called in process. */
export type Handler = (request: Request) => Promise<Response>;

export const SERVE_URL = "http://executor/api/inngest";
/** The step id that asks for what comes next. */
export const DISCOVER = "step";

export interface TriggerEvent {
  id: string;
  name: string;
  data: Record<string, unknown>;
  ts: number;
}

/** A finished step as the function is told of it. */
export type StepResult = { type: "data"; data: unknown } | { type: "error"; error: unknown };

export interface Call {
  functionId: string;
  /** "step", or the one planned step to run. */
  stepId: string;
  runId: string;
  event: TriggerEvent;
  /** Finished steps by id, in the order they finished. */
  steps: Map<string, StepResult>;
  attempt: number;
  maxAttempts: number;
  /** Other parts of the run are under way: a new step is to be planned, not run at once. */
  isBusy: boolean;
}

const operation = z.object({
  id: z.string(),
  op: z.string(),
  name: z.string().optional(),
  displayName: z.string().optional(),
  opts: z.record(z.string(), z.unknown()).nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
});
export type Operation = z.infer<typeof operation>;

/** What a call came to. */
export type Outcome =
  | { type: "finished"; data: unknown }
  | { type: "operations"; operations: Operation[]; retryAfterMs: number | null }
  | { type: "failed"; error: unknown; retryable: boolean; retryAfterMs: number | null };

/** Calls a function over the wire protocol of an Inngest server and reads its answer. */
export async function callFunction(handler: Handler, call: Call): Promise<Outcome> {
  const url = new URL(SERVE_URL);
  url.searchParams.set("fnId", call.functionId);
  url.searchParams.set("stepId", call.stepId);
  const response = await handler(
    new Request(url, {
      method: "POST",
      headers: {
        host: url.host,
        "content-type": "application/json",
        "x-inngest-server-kind": "dev",
      },
      body: JSON.stringify(toBody(call)),
    }),
  );
  return readOutcome(response);
}

function toBody(call: Call): Record<string, unknown> {
  const stack = [...call.steps.keys()];
  return {
    version: 2,
    event: call.event,
    events: [call.event],
    steps: Object.fromEntries(call.steps),
    ctx: {
      run_id: call.runId,
      attempt: call.attempt,
      max_attempts: call.maxAttempts,
      disable_immediate_execution: call.isBusy,
      use_api: false,
      stack: { stack, current: stack.length },
    },
  };
}

/** What an answer of the functions' handler means. */
export async function readOutcome(response: Response): Promise<Outcome> {
  const text = await response.text();
  const body: unknown = text === "" ? null : JSON.parse(text);
  const retryAfterMs = toRetryAfterMs(response.headers.get("retry-after"));
  if (response.status === 200) return { type: "finished", data: body };
  if (response.status === 206) {
    return { type: "operations", operations: z.array(operation).parse(body), retryAfterMs };
  }
  const retryable = response.headers.get("x-inngest-no-retry") !== "true";
  return { type: "failed", error: body, retryable, retryAfterMs };
}

/** The header is a number of seconds or a date. */
function toRetryAfterMs(header: string | null): number | null {
  if (!header) return null;
  const seconds = Number(header);
  const waitMs = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000;
  return Number.isNaN(waitMs) ? null : Math.max(0, waitMs);
}
