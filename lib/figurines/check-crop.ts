import type { FoundFace } from "#lib/adapters/face/port.ts";
import type { Ctx } from "#lib/context.ts";
import { type CropMeasures, measureCrop } from "#lib/kernel/figurine/cartoon/measure-crop.ts";
import { isAppError } from "#lib/shared/errors.ts";
import type { FigurineInput } from "./options.ts";
import { type Crop, type Marks, marksOf, rasterOf, WHOLE } from "./photo-crop.ts";
import type { CropCheck } from "./types.ts";

/** Edge at which crops are measured, px: sharpness depends on it. */
const MEASURED_EDGE_PX = 320;
/** Least height of a crop, px of the photo. */
const LEAST_PX = 160;
/** Mean greys between which eyes and mouth are told apart, and contrast below which nothing is. */
const DARKEST = 0.14;
const LIGHTEST = 0.93;
const FLATTEST = 0.035;
/** Steepest steps over contrast; a photo in focus has 0.6 and more, one blurred by 4 px of 320 about 0.15. */
const BLURRED = 0.22;
const LEAST_TONES = 20;
/** Shares of the crop, and relations of the marks that no face goes beyond. */
const EYES_APART = { least: 0.1, most: 0.75 };
const MOUTH_DOWN = { least: 0.45, most: 2.2 };
const MOST_TILT = 0.6;
const MOST_SIDE = 0.5;
const TURNED_DEG = 35;

export interface CropToCheck {
  bytes: Uint8Array;
  widthPx: number;
  heightPx: number;
  /** Greys of the photo as it was sent. */
  tones: number;
  input: Pick<FigurineInput, "crop" | "eyes" | "mouth">;
}

type Verdict = [status: CropCheck["status"], message: string];

/** Faces whose middle lies within a crop, or why nobody looked for any. */
type LookedFor = FoundFace[] | "no model" | "no answer";

async function facesIn(
  { adapters }: Pick<Ctx, "adapters">,
  bytes: Uint8Array,
  crop: Crop,
): Promise<LookedFor> {
  try {
    const faces = await adapters.faces.find({ bytes });
    return faces?.filter((face) => isWithin(crop, face)) ?? "no model";
  } catch (error) {
    // Nothing needs the model: without its answer the person's marks count.
    if (isAppError(error) && error.code === "unavailable") return "no answer";
    throw error;
  }
}

function isWithin(crop: Crop, { box }: FoundFace): boolean {
  const [x, y] = [box.x + box.width / 2 - crop.x, box.y + box.height / 2 - crop.y];
  return x >= 0 && y >= 0 && x <= crop.width && y <= crop.height;
}

export interface CheckedCrop {
  checks: CropCheck[];
  measures: CropMeasures;
  /** Eyes and mouth of the one face a model found in it. */
  found: Marks | null;
}

/** Looks at a crop and its marks: each thing with what it is and what would work. */
export async function checkCrop(ctx: Ctx, photo: CropToCheck): Promise<CheckedCrop> {
  const crop = photo.input.crop ?? WHOLE;
  const measures = measureCrop(await rasterOf(photo.bytes, crop, MEASURED_EDGE_PX));
  const faces = await facesIn(ctx, photo.bytes, crop);
  const found = typeof faces !== "string" && faces.length === 1 ? faces[0]! : null;
  const verdicts: [CropCheck["check"], Verdict][] = [
    ["size", sizeOf(photo, crop)],
    ["light", lightOf(measures)],
    ["tones", tonesOf(photo)],
    ["sharpness", sharpnessOf(measures)],
    ["marks", markedOf(photo, crop, found)],
    ["face", faceOf(faces)],
    ["facing", facingOf(faces)],
  ];
  const checks = verdicts.map(([check, [status, message]]) => ({ check, status, message }));
  return { checks, measures, found };
}

function sizeOf({ widthPx, heightPx }: CropToCheck, crop: Crop): Verdict {
  const [wide, high] = [Math.round(crop.width * widthPx), Math.round(crop.height * heightPx)];
  if (Math.min(wide, high) >= LEAST_PX) return ["pass", `The crop is ${wide} × ${high} pixels.`];
  return [
    "fail",
    `The crop is only ${wide} × ${high} pixels. Choose at least ${LEAST_PX} × ${LEAST_PX}: a larger crop, or a photo taken nearer.`,
  ];
}

