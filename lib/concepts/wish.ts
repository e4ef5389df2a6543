import type { Ctx } from "#lib/context.ts";
import { requireImage } from "#lib/images/find-image.ts";
import { requireAllowedText } from "#lib/moderation/require-allowed-text.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import { nearestAspect } from "./aspect.ts";
import type { ConceptWay, ConceptWish } from "./types.ts";

/** A wish as it comes: what is left out takes its usual value. */
export type WishInput = Partial<ConceptWish>;

/** Pictures a wish may name, with what the API calls them. */
const PICTURES = {
  imageId: "image_id",
  maskId: "mask_id",
  referenceId: "reference_id",
  sketchId: "control.image_id",
} as const;

/** What each way needs to be given. */
const NEEDS: Partial<Record<ConceptWay, keyof typeof PICTURES | "style">> = {
  style: "style",
  transfer: "referenceId",
  repaint: "maskId",
  sketch: "sketchId",
  twin: "imageId",
};

/**
 * A wish made whole and checked before anything is stored: its words may be said, its pictures are the actor's, and the
 * way has what it needs. Throws `rule_broken`, `not_found`, `invalid_input`.
 */
export async function completeWish(
  ctx: Ctx,
  input: WishInput,
  workspaceId?: string,
): Promise<ConceptWish> {
  const way = input.way ?? wayOf(input);
  requireNeeds(way, input);
  requirePainter(ctx, input);
  for (const text of [input.prompt, input.enhancedPrompt]) {
    if (text)
      await requireAllowedText(ctx, {
        text,
        subjectType: "prompt",
        ...(workspaceId && { workspaceId }),
      });
  }
  const named = Object.keys(PICTURES) as (keyof typeof PICTURES)[];
  const rows = new Map<string, { width: number; height: number }>();
  for (const name of named) if (input[name]) rows.set(name, await requireImage(ctx, input[name]));
  const source = rows.get("imageId");
  const usual = source ? nearestAspect(source.width / source.height) : "1:1";
  return {
    ...input,
    way,
    enhance: input.enhance ?? true,
    engine: input.engine ?? "embedded",
    // A mask fits the picture it was drawn on, and a twin stands beside its original.
    aspectRatio: way === "repaint" || way === "twin" ? usual : (input.aspectRatio ?? usual),
  };
}

/** The way a wish means when it does not say: by what it brings. */
export function wayOf({
  maskId,
  sketchId,
  referenceId,
  style,
  imageId,
  prompt,
}: WishInput): ConceptWay {
  if (maskId) return "repaint";
  if (sketchId) return "sketch";
  if (referenceId) return "transfer";
  if (style) return "style";
  return imageId || !prompt ? "variation" : "picture";
}

/** Refused at once: a picture that waits for a model nobody rents would only fail later. */
function requirePainter({ adapters: { inference } }: Ctx, { engine }: WishInput): void {
  if (engine !== "provider" || inference.offers("text-to-image")) return;
  throw invalidInput(
    "No image model is rented here. Leave `engine` out: this machine draws the design's numbers.",
    { details: { field: "engine", allowed: ["embedded"] } },
  );
}

function requireNeeds(way: ConceptWay, input: WishInput): void {
  const needed = NEEDS[way];
  if (!needed || input[needed]) return;
  const field = needed === "style" ? needed : PICTURES[needed];
  throw invalidInput(`For this, send ${field}.`, { details: { field } });
}
