import { v5 as uuidOf } from "uuid";
import type { PictureView } from "#lib/adapters/inference/port.ts";
import { invalidInput } from "#lib/shared/errors.ts";

/** A picture somebody asked for: one task of a `draw-pictures` job. */
export interface RequestedPicture {
  view: PictureView;
  seed: number;
  sizePx: number;
}

export const PICTURE_VIEWS = [
  "hero",
  "front",
  "side",
  "top",
  "detail",
] as const satisfies readonly PictureView[];

/** Edge of a concept picture, px. */
export const PICTURE_SIZE_PX = 768;
/** Most pictures one request may ask for. */
export const MAX_PICTURES = 4;
/** Seeds are whole numbers below this. */
export const SEED_LIMIT = 2 ** 31;

/** Pictures of a new design: the one that sells it, and two that show how it is made. */
export function firstPictures(seed: number): RequestedPicture[] {
  return picturesOf(["hero", "front", "top"], seed);
}

/** The picture an edit is judged by. */
export function editPictures(seed: number): RequestedPicture[] {
  return picturesOf(["hero"], seed);
}

export function picturesOf(views: readonly PictureView[], seed: number): RequestedPicture[] {
  return views.map((view) => ({ view, seed, sizePx: PICTURE_SIZE_PX }));
}

/** The id a picture of a revision has, whoever draws it and how often. */
export function pictureId(revisionId: string, picture: Pick<RequestedPicture, "view" | "seed">) {
  return uuidOf(`${picture.view}/${picture.seed}`, revisionId);
}

export function randomSeed(): number {
  return Math.floor(Math.random() * SEED_LIMIT);
}

/** A seed as given. Throws `invalid_input` outside 0 to 2³¹ − 1. */
export function parseSeed(seed: number): number {
  if (Number.isInteger(seed) && seed >= 0 && seed < SEED_LIMIT) return seed;
  throw invalidInput(`A seed is a whole number from 0 to ${SEED_LIMIT - 1}.`, {
    details: { field: "seed", minimum: 0, maximum: SEED_LIMIT - 1 },
  });
}
