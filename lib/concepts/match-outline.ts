import type { PictureTraits } from "#lib/adapters/inference/reading.ts";
import type { Ctx } from "#lib/context.ts";
import type { Spec } from "#lib/designs/types.ts";
import { loadSources } from "#lib/images/picture-raster.ts";
import { likeness, type Silhouette, silhouetteOf } from "#lib/kernel/look/silhouette.ts";
import { NO_PART } from "#lib/kernel/render/part-map.ts";
import { KERNEL_VERSION } from "#lib/kernel/version.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import type { Look } from "#lib/kinds/variants/read-look.ts";
import { isAppError } from "#lib/shared/errors.ts";

type View = Look["view"];

/** A spec that was laid over a picture's outline. */
export interface Match {
  kind: Kind;
  spec: Spec;
  view: View;
  /** How alike the outlines are, 0 to 1. */
  score: number;
}

/** Edge at which a piece's outline is taken, px. */
const MAP_PX = 96;
/** Sides a picture of a kind is usually taken from, the likeliest first. */
const VIEWS: Record<Kind["category"], readonly View[]> = {
  jewellery: ["front", "hero", "top", "side"],
  garment: ["front", "hero", "back"],
  figurine: ["front", "hero"],
  relief: ["front", "hero"],
  object: ["front", "hero"],
};

const KEPT_OUTLINES = 600;
const kept = new Map<string, Promise<Silhouette | null>>();

/** The best of a kind's usual views of a spec against a picture; null where the spec cannot be built. */
export async function matchSpec(
  ctx: Ctx,
  traits: PictureTraits,
  { kind, spec, views = VIEWS[kind.category] }: { kind: Kind; spec: Spec; views?: readonly View[] },
  signal?: AbortSignal,
): Promise<Match | null> {
  const outlines = await outlinesOf(ctx, kind, spec, views, signal);
  if (!outlines) return null;
  const matches = views.flatMap((view, at) => {
    const outline = outlines[at];
    if (!outline) return [];
    const scores = traits.silhouettes.map((wanted) => likeness(wanted, outline));
    return [{ kind, spec, view, score: Math.max(0, ...scores) }];
  });
  return matches.toSorted((a, b) => b.score - a.score)[0] ?? null;
}

async function outlinesOf(
  ctx: Ctx,
  kind: Kind,
  spec: Spec,
  views: readonly View[],
  signal?: AbortSignal,
): Promise<(Silhouette | null)[] | null> {
  const content = JSON.stringify([KERNEL_VERSION, kind.id, Object.entries(spec).toSorted()]);
  const known = views.map((view) => kept.get(`${view} ${content}`));
  if (known.every((one) => one !== undefined)) return Promise.all(known);
  const drawn = draw(ctx, kind, spec, views, signal);
  for (const [at, view] of views.entries()) keep(`${view} ${content}`, drawn, at);
  try {
    return await drawn;
  } catch (error) {
    for (const view of views) kept.delete(`${view} ${content}`);
    if (isAppError(error) && CANNOT.has(error.code)) return null;
    throw error;
  }
}

/** What says of a spec that there is no such piece. */
const CANNOT = new Set(["invalid_input", "rule_broken", "not_found"]);

function keep(key: string, drawn: Promise<(Silhouette | null)[]>, at: number): void {
  const outline = drawn.then((outlines) => outlines[at] ?? null);
  outline.catch(() => kept.delete(key));
  kept.set(key, outline);
  if (kept.size > KEPT_OUTLINES) kept.delete(kept.keys().next().value!);
}

async function draw(
  ctx: Ctx,
  kind: Kind,
  spec: Spec,
  views: readonly View[],
  signal?: AbortSignal,
): Promise<(Silhouette | null)[]> {
  const sources = await loadSources(ctx, kind, spec);
  const stands = views.map((view) => ({ view, seed: 0, widthPx: MAP_PX, heightPx: MAP_PX }));
  const { parts, maps } = await ctx.adapters.inference.mapParts(
    { kind: kind.id, spec, sources, stands },
    signal ? { signal } : {},
  );
  // What a garment hangs on is no part of its outline.
  const isShown = (part: number) => part !== NO_PART && parts[part]!.role !== "support";
  return maps.map(({ partOf, widthPx, heightPx }) =>
    silhouetteOf(
      Uint8Array.from(partOf, (part) => Number(isShown(part))),
      widthPx,
      heightPx,
    ),
  );
}
