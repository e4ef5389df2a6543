import { setTimeout as delay } from "node:timers/promises";
import type { FalClient } from "@fal-ai/client";
import { isAppError } from "../../../shared/errors.ts";
import { reasonOf, unreachable } from "./errors.ts";

export interface PlacedOrder {
  endpoint: string;
  requestId: string;
}

/** How close fal is followed: all the time, or now and then where it calls by itself. */
export type Pace = "closely" | "seldom";

/** Looked at so often, ms; after `EAGER_MS` less often. */
const POLL_MS = 100;
const EAGER_MS = 60_000;
const PATIENT_POLL_MS = 2_000;
const SELDOM_POLL_MS = 20_000;
/** fal may be out of reach for so long before waiting is given up; the order stays. */
const UNREACHABLE_MS = 90_000;

/**
 * Resolves when fal says that an order is complete, well or badly: by its stream of states, and by asking where the
 * stream breaks. Throws what asking is refused with.
 */
export async function awaitCompletion(
  fal: FalClient,
  order: PlacedOrder,
  signal: AbortSignal,
  pace: Pace,
): Promise<void> {
  if (pace === "seldom") await delay(SELDOM_POLL_MS, undefined, { signal });
  else if (await streamToEnd(fal, order, signal)) return;
  await pollToEnd(fal, order, signal, pace);
}

/** False where the stream ended without saying so. */
async function streamToEnd(
  fal: FalClient,
  { endpoint, requestId }: PlacedOrder,
  signal: AbortSignal,
): Promise<boolean> {
  const stream = await fal.queue.streamStatus(endpoint, { requestId });
  const stop = () => stream.abort();
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await new Promise<boolean>((resolve) => {
      stream.on("data", ({ status }: { status?: string }) => {
        if (status === "COMPLETED") resolve(true);
      });
      stream.done().then(
        () => resolve(false),
        () => resolve(false),
      );
    });
  } finally {
    signal.removeEventListener("abort", stop);
    stream.abort();
    signal.throwIfAborted();
  }
}

async function pollToEnd(
  fal: FalClient,
  { endpoint, requestId }: PlacedOrder,
  signal: AbortSignal,
  pace: Pace,
): Promise<void> {
  const startedMs = Date.now();
  let heardMs = startedMs;
  for (;;) {
    try {
      const { status } = await fal.queue.status(endpoint, { requestId, abortSignal: signal });
      if (status === "COMPLETED") return;
      heardMs = Date.now();
    } catch (error) {
      signal.throwIfAborted();
      const fact = unreachable(error);
      if (!passes(fact) || Date.now() - heardMs > UNREACHABLE_MS) throw fact;
    }
    await delay(pauseMs(pace, Date.now() - startedMs), undefined, { signal });
  }
}

function pauseMs(pace: Pace, sinceMs: number): number {
  if (pace === "seldom") return SELDOM_POLL_MS;
  return sinceMs < EAGER_MS ? POLL_MS : PATIENT_POLL_MS;
}

/** Whether an order may still come to its end although asking failed. */
const passes = (error: unknown): boolean =>
  isAppError(error) && error.retryable && reasonOf(error) !== "gone";
