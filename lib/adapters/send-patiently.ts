import { setTimeout as wait } from "node:timers/promises";

export interface Patience {
  /** Calls at most, the first included. Default 3. */
  tries?: number;
  /** Before the second call; doubled before each further one. Default 200. */
  firstWaitMs?: number;
  /** Until the answer's head is there; its body may take longer. Default 30,000. */
  timeoutMs?: number;
  signal?: AbortSignal;
}

const LONGEST_WAIT_MS = 10_000;

/** Answers that may be others a moment later. */
export const isPassing = (status: number) => status === 429 || status >= 500;

/** Seconds of a Retry-After header; undefined where there is none or it is a date. */
export function retryAfterSeconds(answer: Response): number | undefined {
  const seconds = Number.parseInt(answer.headers.get("retry-after") ?? "", 10);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

/**
 * The answer to a request that may be sent several times: again after 429, 5xx and connections that fail,
 * never after any other answer. `make` makes the request anew each time. Throws what `fetch` threw last.
 */
export async function sendPatiently(
  make: () => Promise<Request> | Request,
  { tries = 3, firstWaitMs = 200, timeoutMs = 30_000, signal }: Patience = {},
): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await sendOnce(await make(), timeoutMs, signal).catch((error: unknown) => {
      if (attempt >= tries || signal?.aborted) throw error;
      return null;
    });
    if (answer && (!isPassing(answer.status) || attempt >= tries)) return answer;
    const asked = answer && retryAfterSeconds(answer);
    await answer?.body?.cancel();
    const waitMs = asked ? asked * 1000 : firstWaitMs * 2 ** (attempt - 1);
    await wait(Math.min(waitMs, LONGEST_WAIT_MS), undefined, { signal });
  }
}

async function sendOnce(
  request: Request,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<Response> {
  const late = new AbortController();
  const timer = setTimeout(
    () => late.abort(new Error(`no answer in ${timeoutMs} ms`)),
    timeoutMs,
  ).unref();
  try {
    return await fetch(request, {
      signal: signal ? AbortSignal.any([late.signal, signal]) : late.signal,
    });
  } finally {
    clearTimeout(timer);
  }
}