function lightOf({ brightness, contrast }: CropMeasures): Verdict {
  if (brightness < DARKEST)
    return ["fail", "The face is too dark to tell eyes and mouth. A photo by a window works."];
  if (brightness > LIGHTEST || contrast < FLATTEST)
    return ["fail", "The face is washed out. A photo without flash or sun in the face works."];
  return ["pass", "There is enough light."];
}

function tonesOf({ tones }: CropToCheck): Verdict {
  if (tones >= LEAST_TONES) return ["pass", "There are enough shades."];
  return [
    "fail",
    `The picture has only ${tones} shades, as a drawing or a fax has. A photo in colour works.`,
  ];
}

function sharpnessOf({ sharpness }: CropMeasures): Verdict {
  if (sharpness >= BLURRED) return ["pass", "The face is in focus."];
  return ["fail", "The face is blurred. A photo held still, with the face in focus, works."];
}

/** Marks that cannot be a face: too near, too far apart, upside down, outside the crop. */
function markedOf(
  { widthPx, heightPx, input }: CropToCheck,
  crop: Crop,
  found: FoundFace | null,
): Verdict {
  const isMarked = input.eyes !== null && input.mouth !== null;
  const marks = isMarked || !found ? marksOf(input) : found;
  const reason = wrongMarks(marks, crop, widthPx / heightPx);
  if (reason) return ["fail", reason];
  if (isMarked) return ["pass", "Eyes and mouth lie as in a face."];
  if (found) return ["pass", "The face model found eyes and mouth."];
  return ["warn", "Eyes and mouth were not marked; they are taken to be where the guide has them."];
}

function wrongMarks(
  { rightEye, leftEye, mouth }: Marks,
  crop: Crop,
  aspect: number,
): string | null {
  const isOutside = [rightEye, leftEye, mouth].some(
    ([u, v]) => u < crop.x || v < crop.y || u > crop.x + crop.width || v > crop.y + crop.height,
  );
  if (isOutside) return "A mark lies outside the crop. Put both eyes and the mouth inside it.";
  const across = (leftEye[0] - rightEye[0]) * aspect;
  if (across <= 0)
    return "The marks of the eyes are swapped. The person's right eye is on the left of the picture.";
  const tilt = Math.abs(leftEye[1] - rightEye[1]) / across;
  if (tilt > MOST_TILT)
    return "The eyes are marked far from level. Turn the photo so that the face is upright.";
  const ofCrop = across / (crop.width * aspect);
  if (ofCrop < EYES_APART.least)
    return "The eyes are marked too close together. Mark the middle of each eye, or crop nearer to the face.";
  if (ofCrop > EYES_APART.most)
    return "The eyes are marked too far apart. Mark the middle of each eye, or take more of the photo.";
  const middle = ((leftEye[0] + rightEye[0]) / 2) * aspect;
  const down = (mouth[1] - (leftEye[1] + rightEye[1]) / 2) / across;
  if (down < MOUTH_DOWN.least)
    return "The mouth is marked too high. Mark its middle, below both eyes.";
  if (down > MOUTH_DOWN.most)
    return "The mouth is marked too low. Mark its middle, above the chin.";
  const aside = Math.abs(mouth[0] * aspect - middle) / across;
  return aside > MOST_SIDE
    ? "The mouth is marked beside the face. Mark its middle, between the eyes."
    : null;
}

const NOT_CHECKED: Record<Extract<LookedFor, string>, Verdict> = {
  "no model": ["not_checked", "Not checked: no face model is set up here."],
  "no answer": ["not_checked", "Not checked: the face model does not answer just now."],
};

function faceOf(faces: LookedFor): Verdict {
  if (typeof faces === "string") return NOT_CHECKED[faces];
  if (faces.length === 0)
    return ["fail", "No face was found. A photo of one face from the front works."];
  if (faces.length > 1) return ["fail", `${faces.length} faces were found. Crop to one of them.`];
  return ["pass", "One face was found."];
}

function facingOf(faces: LookedFor): Verdict {
  if (typeof faces === "string") return NOT_CHECKED[faces];
  const [face] = faces;
  if (face && Math.abs(face.yawDeg) > TURNED_DEG)
    return ["fail", "The face is turned away. A photo looking at the camera works."];
  return ["pass", "The face looks ahead."];
}
