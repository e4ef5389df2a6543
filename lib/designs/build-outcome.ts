import type { BuildOptions } from "#lib/adapters/inference/port.ts";
import type { Ctx } from "#lib/context.ts";
import { loadSources } from "#lib/images/picture-raster.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import type { Outcome } from "./changes.ts";
import type { Spec } from "./types.ts";

/** A spec built at preview quality: its numbers before anything is stored. */
export interface Preview extends Outcome {
  words: string;
  meshHash: string;
  engine: { name: string; version: string };
}

/**
 * The numbers of a spec at preview quality; with an owner in the options those of what a provider makes of it. Throws what the engine throws: `invalid_input` or `rule_broken` where
 * the values cannot go together, `unavailable` where the engine is down; and `not_found` for a picture the actor may
 * not see.
 */
export async function buildPreview(
  ctx: Ctx,
  kind: Kind,
  spec: Spec,
  options: BuildOptions = {},
): Promise<Preview> {
  const { inference } = ctx.adapters;
  const sources = await loadSources(ctx, kind, spec);
  const request = { kind: kind.id, spec, sources, quality: "preview" } as const;
  const model = await inference.buildModel(request, options);
  const { words, measures, price, findings, meshHash, engine = inference.engine } = model;
  return { spec, words, measures, price, findings, meshHash, engine };
}
