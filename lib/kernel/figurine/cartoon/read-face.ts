import type { HeadShape } from "../head.ts";
import { beardMask, beardOf, faceMask, hairMask, hairStyleOf, volumeOf } from "./areas.ts";
import { pixelsIn } from "./canvas.ts";
import { labAt, labToHex } from "./colour.ts";
import { readBrows, readEyeColour, readMouth } from "./features.ts";
import { asHair, asSkin, type ChosenTones, fromNearest, type Tones, tonesOf } from "./tones.ts";
import type { FaceAreas, FaceReading, LabImage } from "./types.ts";

/** Width of the skin at a height, in the head's units. */
function skinWidth(image: LabImage, { skins, grounds, hair }: Tones, z: number): number {
  const row = pixelsIn(-18, 18, z, z);
  const isSkin = (pixel: number) => {
    const colour = labAt(image, pixel);
    const others = Math.min(fromNearest(colour, grounds), fromNearest(colour, hair));
    return fromNearest(colour, skins) < Math.min(26, others);
  };
  return (row.filter(isSkin).length / row.length) * 36;
}

/** Heights of cheekbones and jaw on the canvas. */
const CHEEK_Z = 12.5;
const JAW_Z = 6.8;

function headShapeOf(image: LabImage, tones: Tones, eyesToMouth: number): HeadShape {
  const [cheek, jaw] = [skinWidth(image, tones, CHEEK_Z), skinWidth(image, tones, JAW_Z)];
  if (cheek < 14) return "round";
  const taper = jaw / cheek;
  if (taper < 0.66) return "heart";
  if (eyesToMouth < 0.84) return "oval";
  return taper > 0.93 ? "square" : "round";
}

export interface ReadFace {
  reading: FaceReading;
  areas: FaceAreas;
}

/** What a canvas shows. `eyesToMouth` is of the picture before it was laid onto the canvas. */
export function readFace(image: LabImage, eyesToMouth: number, chosen: ChosenTones = {}): ReadFace {
  const tones = tonesOf(image, chosen);
  const mask = hairMask(image, tones);
  const beards = beardMask(image, tones, mask);
  const beard = beardOf(beards);
  const [dark, main, light] = tones.hair;
  const hasHair = dark && main && light;
  const inHex = (tone: typeof tones.skin) => labToHex(chosen.hair ? tone : asHair(tone));
  const reading: FaceReading = {
    skin: labToHex(chosen.skin ?? asSkin(tones.skin)),
    hair: hasHair ? { dark: inHex(dark), main: inHex(main), light: inHex(light) } : null,
    hairStyle: hasHair ? hairStyleOf(mask) : "bald",
    hairVolumePercent: hasHair ? volumeOf(mask) : 50,
    beard,
    headShape: headShapeOf(image, tones, eyesToMouth),
    eyeColour: labToHex(readEyeColour(image, tones.skin)),
    brows: readBrows(image, tones.skin),
    mouth: readMouth(image, tones.skin),
    eyesToMouth,
  };
  return {
    reading,
    areas: {
      face: faceMask(image, mask, tones),
      hair: Float32Array.from(mask),
      beard: beard === "none" ? new Float32Array(beards.length) : Float32Array.from(beards),
    },
  };
}
