import sharp from "sharp";
import type { Ctx } from "#lib/context.ts";
import { loadSources, pictureRaster } from "#lib/images/picture-raster.ts";
import { partsUnder, repaintSpec } from "#lib/kinds/variants/repaint-spec.ts";
import { seededRandom } from "#lib/kinds/variants/seeded.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import { sizeOfAspect } from "./aspect.ts";
import type { ConceptPlan, PlanInput } from "./plan.ts";
import type { Start } from "./plan-variants.ts";
import { countingWords, inGrammar, sayNegative } from "./plan-words.ts";

/** Long edge at which a mask is laid over the piece's parts, px. */
const MAP_EDGE_PX = 192;
/** Grey from which on a mask's pixel counts. */
const MASKED = 128;
/** Mostly ground under a mask: nothing of the piece was meant. */
const MOSTLY_GROUND = 0.92;

/**
 * What lies under the mask made anew, seen as before. Throws `invalid_input` where the mask is empty, lies on the ground,
 * or nothing under it can become what was asked.
 */
export async function planRepaint(ctx: Ctx, input: PlanInput, start: Start): Promise<ConceptPlan> {
  const { wish, seed, signal } = input;
  const { kind, spec, look } = start;
  const { widthPx, heightPx } = mapSize(wish.aspectRatio);
  const mask = await maskOf(ctx, wish.maskId!, widthPx, heightPx);
  const stand = { view: look.view, seed: look.cameraSeed, widthPx, heightPx };
  const sources = await loadSources(ctx, kind, spec);
  const { parts, maps } = await ctx.adapters.inference.mapParts(
    { kind: kind.id, spec, sources, stands: [stand] },
    signal ? { signal } : {},
  );
  const { masked, ground } = partsUnder(kind, spec, parts, maps[0]!, mask);
  if (masked.length === 0 || ground > MOSTLY_GROUND) throw onlyGround();
  const { avoided, notes } = sayNegative(kind, wish);
  const random = seededRandom(seed);
  const said = inGrammar(countingWords(wish));
  const repaint = repaintSpec(kind, spec, { ...said, masked, random, avoided });
  const refused = repaint.notes.filter(({ verdict }) => verdict === "refused");
  if (!repaint.notes.some(({ verdict }) => verdict === "changed")) {
    throw invalidInput(refused[0]?.message ?? "Nothing under the mask changes by that.", {
      details: { field: "prompt" },
    });
  }
  return { ...start, spec: repaint.spec, notes: [...repaint.notes, ...notes] };
}

function mapSize(ratio: PlanInput["wish"]["aspectRatio"]) {
  const { widthPx, heightPx } = sizeOfAspect(ratio);
  const scale = MAP_EDGE_PX / Math.max(widthPx, heightPx);
  return { widthPx: Math.round(widthPx * scale), heightPx: Math.round(heightPx * scale) };
}

/** A stored mask in a map's size: 1 where it is light. Throws `invalid_input` where it is dark all over. */
async function maskOf(ctx: Ctx, id: string, width: number, height: number): Promise<Uint8Array> {
  const { png } = await pictureRaster(ctx, id);
  const grey = await sharp(png)
    .flatten({ background: "black" })
    .resize(width, height, { fit: "fill" })
    .greyscale()
    .extractChannel(0)
    .raw()
    .toBuffer();
  const mask = Uint8Array.from(grey, (value) => Number(value >= MASKED));
  if (mask.includes(1)) return mask;
  throw invalidInput("The mask is empty. Paint over what shall change.", {
    details: { field: "mask_id" },
  });
}

const onlyGround = () =>
  invalidInput(
    "Only the ground lies under the mask. Paint over the piece; light and ground are chosen in the settings.",
    {
      details: { field: "mask_id" },
    },
  );
