import type { BuildOptions, Model } from "#lib/adapters/inference/port.ts";
import type { Ctx } from "#lib/context.ts";
import { loadSources } from "#lib/images/picture-raster.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import type { Outcome } from "./changes.ts";
import type { Spec } from "./types.ts";

/** A spec built before anything is stored: its numbers. */
export interface Preview extends Outcome {
  words: string;
  meshHash: string;
  engine: { name: string; version: string };
  /** The provider's name of the order, where a provider made it. */
  providerRequestId?: string | undefined;
}

/**
 * The numbers of a spec at preview quality; with an owner in the options those of what a provider makes of it, which
 * has one quality alone. Throws what the engine throws: `invalid_input` or `rule_broken` where the values cannot go
 * together, `unavailable` where the engine is down; and `not_found` for a picture the actor may not see.
 */
export async function buildPreview(
  ctx: Ctx,
  kind: Kind,
  spec: Spec,
  options: BuildOptions = {},
): Promise<Preview> {
  const { inference } = ctx.adapters;
  const sources = await loadSources(ctx, kind, spec);
  const piece = { kind: kind.id, spec, sources };
  // The final model of the same shape follows at once: then the workshop has it.
  const isElsewhere = options.owner && inference.engineOf(piece).name !== inference.engine.name;
  const quality = isElsewhere ? "final" : "preview";
  const model = await inference.buildModel({ ...piece, quality }, options);
  return toPreview(ctx, spec, model);
}

/** What a model that was built of a spec came to. */
export function toPreview({ adapters }: Pick<Ctx, "adapters">, spec: Spec, model: Model): Preview {
  const { words, measures, price, findings, meshHash, providerRequestId } = model;
  const { engine = adapters.inference.engine } = model;
  return { spec, words, measures, price, findings, meshHash, engine, providerRequestId };
}
