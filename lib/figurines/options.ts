import { z } from "zod";
import { STYLE_IDS } from "#lib/kernel/figurine/cartoon/types.ts";
import { STANDARD_WISH } from "#lib/kinds/figurine/from-face.ts";
import { figurineSchema } from "#lib/kinds/figurine/schema.ts";

export const MOST_FACE_PHOTOS = 3;
const MOST_CANDIDATES = 6;
const LONGEST_TEXT = 4000;

const share = z.coerce.number().min(0).max(1);
const point = z.tuple([share, share]);

/** A value of a form: JSON text where it is no plain word. */
const fromText = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value, context) => {
    if (typeof value !== "string") return value;
    try {
      return JSON.parse(value.slice(0, LONGEST_TEXT)) as unknown;
    } catch {
      context.issues.push({ code: "custom", message: "This takes JSON.", input: value });
      return z.NEVER;
    }
  }, schema);

const crop = z
  .object({ x: share, y: share, width: share, height: share })
  .refine(({ x, width }) => x + width <= 1.001, "The crop reaches beyond the photo's right edge.")
  .refine(
    ({ y, height }) => y + height <= 1.001,
    "The crop reaches beyond the photo's lower edge.",
  );
const eyes = z.object({ right: point, left: point });
const hex = z
  .string()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, "A colour reads #rrggbb.");

const withAuto = <const Values extends readonly string[]>(values: Values) =>
  z.enum(["auto", ...values]);

const { body, hair, beard, glasses, headShape } = figurineSchema.shape;

/** Another photo of the person, where its face is marked. */
const otherPhoto = z.object({
  photo: z.coerce
    .number()
    .int()
    .min(0)
    .max(MOST_FACE_PHOTOS - 1),
  crop: crop.optional(),
  eyes,
  mouth: point,
});

/** What a figurine can be asked to be; all of it may be left out. Places are shares of the photo from its top left. */
const shape = {
  /** Which of the photos the face is of, from 0; left out in an upload, the one that passes the checks best. */
  photo: z.coerce
    .number()
    .int()
    .min(0)
    .max(MOST_FACE_PHOTOS - 1),
  crop: fromText(crop),
  /** Middles of the person's right eye (on the left of the picture) and left eye. */
  eyes: fromText(eyes),
  mouth: fromText(point),
  /** Further photos: each gives a candidate, and all of them the colour of the hair. */
  others: fromText(z.array(otherPhoto).max(MOST_FACE_PHOTOS - 1)),
  /** Colours that were found wrong. */
  skinColour: hex,
  hairColour: hex,

  /** Who draws the cartoon: the provider, where there is one, or this machine. */
  engine: z.enum(["provider", "embedded"]),
  style: z.enum(STYLE_IDS),
  /** How far from the photo, 0.3 to 1. */
  strength: z.coerce.number().min(0.3).max(1),
  seed: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  candidates: z.coerce.number().int().min(1).max(MOST_CANDIDATES),
  /** Which candidate, from 0, the best first. */
  choice: z.coerce
    .number()
    .int()
    .min(0)
    .max(MOST_CANDIDATES - 1),

  /** Whether the cartoon is laid onto the head, or features are drawn in its colours. */
  face: z.enum(["picture", "drawn"]),
  hair: withAuto(hair.unwrap().options),
  beard: withAuto(beard.unwrap().options),
  headShape: withAuto(headShape.unwrap().options),
  glasses: z.enum(glasses.unwrap().options),

  template: z.enum(body.unwrap().options),
  heightMm: z.coerce.number(),
  process: z.enum(["full-colour", "sla", "fdm"]),
  /** Any other field of the kind `figurine`: pose, outfit colours, hat, base, name plate, joint … */
  spec: fromText(z.record(z.string(), z.unknown())),
};

export const figurineChanges = z.strictObject(shape).partial();
export type FigurineChanges = z.output<typeof figurineChanges>;

/** What an upload says, besides its photos. */
export const figurineUpload = z
  .strictObject({ ...shape })
  .partial()
  .extend({
    /** Who is in the photos. */
    subject: z.enum(["me", "adult", "child"]).optional(),
    /** That the photos may be used for this; for a child also that a guardian agrees. */
    consent: z.union([z.string(), z.boolean()]).optional(),
    guardian: z.union([z.string(), z.boolean()]).optional(),
    title: z.string().trim().max(80).optional(),
  });
export type FigurineUpload = z.output<typeof figurineUpload>;

/** Everything a figurine is made of, decided. */
export interface FigurineInput
  extends Required<Omit<FigurineChanges, "crop" | "eyes" | "mouth" | "skinColour" | "hairColour">> {
  crop: z.output<typeof crop> | null;
  eyes: z.output<typeof eyes> | null;
  mouth: readonly [number, number] | null;
  skinColour: string | null;
  hairColour: string | null;
}

export const STANDARD_INPUT: FigurineInput = {
  photo: 0,
  crop: null,
  eyes: null,
  mouth: null,
  others: [],
  skinColour: null,
  hairColour: null,
  engine: "provider",
  seed: 1,
  candidates: 3,
  choice: 0,
  ...STANDARD_WISH,
};
