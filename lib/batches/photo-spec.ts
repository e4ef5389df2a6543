import type { PhotoTaskInput } from "./types.ts";

/** The kind a photo's model is. */
export const OBJECT_KIND = "object";

const BACKS = { mirror: "symmetric", flat: "flat" } as const;
/** What takes the photo's colours, and what does without. */
const COLOURED = "full-colour-polyjet";
const PLAIN = "resin-grey";

/** The spec of the object a photo becomes: as it is in the photo, without a base. */
export function toObjectSpec(input: PhotoTaskInput) {
  const { imageId, maskId, heightMm, faceLimit, back, texture } = input;
  return {
    picture: imageId,
    ...(maskId && { mask: maskId }),
    heightMm,
    faceLimit,
    back: BACKS[back],
    base: false,
    material: texture ? COLOURED : PLAIN,
  };
}
