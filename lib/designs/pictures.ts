import { v5 as uuidOf } from "uuid";
import type {
  PictureBackground,
  PictureLights,
  PictureView,
} from "#lib/adapters/inference/port.ts";
import { invalidInput } from "#lib/shared/errors.ts";

/** How a picture is lit and what is behind it; studio light on a light ground where not given. */
export interface PictureLook {
  lights?: PictureLights | undefined;
  background?: PictureBackground | undefined;
}

/** A picture somebody asked for: one task of a `draw-pictures` job. */
export interface RequestedPicture extends PictureLook {
  view: PictureView;
  seed: number;
  sizePx: number;
}

export const PICTURE_LIGHTS = [
  "studio",
  "daylight",
  "dramatic",
] as const satisfies readonly PictureLights[];

export const PICTURE_BACKGROUNDS = [
  "light",
  "dark",
  "transparent",
] as const satisfies readonly PictureBackground[];

/** The look alone, without what is not given. */
export function toLook({ lights, background }: PictureLook): PictureLook {
  return { ...(lights && { lights }), ...(background && { background }) };
}

/** A look in one word; the usual one is empty, as it was before there were others. */
export function lookOf({ lights = "studio", background = "light" }: PictureLook): string {
  return lights === "studio" && background === "light" ? "" : `${lights}/${background}`;
}

export const PICTURE_VIEWS = [
  "hero",
  "front",
  "side",
  "back",
  "top",
  "detail",
  "head",
  "turntable",
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

export function picturesOf(
  views: readonly PictureView[],
  seed: number,
  look: PictureLook = {},
): RequestedPicture[] {
  return views.map((view) => ({ ...look, view, seed, sizePx: PICTURE_SIZE_PX }));
}

/** The id a picture of a revision has, whoever draws it and how often. */
export function pictureId(revisionId: string, picture: Omit<RequestedPicture, "sizePx">): string {
  const look = lookOf(picture);
  return uuidOf(`${picture.view}/${picture.seed}${look && `/${look}`}`, revisionId);
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
