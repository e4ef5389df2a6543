import { setTimeout as delay } from "node:timers/promises";
import type { FalClient } from "@fal-ai/client";
import type { ProviderCall } from "#generated/prisma/client.ts";
import { type AppError, isAppError } from "../../../shared/errors.ts";
import { awaitCompletion, type Pace } from "./await-completion.ts";
import type { Calls, NewCall } from "./calls.ts";
import { reasonOf, toldFailure, unclear, unreachable } from "./errors.ts";
import { Places } from "./places.ts";
import type { OrderEnd } from "./webhook.ts";

/** An order with what it takes to send it. */
export interface Order extends NewCall {
  /** How long fal keeps the result's files; default a week, time enough to copy them. */
  resultLife?: "1d" | "7d";
  /** Sends files up and answers the model's input. */
  toInput(): Promise<Record<string, unknown>>;
}

/** An order that is followed until it ends. */
interface Watch {
  outcome: Promise<ProviderCall>;
  stop: AbortController;
  /** Looks at the order's row now: somebody has written its end. */
  wake: () => void;
  /** Who waits for it now. */
  waiting: number;
}

export interface OrdersOptions {
  fal: FalClient;
  calls: Calls;
  /** Orders at fal at once. */
  atOnce: number;
  /** Where fal calls when an order has ended; null: it is asked all the time. */
  callbackUrl: string | null;
}

interface Following {
  signal: AbortSignal;
  /** Resolves when the row has the end. */
  woken: Promise<void>;
  giveBack: () => void;
}

const RESULT_LIFE = "7d";
/** A sending takes no longer; one that is older was cut off with its process. */
const SENT_WITHIN_MS = 45_000;
const LOOK_MS = 250;
/** The row of an order that fal tells of is looked at so often, for calls that another process took. */
const TOLD_LOOK_MS = 1_000;
/** A result that cannot be read is asked for again so often. */
const RESULT_TRIES = 3;
const RESULT_AGAIN_MS = 1_000;

/** Sends orders to fal, each once, and follows them to their end. */
export class Orders {
  readonly #fal: FalClient;
  readonly #calls: Calls;
  readonly #places: Places;
  readonly #callbackUrl: string | null;
  readonly #watches = new Map<string, Watch>();

  constructor({ fal, calls, atOnce, callbackUrl }: OrdersOptions) {
    this.#fal = fal;
    this.#calls = calls;
    this.#places = new Places(atOnce);
    this.#callbackUrl = callbackUrl;
  }

  /**
   * Sends the order unless it was sent before; resolves when fal has it. Aborting cancels it at fal, also later, unless
   * somebody waits for it.
   */
  async place(order: Order, signal?: AbortSignal): Promise<ProviderCall> {
    for (;;) {
      signal?.throwIfAborted();
      const call = await this.#calls.open(order);
      if (call.status === "preparing") {
        const sent = await this.#send(call, order, signal);
        signal?.throwIfAborted();
        if (sent) return sent;
      } else if (call.status === "sending") await this.#untilSent(call, signal);
      else {
        if (call.status === "waiting") this.#stopWith(this.#watch(call), signal);
        return call;
      }
    }
  }

  /** The order's end, sending it first where that is still to do. Aborting cancels it at fal when nobody else waits. */
  async finish(order: Order, signal?: AbortSignal): Promise<ProviderCall> {
    const call = await this.place(order, signal);
    if (call.status === "succeeded") return call;
    const watch = this.#watch(call);
    watch.waiting += 1;
    // Before the listener that looks whether anybody still waits.
    const left = () => {
      watch.waiting -= 1;
    };
    signal?.addEventListener("abort", left, { once: true });
    this.#stopWith(watch, signal);
    return watch.outcome;
  }

