import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import { fieldOf } from "#lib/kinds/read/fields.ts";
import type { Spec } from "./types.ts";

/** The spec of a new piece with the metal the person prefers, where it is of metal and none was said. */
export async function withPreferredMetal(ctx: Ctx, kind: Kind, spec: Spec): Promise<Spec> {
  const metals = fieldOf(kind.schema, "alloy")?.values;
  if (!metals || "alloy" in spec) return spec;
  const person = await ctx.db.user.findUnique({
    where: { id: actorUserId(ctx.actor) },
    select: { metal: true },
  });
  const metal = person?.metal;
  return metal && metals.includes(metal) ? { ...spec, alloy: metal } : spec;
}
