import { createHash } from "node:crypto";
import type { DrawnCartoon } from "#lib/adapters/figures/port.ts";
import type { Engine, SourcePicture } from "#lib/adapters/inference/port.ts";
import { signedPicture } from "#lib/images/signed-picture.ts";
import { FACE_EDGE_PX, windowOf, withinWindow } from "#lib/kernel/figurine/cartoon/face-window.ts";
import { mergeReadings } from "#lib/kernel/figurine/cartoon/merge-readings.ts";
import type { FaceReading } from "#lib/kernel/figurine/cartoon/types.ts";
import type { FigurineInput } from "../options.ts";
import { marksOf, rasterPng, readPhoto } from "../photo-crop.ts";
import type { CartoonResult, StoredCartoon } from "../types.ts";
import { type StageWork, storePicture, tell } from "./stage-work.ts";
import { type StyledPicture, styleElsewhere } from "./style-elsewhere.ts";

/** A photo with where its face is, and how many candidates are drawn of it. */
interface FacePlace extends Pick<FigurineInput, "photo" | "crop" | "eyes" | "mouth"> {
  count: number;
}

/** A candidate with the photo it is of, and the provider's picture where one drew it. */
interface Candidate extends DrawnCartoon {
  photo: number;
  from: ({ engine: Engine } & StyledPicture) | undefined;
}

interface DrawnPhoto {
  reading: FaceReading;
  engine: Engine;
  candidates: Candidate[];
}

/**
 * Draws the candidates of a cartoon, of every photo whose face is marked, by the provider's model where there is one, and
 * reads what the photos show.
 */
export async function drawCartoonStage(work: StageWork): Promise<CartoonResult> {
  const { input } = work;
  const places: FacePlace[] = [
    { ...input, count: input.candidates },
    ...input.others.map((other) => ({ ...other, crop: other.crop ?? null, count: 1 })),
  ];
  const drawn: DrawnPhoto[] = [];
  for (const [index, place] of places.entries()) {
    const words = places.length > 1 ? ` of photo ${place.photo + 1}` : "";
    await tell(work, 0.05 + (0.8 * index) / places.length, `Drawing the cartoon${words}`);
    drawn.push(await drawOf(work, place));
  }
  const candidates = drawn
    .flatMap((photo) => photo.candidates)
    .sort((one, other) => other.score.total - one.score.total);
  const stored: StoredCartoon[] = [];
  for (const candidate of candidates) stored.push(await storeCandidate(work, candidate));
  const [own, ...rest] = drawn.map(({ reading }) => reading);
  return { reading: mergeReadings(own!, rest), engine: drawn[0]!.engine, candidates: stored };
}

async function drawOf(work: StageWork, place: FacePlace): Promise<DrawnPhoto> {
  const { ctx, input, signal } = work;
  const { photo, marks } = await cutFace(work, place);
  const seeds = Array.from({ length: place.count }, (_, i) => input.seed + i);
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
  const from = (seed: number) => {
    const picture = styled?.pictures[seeds.indexOf(seed)];
    return picture && { engine, ...picture };
  };
  return {
    ...{ reading, engine },
    candidates: candidates.map((one) => ({ ...one, photo: place.photo, from: from(one.seed) })),
  };
}

/** The part of the photo a cartoon needs, and where eyes and mouth are in it. */
async function cutFace({ ctx, row }: StageWork, place: FacePlace) {
  const { photo, bytes } = await readPhoto(ctx, row, place);
  const marks = marksOf(place);
  const window = windowOf(marks, photo.width / photo.height);
  const png = await rasterPng(bytes, window, FACE_EDGE_PX);
  const sha256 = createHash("sha256").update(png).digest("hex");
  return { photo: { png, sha256 } satisfies SourcePicture, marks: withinWindow(marks, window) };
}

async function storeCandidate(work: StageWork, candidate: Candidate): Promise<StoredCartoon> {
  const { seed, photo, skin, score, edgePx, picture, face, from } = candidate;
  const providerRequestId = from?.providerRequestId ?? null;
  const file = { mediaType: "image/png", width: edgePx, height: edgePx, seed } as const;
  const lineage = from && { engine: from.engine, providerRequestId };
  const store = async (view: "cartoon" | "face", drawn: Uint8Array) => {
    const bytes = from ? await signed(work, drawn, from) : drawn;
    return storePicture(work, { ...file, bytes, name: `${view}-${photo}-${seed}`, view, lineage });
  };
  const pictureId = await store("cartoon", picture);
  const faceId = await store("face", face);
  return { seed, photo, pictureId, faceId, skin, score, providerRequestId };
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
