import { setTimeout as delay, setImmediate as nextTurn } from "node:timers/promises";
import { Slots } from "./slots.ts";

/** Nobody waits longer than this for an order that is on its way to the provider. */
const GIVE_WAY_MS = 50;

/**
 * Places at a provider. What is on its way to a free place goes before all that has time while the provider works:
 * getting the next orders ready, telling of those that were sent, reading the results of those that ended.
 */
export class Places {
  readonly #places: Slots;
  readonly #preparing: Slots;
  readonly #leaving = new Set<Promise<unknown>>();

  /** Orders at the provider at once; as many are made ready at once. */
  constructor(count: number) {
    this.#places = new Slots(count);
    this.#preparing = new Slots(count);
  }

  /** Does what an order needs before it has a place, in the order of coming. Rejects with the signal's reason. */
  async prepare<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const giveBack = await this.#preparing.take(signal);
    try {
      if (this.#places.isFull) await this.giveWay();
      return await work();
    } finally {
      giveBack();
    }
  }

  /** Resolves with what gives the place back (once). Rejects with the signal's reason. */
  take(signal?: AbortSignal): Promise<() => void> {
    return this.#places.take(signal);
  }

  /** Sends an order that has its place; answers as `send` does. */
  async leave<T>(send: () => Promise<T>): Promise<T> {
    const sending = send();
    this.#leaving.add(sending);
    try {
      return await sending;
    } finally {
      this.#leaving.delete(sending);
    }
  }

  /** Resolves when all that has a place has been sent, or after 50 ms. */
  async giveWay(): Promise<void> {
    await nextTurn();
    if (this.#leaving.size === 0) return;
    await Promise.race([Promise.allSettled(this.#leaving), delay(GIVE_WAY_MS)]);
  }
}
