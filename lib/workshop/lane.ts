import { AppError, unavailable } from "../shared/errors.ts";

interface Waiting<Result> {
  urgency: number;
  work: (signal: AbortSignal) => Promise<Result>;
  signal: AbortSignal;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

export const cancelledWork = () => new AppError("cancelled", "This was stopped.");

/**
 * Does one piece of work after the other: the more urgent first, then in order of arrival.
 * A full lane refuses (`unavailable`, retryable) so that memory stays bounded; work whose signal
 * aborts leaves the queue at once, or is told when it runs already.
 */
export class Lane {
  readonly #waiting: Waiting<unknown>[] = [];
  readonly #capacity: number;
  #busy = false;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get length(): number {
    return this.#waiting.length + (this.#busy ? 1 : 0);
  }

  run<Result>(
    urgency: number,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    if (signal.aborted) return Promise.reject(cancelledWork());
    if (this.#waiting.length >= this.#capacity) {
      const message = "The workshop has its hands full. Try again in a moment.";
      return Promise.reject(unavailable(message, { retryAfterSeconds: 5 }));
    }
    return new Promise<Result>((resolve, reject) => {
      const entry = { urgency, work, signal, resolve, reject } as Waiting<unknown>;
      signal.addEventListener("abort", () => this.#leave(entry), { once: true });
      const place = this.#waiting.findIndex((other) => other.urgency < urgency);
      this.#waiting.splice(place === -1 ? this.#waiting.length : place, 0, entry);
      void this.#next();
    });
  }

  #leave(entry: Waiting<unknown>): void {
    const place = this.#waiting.indexOf(entry);
    if (place === -1) return;
    this.#waiting.splice(place, 1);
    entry.reject(cancelledWork());
  }

  async #next(): Promise<void> {
    if (this.#busy) return;
    const entry = this.#waiting.shift();
    if (!entry) return;
    this.#busy = true;
    try {
      entry.resolve(await entry.work(entry.signal));
    } catch (error) {
      entry.reject(error);
    } finally {
      this.#busy = false;
      void this.#next();
    }
  }
}
