import { createHash } from "node:crypto";
import sharp from "sharp";
import type { PictureTask } from "#lib/adapters/inference/picture-tasks.ts";
import type { SourcePicture } from "#lib/adapters/inference/port.ts";
import type { Ctx } from "#lib/context.ts";
import { loadSources, pictureRaster } from "#lib/images/picture-raster.ts";
import { STYLES } from "#lib/kinds/variants/styles.ts";
import { unavailable } from "#lib/shared/errors.ts";
import { sizeOfAspect } from "./aspect.ts";
import { completedWords, lookOfWish, saySpec } from "./plan-words.ts";
import type { RevisionBase } from "./source.ts";
import type { ConceptWish } from "./types.ts";

export interface Painting {
  wish: ConceptWish;
  base: RevisionBase;
  seed: number;
  signal?: AbortSignal | undefined;
}

/** How far a style may go, and how closely a sketch is followed, 0 to 1. */
const STYLE_STRENGTH = 0.7;
const SKETCH_STRENGTH = 0.8;

/** The words a model paints by: the person's as they edited them, else theirs with what the piece would be as one sentence. */
export function paintedWords(wish: ConceptWish, { kind, spec, look }: RevisionBase): string {
  const { prompt, enhance, enhancedPrompt } = wish;
  if (!enhance && prompt) return prompt;
  if (enhancedPrompt) return enhancedPrompt;
  const said = completedWords(kind, saySpec(kind, spec, wish).spec, lookOfWish(wish, look));
  return prompt ? `${prompt.replace(/[.\s]*$/, ".")} ${said}` : said;
}

/** The wish as a task for a generative model. Throws `not_found` where a picture is gone. */
export async function toPictureTask(ctx: Ctx, painting: Painting): Promise<PictureTask> {
  const { wish, base, seed } = painting;
  const prompt = paintedWords(wish, base);
  const common = {
    prompt,
    seed,
    ...(wish.negativePrompt && { negativePrompt: wish.negativePrompt }),
  };
  switch (wish.way) {
    case "picture":
      return { task: "text-to-image", ...common, ...sizeOfAspect(wish.aspectRatio) };
    case "sketch": {
      const picture = await pictureRaster(ctx, wish.sketchId!);
      return { task: "control", ...common, picture, by: "edges", strength: SKETCH_STRENGTH };
    }
    case "repaint": {
      const picture = await startPicture(ctx, painting);
      const mask = await fitted(await pictureRaster(ctx, wish.maskId!), picture);
      return { task: "inpaint", ...common, picture, mask };
    }
    default:
      return ofStart(ctx, painting, common);
  }
}

type Common = { prompt: string; seed: number; negativePrompt?: string };

/** Ways that change the whole of the picture they start from. */
async function ofStart(ctx: Ctx, painting: Painting, common: Common): Promise<PictureTask> {
  const { wish } = painting;
  const picture = await startPicture(ctx, painting);
  const style = { task: "restyle", ...common, picture, strength: STYLE_STRENGTH } as const;
  if (wish.way === "transfer") {
    return { ...style, reference: await pictureRaster(ctx, wish.referenceId!) };
  }
  if (wish.way === "style" && wish.style) {
    return { ...style, prompt: `${STYLES[wish.style].words} ${common.prompt}` };
  }
  const prompt = `Another variation of this piece, the same kind of thing. ${common.prompt}`;
  return { task: "edit", ...common, prompt, pictures: [picture] };
}

/** The picture it starts from: the one that was named, else the revision as the kernel draws it. */
async function startPicture(ctx: Ctx, { wish, base, signal }: Painting): Promise<SourcePicture> {
  if (wish.imageId) return pictureRaster(ctx, wish.imageId);
  const { kind, spec, look } = base;
  const { widthPx, heightPx } = sizeOfAspect(wish.aspectRatio);
  const { view, lights, background, cameraSeed } = look;
  const order = { view, lights, background, seed: cameraSeed, quality: "final" as const };
  const sources = await loadSources(ctx, kind, spec);
  const [drawn] = await ctx.adapters.inference.drawPictures(
    { kind: kind.id, spec, sources, pictures: [{ ...order, sizePx: widthPx, heightPx }] },
    signal ? { signal } : {},
  );
  if (!drawn) throw unavailable("The picture came back empty. Try again.");
  return toSource(await sharp(drawn.bytes).ensureAlpha().png().toBuffer());
}

/** A mask in the very size of its picture, as models want it. */
async function fitted(mask: SourcePicture, picture: SourcePicture): Promise<SourcePicture> {
  const { width, height } = await sharp(picture.png).metadata();
  const png = await sharp(mask.png)
    .flatten({ background: "black" })
    .resize(width, height, { fit: "fill" })
    .greyscale()
    .png()
    .toBuffer();
  return toSource(png);
}

function toSource(png: Buffer): SourcePicture {
  return {
    png: new Uint8Array(png),
    sha256: createHash("sha256").update(png).digest("hex"),
  };
}