  /** Stops following an order that nobody waits for when the signal aborts. */
  #stopWith(watch: Watch, signal: AbortSignal | undefined): void {
    if (!signal) return;
    const end = () => {
      if (watch.waiting === 0) watch.stop.abort(signal.reason);
    };
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
  }

  /** Writes the end of an order that fal told of, and wakes who waits for it. What has ended stays as it is. */
  async take({ requestId, status, error, payload }: OrderEnd): Promise<void> {
    const call = await this.#calls.findByRequest(requestId);
    if (call?.status !== "waiting") return;
    if (status === "OK" && payload) await this.#calls.succeed(call.id, payload);
    else if (status === "ERROR") await this.#failed(call, toldFailure(error, payload));
    this.#watches.get(call.id)?.wake();
  }

  /** Cancels what nobody follows for jobs that have been stopped. */
  async cancelAbandoned(): Promise<number> {
    const calls = await this.#calls.listAbandoned();
    const unwatched = calls.filter(({ id }) => !this.#watches.has(id));
    for (const call of unwatched) await this.#cancel(call);
    return unwatched.length;
  }

  /** The order as fal has it; null where somebody else sends it. */
  async #send(
    call: ProviderCall,
    order: Order,
    signal?: AbortSignal,
  ): Promise<ProviderCall | null> {
    // Files go up while others still wait for their place.
    const input = await this.#places.prepare(() => readyInput(order), signal);
    const giveBack = await this.#places.take(signal);
    try {
      const sent = await this.#places.leave(() => this.#dispatch(call, order, input));
      if (!sent) {
        giveBack();
        return null;
      }
      const watch = this.#watch(sent, giveBack);
      this.#stopWith(watch, signal);
      await this.#places.giveWay();
      // Stopped while it was sent: it is cancelled before anybody hears of it.
      if (signal?.aborted) await watch.outcome;
      return sent;
    } catch (error) {
      giveBack();
      throw signal?.aborted ? signal.reason : unreachable(error);
    }
  }

  async #dispatch(
    call: ProviderCall,
    order: Order,
    input: Record<string, unknown>,
  ): Promise<ProviderCall | null> {
    if (!(await this.#calls.startSending(call.id, new Date()))) return null;
    return this.#calls.accepted(call.id, await this.#submit(call, order, input));
  }

  async #submit(
    call: ProviderCall,
    { resultLife = RESULT_LIFE }: Order,
    input: Record<string, unknown>,
  ): Promise<string> {
    try {
      const { request_id: requestId } = await this.#fal.queue.submit(call.model, {
        input,
        storageSettings: { expiresIn: resultLife },
        ...(this.#callbackUrl && { webhookUrl: this.#callbackUrl }),
      });
      return requestId;
    } catch (thrown) {
      const error = unreachable(thrown);
      if (error.details.sent === "perhaps") {
        await this.#calls.fail(call.id, unclear(), false);
        throw unclear();
      }
      if (error.retryable) await this.#calls.backToPreparing(call.id);
      else await this.#calls.fail(call.id, error, true);
      throw error;
    }
  }

  /** Waits for another's sending; throws where that was cut off. */
  async #untilSent(call: ProviderCall, signal?: AbortSignal): Promise<void> {
    const sentMs = (call.sentAt ?? call.createdAt).getTime();
    if (Date.now() - sentMs > SENT_WITHIN_MS) {
      await this.#calls.fail(call.id, unclear(), false);
      throw unclear();
    }
    await delay(LOOK_MS, undefined, { ...(signal && { signal }) });
  }

  #watch(call: ProviderCall, giveBack: () => void = () => {}): Watch {
    const known = this.#watches.get(call.id);
    if (known) {
      // Somebody else has heard first that it was sent, and does not hold its place.
      known.outcome.then(giveBack, giveBack);
      return known;
    }
    const stop = new AbortController();
    const { promise: woken, resolve: wake } = Promise.withResolvers<void>();
    const outcome = this.#follow(call, { signal: stop.signal, woken, giveBack }).finally(() => {
      giveBack();
      this.#watches.delete(call.id);
    });
    // An order that was sent ahead may end before anybody waits for it.
    outcome.catch(() => {});
    const watch = { outcome, stop, wake, waiting: 0 };
    this.#watches.set(call.id, watch);
    return watch;
  }

  async #follow(call: ProviderCall, { signal, woken, giveBack }: Following): Promise<ProviderCall> {
    const order = { endpoint: call.model, requestId: call.requestId! };
    const heard = new AbortController();
    try {
      const until = AbortSignal.any([signal, heard.signal]);
      const asked = awaitCompletion(this.#fal, order, until, this.#pace);
      const told = this.#callbackUrl ? [this.#untilTold(call.id, until)] : [];
      await Promise.race([asked, woken, ...told]);
      heard.abort();
      giveBack();
      await this.#places.giveWay();
      // Whoever was told has written the end already.
      const now = this.#callbackUrl ? await this.#calls.read(call.id) : call;
      if (now.status === "succeeded") return now;
      return await this.#calls.succeed(call.id, await this.#result(order));
    } catch (thrown) {
      if (signal.aborted) await this.#cancel(call);
      else await this.#failed(call, unreachable(thrown));
      throw signal.aborted ? signal.reason : unreachable(thrown);
    } finally {
      heard.abort();
    }
  }

  /** Where fal calls back: until the order's row has the end, which another process may have been told. */
  async #untilTold(id: string, signal: AbortSignal): Promise<void> {
    for (;;) {
      await delay(TOLD_LOOK_MS, undefined, { signal });
      if ((await this.#calls.read(id)).status !== "waiting") return;
    }
  }

  /** Where fal calls back it is asked only in case the call gets lost. */
  get #pace(): Pace {
    return this.#callbackUrl ? "seldom" : "closely";
  }

  /** The model's answer; a job that failed says so only here. */
  async #result({ endpoint, requestId }: { endpoint: string; requestId: string }) {
    for (let attempt = 1; ; attempt++) {
      try {
        return (await this.#fal.queue.result(endpoint, { requestId })).data;
      } catch (thrown) {
        const error = unreachable(thrown);
        if (!error.retryable || attempt === RESULT_TRIES) throw error;
        await delay(RESULT_AGAIN_MS);
      }
    }
  }

  /** An order fal cannot be asked about stays open; any other end is its end. */
  async #failed(call: ProviderCall, error: AppError): Promise<void> {
    const reason = reasonOf(error);
    const isUnreached = error.details.sent !== undefined || reason === "limit";
    if (isUnreached || reason === "key") return;
    await this.#calls.fail(call.id, error, reason === "down");
  }

  async #cancel(call: ProviderCall): Promise<void> {
    const requestId = call.requestId!;
    const isTaken = await this.#fal.queue.cancel(call.model, { requestId }).then(
      () => true,
      (error: unknown) => {
        if (!isAppError(error)) throw error;
        return false;
      },
    );
    await this.#calls.cancel(call.id, isTaken);
  }
}

async function readyInput(order: Order): Promise<Record<string, unknown>> {
  try {
    return await order.toInput();
  } catch (error) {
    throw unreachable(error);
  }
}
