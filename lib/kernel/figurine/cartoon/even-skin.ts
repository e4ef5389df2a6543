import { CANVAS_PX } from "./canvas.ts";
import { type Lab, labAt, mixLab } from "./colour.ts";
import { boxBlur } from "./smooth.ts";
import { asHair } from "./tones.ts";
import type { FaceAreas, LabImage } from "./types.ts";

/** Radius over which light on a face is kept, px; what is finer (pores, glare, noses) is of the photo alone. */
const SOFT_PX = 13;
/** How much of the light on the face stays, and how far it may go from the skin, ΔL. */
const LIGHT_KEPT = 0.5;
const DARKEST = -7;
const LIGHTEST = 4;

/**
 * The face in one colour of skin, `share` of the way, with the soft light of the photo left: a head of centimetres shows
 * a photo's blotches, glare and shadows as dirt. Beards stay.
 */
export function evenSkin(
  image: LabImage,
  { face, beard, hair }: FaceAreas,
  skin: Lab,
  share: number,
): LabImage {
  const light = Float32Array.from(face, (_, pixel) => image.lab[3 * pixel]!);
  const once = boxBlur(light, CANVAS_PX, CANVAS_PX, SOFT_PX);
  const soft = boxBlur(once, CANVAS_PX, CANVAS_PX, SOFT_PX);
  const lab = Float32Array.from(image.lab);
  for (let pixel = 0; pixel < soft.length; pixel++) {
    if (hair[pixel] === 1) {
      lab.set(mixLab(labAt(image, pixel), asHair(labAt(image, pixel)), share), 3 * pixel);
      continue;
    }
    const by = share * face[pixel]! * (1 - beard[pixel]!);
    if (by === 0) continue;
    const lit = Math.min(LIGHTEST, Math.max(DARKEST, (soft[pixel]! - skin[0]) * LIGHT_KEPT));
    lab.set(mixLab(labAt(image, pixel), [skin[0] + lit, skin[1], skin[2]], by), 3 * pixel);
  }
  return { ...image, lab };
}
