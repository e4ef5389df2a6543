import sharp from "sharp";
import type { Behaviour } from "./behaviour.ts";
import { type DoubleFile, MOST_FACES, modelFile } from "./model-file.ts";

export interface Made {
  files: DoubleFile[];
  /** The model's answer, given the address of each file. */
  output(urls: readonly string[]): Record<string, unknown>;
}

const IS_3D = /(image|text)-to-3d$|trellis/;
const IS_FLAGS = /nsfw/;
const GIVES_ONE = /birefnet|cartoonify|plush/;
const MOST_PICTURES = 4;

/** What a model of that name makes of an input, in the shape its family answers. */
export async function make(
  endpoint: string,
  input: Record<string, unknown>,
  { file, mostFaces = MOST_FACES }: Behaviour,
): Promise<Made> {
  if (IS_3D.test(endpoint)) {
    const limit = input.face_limit ?? input.face_count ?? input.decimation_target ?? mostFaces;
    return makeModel(endpoint, modelFile(file, Math.min(mostFaces, Number(limit))));
  }
  if (IS_FLAGS.test(endpoint)) {
    const flagged = ((input.image_urls as unknown[]) ?? []).map(() => false);
    return { files: [], output: () => ({ has_nsfw_concepts: flagged }) };
  }
  return makePictures(endpoint, input);
}

function makeModel(endpoint: string, made: DoubleFile): Made {
  const named = (url: string) => ({ url, file_name: made.name, content_type: made.contentType });
  const field = /hunyuan|trellis/.test(endpoint) ? "model_glb" : "model_mesh";
  return { files: [made], output: ([url]: readonly string[]) => ({ [field]: named(url!) }) };
}

async function makePictures(endpoint: string, input: Record<string, unknown>): Promise<Made> {
  const size = (input.image_size ?? {}) as { width?: number; height?: number };
  const [width, height] = [size.width ?? 256, size.height ?? 256];
  const count = Math.min(MOST_PICTURES, Number(input.num_images ?? 1));
  const seed = Number(input.seed ?? 7);
  const files = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const background = { r: (37 * (seed + index)) % 256, g: 120, b: 160, alpha: 1 };
      const create = { width, height, channels: 4 as const, background };
      const bytes = new Uint8Array(await sharp({ create }).png().toBuffer());
      return { name: `picture-${index}.png`, contentType: "image/png", bytes };
    }),
  );
  const named = (url: string, index: number) => ({
    ...{ url, width, height, content_type: "image/png", file_name: files[index]!.name },
  });
  const output = (urls: readonly string[]) =>
    GIVES_ONE.test(endpoint)
      ? { image: named(urls[0]!, 0) }
      : { images: urls.map(named), seed, has_nsfw_concepts: urls.map(() => false) };
  return { files, output };
}
