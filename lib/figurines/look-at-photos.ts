import type { Ctx } from "#lib/context.ts";
import { type CheckedCrop, checkCrop } from "./check-crop.ts";
import type { FigurineInput } from "./options.ts";
import { readPhoto } from "./photo-crop.ts";
import type { CropCheck, FigurineRow } from "./types.ts";

export interface LookedAt {
  /** What is asked for, with what was found: which photo the face is of, its marks, and which others help. */
  input: FigurineInput;
  checks: CropCheck[];
}

type Place = Pick<FigurineInput, "photo" | "crop" | "eyes" | "mouth">;
type OtherPhoto = FigurineInput["others"][number];
type Photos = Pick<FigurineRow, "photos">;

/**
 * Looks at the crop of the photo the face is of, and at the others where they are marked. With `isOpen` the best of all
 * photos is taken for the face. Another that cannot be used is left out and said so; it refuses nothing.
 */
export async function lookAtPhotos(
  ctx: Ctx,
  row: Photos,
  given: FigurineInput,
  { isOpen = false } = {},
): Promise<LookedAt> {
  const all = isOpen ? row.photos.map((_, photo) => photo) : [given.photo];
  const looked = await Promise.all(
    all.map(async (photo) => ({ photo, ...(await look(ctx, row, { ...given, photo })) })),
  );
  const best = looked.toSorted(byWorth)[0]!;
  const { found } = best;
  const isMarked = given.eyes !== null && given.mouth !== null;
  const marks = found && !isMarked && { eyes: eyesOf(found), mouth: found.mouth };
  const others = await lookAtOthers(ctx, row, { ...given, photo: best.photo });
  return {
    input: { ...given, ...marks, photo: best.photo, others: others.flatMap(({ use }) => use) },
    checks: [...best.checks, ...others.map(({ check }) => check)],
  };
}

const eyesOf = ({ rightEye, leftEye }: NonNullable<CheckedCrop["found"]>) => ({
  right: [...rightEye] as [number, number],
  left: [...leftEye] as [number, number],
});

async function look(ctx: Ctx, row: Photos, place: Place): Promise<CheckedCrop> {
  const { photo, bytes } = await readPhoto(ctx, row, place);
  const { width: widthPx, height: heightPx, tones } = photo;
  return checkCrop(ctx, { bytes, widthPx, heightPx, tones, input: place });
}

const failures = ({ checks }: CheckedCrop) => checks.filter(({ status }) => status === "fail");

/** The fewest faults first, then the sharpest. */
const byWorth = (one: CheckedCrop, other: CheckedCrop) =>
  failures(one).length - failures(other).length ||
  other.measures.sharpness - one.measures.sharpness;

interface Other {
  use: OtherPhoto[];
  check: CropCheck;
}

/** What each photo besides the face's own is good for. */
async function lookAtOthers(ctx: Ctx, row: Photos, input: FigurineInput): Promise<Other[]> {
  const rest = row.photos.map((_, photo) => photo).filter((photo) => photo !== input.photo);
  return Promise.all(
    rest.map(async (photo): Promise<Other> => {
      const other = input.others.find((one) => one.photo === photo);
      if (!other)
        return {
          use: [],
          check: said(
            "warn",
            `Photo ${photo + 1} is kept and not used: its eyes and mouth are not marked.`,
          ),
        };
      const faults = failures(await look(ctx, row, { ...other, crop: other.crop ?? null }));
      const why = faults.map(({ message }) => message).join(" ");
      if (why)
        return { use: [], check: said("warn", `Photo ${photo + 1} is kept and not used. ${why}`) };
      const use = `Photo ${photo + 1} gives a candidate and helps with the colour of the hair.`;
      return { use: [other], check: said("pass", use) };
    }),
  );
}

const said = (status: CropCheck["status"], message: string): CropCheck => ({
  ...{ check: "photo", status, message },
});
