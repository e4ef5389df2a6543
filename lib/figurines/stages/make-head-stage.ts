import { loadSources } from "#lib/images/picture-raster.ts";
import type { FaceReading } from "#lib/kernel/figurine/cartoon/types.ts";
import { figurineSpec, headSpec } from "#lib/kinds/figurine/from-face.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { unavailable } from "#lib/shared/errors.ts";
import { chosenCartoon } from "../chosen-cartoon.ts";
import { FIGURINE_KIND } from "../merge-input.ts";
import type { HeadResult } from "../types.ts";
import { resultOf, type StageWork, storePicture, tell } from "./stage-work.ts";

/** Edge of a stage's picture, px. */
export const STAGE_EDGE_PX = 448;

/** Forms the head by style and photo, lays the face onto it, and shows it. */
export async function makeHeadStage(work: StageWork): Promise<HeadResult> {
  const { input } = work;
  await tell(work, 0.1, "Forming the head");
  const cartoon = resultOf(work, "cartoon");
  const spec = headSpec(input, cartoon.reading, chosenCartoon(cartoon, input));
  const found = wordsOf(cartoon.reading, spec as Record<string, unknown>);
  const pictureId = await drawView(work, figurineSpec(input, spec), "head");
  return { spec, found, pictureId };
}

function wordsOf({ hair }: FaceReading, spec: Record<string, unknown>): string[] {
  const style = String(spec.hair);
  const beard = String(spec.beard);
  return [
    style === "bald" || !hair ? "no hair" : `${style} hair`,
    ...(beard === "none" ? [] : [beard === "full" ? "full beard" : beard]),
    `${String(spec.headShape)} face`,
    ...(spec.glasses === "none"
      ? []
      : [spec.glasses === "sunglasses" ? "sunglasses" : `${spec.glasses} glasses`]),
  ];
}

/** Draws one view of a figurine's final mesh and stores it. Answers the picture's id. */
export async function drawView(
  work: StageWork,
  spec: Record<string, unknown>,
  view: "head" | "hero" | "front" | "side" | "back" | "turntable",
  revisionId?: string,
): Promise<string> {
  const { ctx, signal } = work;
  const sources = await loadSources(ctx, getKind(FIGURINE_KIND), spec);
  const order = { view, seed: 0, sizePx: STAGE_EDGE_PX, quality: "final" } as const;
  const [drawn] = await ctx.adapters.inference.drawPictures(
    { kind: FIGURINE_KIND, spec, sources, pictures: [order] },
    { signal },
  );
  if (!drawn) throw unavailable("The picture came back empty. Try again.");
  const { bytes, mediaType, width, height } = drawn;
  return storePicture(work, { name: view, view, bytes, mediaType, width, height, revisionId });
}
