import { createHash } from "node:crypto";
import { type Crop, type Marks, marksOf, rasterPng, readPhoto } from "../photo-crop.ts";
import type { CartoonResult } from "../types.ts";
import { type StageWork, storePicture, tell } from "./stage-work.ts";

/** Edge at which a face is looked at, px. */
const FACE_EDGE_PX = 640;
/** What a cartoon takes around the middle of the eyes: in eye distances to the sides, in distances to the mouth up and down. */
const REACH = { side: 2, up: 2.6, down: 3.3 };

/** Draws the candidates of a cartoon and reads what the photo shows. */
export async function drawCartoonStage(work: StageWork): Promise<CartoonResult> {
  const { ctx, row, input, signal } = work;
  await tell(work, 0.05, "Looking at the photo");
  const { photo, bytes } = await readPhoto(ctx, row, input);
  const marks = marksOf(input);
  const window = windowOf(marks, photo.width / photo.height);
  const png = await rasterPng(bytes, window, FACE_EDGE_PX);
  await tell(work, 0.2, "Drawing the cartoon");
  const { reading, candidates } = await ctx.adapters.figures.drawCartoons(
    {
      photo: { png, sha256: createHash("sha256").update(png).digest("hex") },
      marks: within(marks, window),
      ...{ style: input.style, strength: input.strength },
      seeds: Array.from({ length: input.candidates }, (_, i) => input.seed + i),
      ...(input.skinColour && { skin: input.skinColour }),
      ...(input.hairColour && { hair: input.hairColour }),
    },
    { signal },
  );
  const stored = [];
  for (const { seed, skin, score, edgePx, picture, face } of candidates) {
    const file = { bytes: picture, mediaType: "image/png", width: edgePx, height: edgePx } as const;
    const pictureId = await storePicture(work, {
      ...file,
      name: `cartoon-${seed}`,
      view: "cartoon",
      seed,
    });
    const faceId = await storePicture(work, {
      ...file,
      bytes: face,
      name: `face-${seed}`,
      view: "face",
      seed,
    });
    stored.push({ seed, pictureId, faceId, skin, score });
  }
  return { reading, candidates: stored };
}

/** The part of the photo a cartoon needs, as shares. */
function windowOf({ rightEye, leftEye, mouth }: Marks, aspect: number): Crop {
  const middle = [(rightEye[0] + leftEye[0]) / 2, (rightEye[1] + leftEye[1]) / 2] as const;
  const across = Math.hypot((leftEye[0] - rightEye[0]) * aspect, leftEye[1] - rightEye[1]);
  const down = Math.hypot((mouth[0] - middle[0]) * aspect, mouth[1] - middle[1]);
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  const [left, right] = [-1, 1].map((side) =>
    clamp(middle[0] + (side * REACH.side * across) / aspect),
  );
  const [top, foot] = [clamp(middle[1] - REACH.up * down), clamp(middle[1] + REACH.down * down)];
  return { x: left!, y: top, width: right! - left!, height: foot - top };
}

function within({ rightEye, leftEye, mouth }: Marks, { x, y, width, height }: Crop): Marks {
  const at = ([u, v]: readonly [number, number]) => [(u - x) / width, (v - y) / height] as const;
  return { rightEye: at(rightEye), leftEye: at(leftEye), mouth: at(mouth) };
}
