import type { Adapters } from "#lib/adapters/adapters.ts";
import type { Ctx } from "#lib/context.ts";

/** The adapters with some of them changed; the others are still made only when asked for. */
export function adaptersWith(adapters: Adapters, changed: Partial<Adapters>): Adapters {
  return Object.create(adapters, Object.getOwnPropertyDescriptors(changed)) as Adapters;
}

/** The context with some of its adapters changed. */
export function withAdapters<C extends Pick<Ctx, "adapters">>(ctx: C, own: Partial<Adapters>): C {
  return { ...ctx, adapters: adaptersWith(ctx.adapters, own) };
}
