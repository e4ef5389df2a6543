import { z } from "zod";
import { ALLOYS } from "../shared/alloys.ts";
import { CUTS, STONES } from "../shared/stones.ts";
import type { FieldMeta } from "./kind.ts";
import { cleanLine } from "./read/clean-line.ts";

type Rest<Given extends keyof FieldMeta = never> = Omit<FieldMeta, Given>;
type Ids = [string, ...string[]];

/** A schema with what the form, the chat tool and the API document say of it. */
export const field = <Schema extends z.ZodType>(schema: Schema, meta: FieldMeta): Schema =>
  schema.meta({ ...meta }) as Schema;

/** A length from `minimum` to `maximum` in steps of 0.1 mm, unless `meta` says another step. */
export const mm = (minimum: number, maximum: number, standard: number, meta: Rest<"unit">) =>
  field(z.number().min(minimum).max(maximum).default(standard), { unit: "mm", step: 0.1, ...meta });

/** An angle in whole degrees. */
export const deg = (minimum: number, maximum: number, standard: number, meta: Rest<"unit">) =>
  field(z.number().min(minimum).max(maximum).default(standard), { unit: "deg", step: 1, ...meta });

/** A share in whole percent. */
export const percent = (minimum: number, maximum: number, standard: number, meta: Rest<"unit">) =>
  field(z.number().min(minimum).max(maximum).default(standard), {
    ...{ unit: "percent" as const, step: 1 },
    ...meta,
  });

/** A whole number of things. */
export const count = (minimum: number, maximum: number, standard: number, meta: Rest<"unit">) =>
  field(z.number().int().min(minimum).max(maximum).default(standard), {
    ...{ unit: "count" as const, step: 1 },
    ...meta,
  });

/** One of a few values, given with their labels. */
export const choice = <const Options extends Readonly<Record<string, string>>>(
  options: Options,
  standard: keyof Options & string,
  meta: Rest<"options">,
) => {
  const values = Object.keys(options) as [keyof Options & string, ...(keyof Options & string)[]];
  // The default is one of the values; TypeScript cannot follow it through zod's output type.
  return field(z.enum(values).default(standard as never), { ...meta, options });
};

/** Yes or no. */
export const flag = (standard: boolean, meta: FieldMeta) =>
  field(z.boolean().default(standard), meta);

/**
 * One line of text of at most `maxLength` characters (UTF-16 units), trimmed, its control characters and runs of
 * spaces made single spaces before it is measured.
 */
export const text = (
  maxLength: number,
  standard: string,
  meta: Rest<"input" | "unit" | "options">,
) =>
  field(z.string().overwrite(cleanLine).max(maxLength).default(standard), {
    ...meta,
    input: "text",
  });

/** A colour as `#rrggbb`, lower case. */
export const colour = (standard: `#${string}`, meta: Rest<"input" | "unit" | "options">) =>
  field(z.string().toLowerCase().regex(COLOUR).default(standard), { ...meta, input: "colour" });

const COLOUR = /^#[0-9a-fA-F]{6}$/;

/** The id of an uploaded picture; null while there is none. */
export const picture = (meta: Rest<"input" | "unit" | "options">) =>
  field(z.string().regex(PICTURE_ID).nullable().default(null), { ...meta, input: "picture" });

/** Uuids, and the names tests and samples give their pictures. */
const PICTURE_ID = /^[\w-]{1,64}$/;

/** The id of a model file that was brought; null while there is none. */
export const modelFile = (meta: Rest<"input" | "unit" | "options">) =>
  field(z.string().regex(PICTURE_ID).nullable().default(null), { ...meta, input: "model" });

const labelsOf = (entries: readonly { id: string; label: string }[]) =>
  Object.fromEntries(entries.map(({ id, label }) => [id, label]));

/** One of all alloys. */
export const alloy = (standard: string, meta: Rest<"options">) =>
  field(z.enum(ALLOYS.map(({ id }) => id) as Ids).default(standard), {
    ...meta,
    options: labelsOf(ALLOYS),
  });

/** One of all stones. */
export const stone = (standard: string, meta: Rest<"options">) =>
  field(z.enum(STONES.map(({ id }) => id) as Ids).default(standard), {
    ...meta,
    options: labelsOf(STONES),
  });

/** One of all cuts. */
export const cut = (standard: (typeof CUTS)[number], meta: Rest<"options">) =>
  field(z.enum(CUTS).default(standard), {
    ...meta,
    options: {
      round: "Round brilliant",
      oval: "Oval",
      cushion: "Cushion",
      princess: "Princess",
      emerald: "Emerald cut",
      pear: "Pear",
      marquise: "Marquise",
    },
  });
