import type { Adapters } from "#lib/adapters/adapters.ts";

/** The adapters with some of them changed; the others are still made only when asked for. */
export function adaptersWith(adapters: Adapters, changed: Partial<Adapters>): Adapters {
  return Object.create(adapters, Object.getOwnPropertyDescriptors(changed)) as Adapters;
}
