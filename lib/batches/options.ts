import { z } from "zod";

export const MOST_PHOTOS = 25;

const yesNo = z.union([z.boolean(), z.enum(["true", "false", "1", "0"])]);
const flag = (standard: boolean) =>
  yesNo.default(standard).transform((value) => value === true || value === "true" || value === "1");

export const BATCH_FORMATS = ["glb", "stl", "3mf"] as const;

const LONGEST_LIST = 100;

/** `glb,stl` or `["glb","stl"]`; what is named twice is made once. */
const formats = z
  .union([
    z
      .string()
      .max(LONGEST_LIST)
      .transform((text) => text.split(/[\s,]+/).filter(Boolean)),
    z.array(z.string()),
  ])
  .pipe(
    z
      .array(z.enum(BATCH_FORMATS))
      .min(1)
      .transform((all) => [...new Set(all)]),
  )
  .default([...BATCH_FORMATS]);

/** What one may ask of a batch of photos; texts of a form are read as numbers. */
export const batchOptions = z.strictObject({
  /** Most triangles of a model. */
  faceLimit: z.coerce.number().int().min(500).max(200_000).default(30_000),
  /** Height of a model, mm. */
  heightMm: z.coerce.number().min(10).max(300).default(60),
  /** Whether models carry the photo's colours. */
  texture: flag(true),
  back: z.enum(["mirror", "flat"]).default("mirror"),
  formats,
  priority: z.enum(["low", "normal", "high"]).default("normal"),
  /** Take the good photos although others are refused. */
  partial: flag(false),
});

export type BatchOptions = z.output<typeof batchOptions>;
