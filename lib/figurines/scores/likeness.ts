import type { Likeness } from "#lib/adapters/face/port.ts";
import { difference, hexToLab } from "#lib/kernel/figurine/cartoon/colour.ts";
import type { FaceReading } from "#lib/kernel/figurine/cartoon/types.ts";
import { EYE_AT, MOUTH_AT } from "#lib/kernel/figurine/face.ts";
import type { FigurineSpec } from "#lib/kinds/figurine/schema.ts";
import { rasterPng, readPhoto, WHOLE } from "../photo-crop.ts";
import { resultOf, type StageWork } from "../stages/stage-work.ts";
import type { Score } from "../types.ts";
import { scored } from "./band.ts";

/** Edge of the crop that is compared, px. */
const COMPARED_PX = 640;

const NO_FACE = {
  one: "The face model finds no face in the photo.",
  other: "The face model finds no face in the figurine: its style is too far from one.",
} as const;

/** Whether it looks like the person, as a face model says; "not measured" without one, or where it finds no face. */
export async function likenessScore(work: StageWork): Promise<Score> {
  const { faces } = work.ctx.adapters;
  const likeness = faces.model && work.row.photos.length > 0 ? await measure(work) : null;
  const isMeasured = likeness !== null && "cosine" in likeness;
  return scored({
    id: "likeness",
    label: "Likeness",
    value: isMeasured ? Math.max(0, likeness.cosine) : null,
    meaning:
      "Whether a face model takes photo and figurine for one person: the cosine of the two faces' ArcFace vectors. It needs a face model; without one it is not measured.",
    bands: [
      { from: 0.8, label: "strong" },
      { from: 0.55, label: "moderate" },
      { from: 0, label: "weak" },
    ],
    terms: {
      model: faces.model,
      ...(likeness && !isMeasured && { reason: NO_FACE[likeness.noFaceIn] }),
    },
  });
}

async function measure(work: StageWork): Promise<Likeness | null> {
  const { ctx, row, input, signal } = work;
  const { bytes } = await readPhoto(ctx, row, input);
  const face = await rasterPng(bytes, input.crop ?? WHOLE, COMPARED_PX);
  const { pictureId } = resultOf(work, "head");
  const head = await ctx.db.image.findUniqueOrThrow({
    where: { id: pictureId },
    select: { blobKey: true },
  });
  const made = await ctx.adapters.blob.read(head.blobKey);
  return ctx.adapters.faces.likeness({ bytes: face }, { bytes: made }, { signal });
}

/** Colour difference, ΔE, that halves the term, and stretch of proportions that does. */
const HALF_COLOUR = 18;
const HALF_STRETCH = 0.7;

/** How near colours and proportions are to the photo's. It says nothing of who it looks like. */
export function similarityScore(reading: FaceReading, spec: FigurineSpec): Score {
  const near = (one: string, other: string) =>
    0.5 ** (difference(hexToLab(one), hexToLab(other)) / HALF_COLOUR);
  const skin = near(reading.skin, spec.skinColour);
  const hair = reading.hair
    ? near(reading.hair.main, spec.hairColour)
    : spec.hair === "bald"
      ? 1
      : 0;
  const made = (2 * EYE_AT[0]) / (EYE_AT[1] - MOUTH_AT[1]);
  const proportions = 0.5 ** (Math.abs(Math.log(made / reading.eyesToMouth)) / HALF_STRETCH);
  const round = (value: number) => Number(value.toFixed(3));
  return scored({
    id: "similarity",
    label: "Colours and proportions",
    value: 0.4 * skin + 0.35 * hair + 0.25 * proportions,
    meaning:
      "How near skin colour, hair colour and the place of the eyes are to the photo's; 1 is the same. It is no likeness: two people with brown hair come out alike. A strong style lowers it on purpose.",
    bands: [
      { from: 0.75, label: "close to the photo" },
      { from: 0.5, label: "as the style has it" },
      { from: 0, label: "far from the photo" },
    ],
    terms: { skin: round(skin), hair: round(hair), proportions: round(proportions) },
  });
}
