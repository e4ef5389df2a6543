import { z } from "zod";
import type { Answers, FalFile, ModelAnswer, PicturesAnswer } from "./capabilities.ts";
import { badResult } from "./errors.ts";

const file = z.object({ url: z.string().min(1), file_name: z.string().nullish() });
type RawFile = z.infer<typeof file>;

const pictures = z.object({
  images: z.array(file).nullish(),
  image: file.nullish(),
  seed: z.number().nullish(),
  has_nsfw_concepts: z.array(z.boolean()).nullish(),
});

const urls = z.object({ glb: file.nullish(), obj: file.nullish(), fbx: file.nullish() });
const model = z.object({
  model_glb: file.nullish(),
  model_urls: urls.nullish(),
  pbr_model: file.nullish(),
  model_mesh: file.nullish(),
  base_model: file.nullish(),
});

const flags = z.object({ has_nsfw_concepts: z.array(z.boolean()) });

/** A file's own name, else the end of its address. */
function toFile({ url, file_name: name }: RawFile): FalFile {
  const last = url.startsWith("data:") ? "" : (new URL(url).pathname.split("/").at(-1) ?? "");
  return { url, filename: name || last };
}

function parsed<T>(schema: z.ZodType<T>, data: unknown): T {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  throw badResult(
    "The provider answered with something else than was asked for. Try again, or take another model.",
    result.error,
  );
}

/** Pictures as models of every family answer them: `images`, or `image` of those that make one. */
export function picturesOf(data: unknown): PicturesAnswer {
  const { images, image, seed, has_nsfw_concepts: flagged } = parsed(pictures, data);
  const all = [...(images ?? []), ...(image ? [image] : [])].map(toFile);
  if (all.length === 0) throw badResult("The provider answered without a picture. Try again.");
  return { pictures: all, seed: seed ?? null, flagged: flagged ?? [] };
}

/** The best file a 3D model answered: a GLB with its colours before anything else. */
export function modelOf(data: unknown): ModelAnswer {
  const { model_glb, model_urls, pbr_model, model_mesh, base_model } = parsed(model, data);
  const all = [model_glb, model_urls?.glb, pbr_model, model_mesh, base_model, model_urls?.obj];
  const best = all.find((one) => one) ?? model_urls?.fbx;
  if (!best) throw badResult("The provider answered without a model. Try again.");
  return { model: toFile(best) };
}

export function flagsOf(data: unknown): Answers["nsfw-check"] {
  return { flagged: parsed(flags, data).has_nsfw_concepts };
}
