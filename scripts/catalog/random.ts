/** Draws that come out the same on every machine (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to, without, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  pick<T>(of: readonly T[]): T {
    return of[Math.floor(this.next() * of.length)]!;
  }

  /** One of them by weight. */
  weighted<T>(of: readonly (readonly [T, number])[]): T {
    let left = this.next() * of.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of of) {
      left -= weight;
      if (left < 0) return value;
    }
    return of.at(-1)![0];
  }

  /** Between two numbers, in steps. */
  between(least: number, most: number, step: number): number {
    const steps = Math.round((most - least) / step);
    const value = least + Math.round(this.next() * steps) * step;
    return Number(value.toFixed(3));
  }

  chance(part: number): boolean {
    return this.next() < part;
  }
}

/** A number for a text, the same everywhere (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}
