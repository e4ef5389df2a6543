import { createHash } from "node:crypto";
import type { DrawnCartoon } from "#lib/adapters/figures/port.ts";
import type { Engine, SourcePicture } from "#lib/adapters/inference/port.ts";
import { signedPicture } from "#lib/images/signed-picture.ts";
import { type Crop, type Marks, marksOf, rasterPng, readPhoto } from "../photo-crop.ts";
import type { CartoonResult, StoredCartoon } from "../types.ts";
import { type StageWork, storePicture, tell } from "./stage-work.ts";
import { type StyledPicture, styleElsewhere } from "./style-elsewhere.ts";

/** Edge at which a face is looked at, px. */
const FACE_EDGE_PX = 640;
/** What a cartoon takes around the middle of the eyes: in eye distances to the sides, in distances to the mouth up and down. */
const REACH = { side: 2, up: 2.6, down: 3.3 };

/** Draws the candidates of a cartoon, by the provider's model where there is one, and reads what the photo shows. */
export async function drawCartoonStage(work: StageWork): Promise<CartoonResult> {
  const { ctx, input, signal } = work;
  await tell(work, 0.05, "Looking at the photo");
  const { photo, marks } = await cutFace(work);
  await tell(work, 0.2, "Drawing the cartoon");
  const seeds = Array.from({ length: input.candidates }, (_, i) => input.seed + i);
  const styled = await styleElsewhere(work, photo, seeds);
  const { reading, candidates } = await ctx.adapters.figures.drawCartoons(
    {
      ...{ photo, marks, style: input.style, strength: input.strength, seeds },
      ...(styled && { made: styled.pictures }),
      ...(input.skinColour && { skin: input.skinColour }),
      ...(input.hairColour && { hair: input.hairColour }),
    },
    { signal },
  );
  const engine = styled?.engine ?? ctx.adapters.inference.engine;
  const stored = [];
  for (const candidate of candidates) {
    const from = styled?.pictures[seeds.indexOf(candidate.seed)];
    stored.push(await storeCandidate(work, candidate, from && { engine, ...from }));
  }
  return { reading, engine, candidates: stored };
}

/** The part of the photo a cartoon needs, and where eyes and mouth are in it. */
async function cutFace({ ctx, row, input }: StageWork) {
  const { photo, bytes } = await readPhoto(ctx, row, input);
  const marks = marksOf(input);
  const window = windowOf(marks, photo.width / photo.height);
  const png = await rasterPng(bytes, window, FACE_EDGE_PX);
  const sha256 = createHash("sha256").update(png).digest("hex");
  return { photo: { png, sha256 } satisfies SourcePicture, marks: within(marks, window) };
}

async function storeCandidate(
  work: StageWork,
  { seed, skin, score, edgePx, picture, face }: DrawnCartoon,
  from: ({ engine: Engine } & StyledPicture) | undefined,
): Promise<StoredCartoon> {
  const providerRequestId = from?.providerRequestId ?? null;
  const file = { mediaType: "image/png", width: edgePx, height: edgePx, seed } as const;
  const lineage = from && { engine: from.engine, providerRequestId };
  const store = async (name: "cartoon" | "face", drawn: Uint8Array) => {
    const bytes = from ? await signed(work, drawn, from) : drawn;
    return storePicture(work, { ...file, bytes, name: `${name}-${seed}`, view: name, lineage });
  };
  const pictureId = await store("cartoon", picture);
  const faceId = await store("face", face);
  return { seed, pictureId, faceId, skin, score, providerRequestId };
}

/** A provider's cartoon says inside who drew it. */
async function signed(
  { input, row }: StageWork,
  drawn: Uint8Array,
  { engine, providerRequestId }: { engine: Engine } & StyledPicture,
): Promise<Uint8Array> {
  const lineage = {
    ...{ figurine: row.id, style: input.style, engine: `${engine.name} ${engine.version}` },
    ...(providerRequestId && { request: providerRequestId }),
  };
  return (await signedPicture(drawn, { lineage, hasSource: true, format: "png" })).bytes;
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
