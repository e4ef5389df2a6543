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
const GIVES_ONE = /birefnet/;
const MOST_PICTURES = 4;
const NO_PICTURE = Buffer.from("<html>Not a picture</html>");

/** A file that was sent up, by its address. */
export type Uploads = (url: unknown) => Uint8Array | undefined;

/** What a model of that name makes of an input, in the shape its family answers. */
export async function make(
  endpoint: string,
  input: Record<string, unknown>,
  behaviour: Behaviour,
  uploads: Uploads,
): Promise<Made> {
  const { file, mostFaces = MOST_FACES, isUnsafe = false } = behaviour;
  if (IS_3D.test(endpoint)) {
    const limit = input.face_limit ?? input.face_count ?? input.decimation_target ?? mostFaces;
    return makeModel(endpoint, modelFile(file, Math.min(mostFaces, Number(limit))));
  }
  if (IS_FLAGS.test(endpoint)) {
    const flagged = ((input.image_urls as unknown[]) ?? []).map(() => isUnsafe);
    return { files: [], output: () => ({ has_nsfw_concepts: flagged }) };
  }
  return makePictures(endpoint, input, behaviour, uploads);
}

function makeModel(endpoint: string, made: DoubleFile): Made {
  const named = (url: string) => ({ url, file_name: made.name, content_type: made.contentType });
  const field = /hunyuan|trellis/.test(endpoint) ? "model_glb" : "model_mesh";
  return { files: [made], output: ([url]: readonly string[]) => ({ [field]: named(url!) }) };
}

async function makePictures(
  endpoint: string,
  input: Record<string, unknown>,
  { isUnsafe = false, isNoPicture = false }: Behaviour,
  uploads: Uploads,
): Promise<Made> {
  const count = Math.min(MOST_PICTURES, Number(input.num_images ?? 1));
  const seed = Number(input.seed ?? 7);
  const source = uploads(sourceOf(input));
  const pictures = await Promise.all(
    Array.from({ length: count }, (_, index) =>
      source ? changed(source, seed + index) : plain(input, seed + index),
    ),
  );
  const files = pictures.map(({ data }, index) => ({
    ...{
      name: `picture-${index}.png`,
      contentType: "image/png",
      bytes: new Uint8Array(isNoPicture ? NO_PICTURE : data),
    },
  }));
  const named = (url: string, index: number) => {
    const { width, height } = pictures[index]!.info;
    return { url, width, height, content_type: "image/png", file_name: files[index]!.name };
  };
  const output = (urls: readonly string[]) =>
    GIVES_ONE.test(endpoint)
      ? { image: named(urls[0]!, 0) }
      : { images: urls.map(named), seed, has_nsfw_concepts: urls.map(() => isUnsafe) };
  return { files, output };
}

const sourceOf = ({ image_url, reference_image_url, image_urls }: Record<string, unknown>) =>
  image_url ?? reference_image_url ?? (image_urls as unknown[] | undefined)?.[0];

/** The picture that was sent up, of its own size, in other colours. */
const changed = (bytes: Uint8Array, seed: number) =>
  sharp(bytes)
    .median(3)
    .modulate({ saturation: 1.3, hue: (3 * seed) % 15 })
    .png()
    .toBuffer({ resolveWithObject: true });

/** One colour by its seed. */
function plain({ image_size: size }: Record<string, unknown>, seed: number) {
  const { width = 256, height = 256 } = (size ?? {}) as { width?: number; height?: number };
  const background = { r: (37 * seed) % 256, g: 120, b: 160, alpha: 1 };
  return sharp({ create: { width, height, channels: 4, background } })
    .png()
    .toBuffer({ resolveWithObject: true });
}
