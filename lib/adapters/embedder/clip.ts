import { existsSync } from "node:fs";
import path from "node:path";
import { invalidInput, unavailable } from "../../shared/errors.ts";
import type { Embedder } from "./port.ts";
import { unitVector } from "./unit-vector.ts";

export interface ClipOptions {
  /** Folder of the model's files, or its id at the hub. */
  model: string;
  dimensions: number;
  /** How the library is loaded; by default the optional package. */
  load?: () => Promise<Transformers>;
}

/** What of `@huggingface/transformers` is used. */
export interface Transformers {
  env: { localModelPath: string; allowRemoteModels: boolean };
  AutoProcessor: Pretrained<(image: unknown) => Promise<object>>;
  AutoTokenizer: Pretrained<(texts: string[], options: object) => object>;
  CLIPVisionModelWithProjection: Pretrained<(inputs: object) => Promise<{ image_embeds: Tensor }>>;
  CLIPTextModelWithProjection: Pretrained<(inputs: object) => Promise<{ text_embeds: Tensor }>>;
  RawImage: { fromBlob(blob: Blob): Promise<unknown> };
}

interface Pretrained<Model> {
  from_pretrained(model: string): Promise<Model>;
}

interface Tensor {
  data: ArrayLike<number>;
  dims: number[];
}

/** Not written where it is imported: the package is optional, and bundlers would look for it. */
const PACKAGE = "@huggingface/transformers";

async function loadPackage(): Promise<Transformers> {
  try {
    return (await import(
      /* turbopackIgnore: true */ /* webpackIgnore: true */ PACKAGE
    )) as Transformers;
  } catch (cause) {
    throw unavailable(
      "Pictures cannot be compared: the package for CLIP is not installed. Whoever runs the site has to add it.",
      { cause, retryable: false, details: { command: `npm install --no-save ${PACKAGE}` } },
    );
  }
}

/**
 * A model of the CLIP family, run in this process. The library and the model are loaded with the first picture; a
 * folder is read from the disk alone, an id comes from the hub once.
 */
export function createClipEmbedder({
  model,
  dimensions,
  load = loadPackage,
}: ClipOptions): Embedder {
  let opened: ReturnType<typeof openModel> | undefined;
  const open = () => {
    opened ??= openModel(model, load);
    // A model that could not be loaded is tried anew by the next call.
    opened.catch(() => {
      opened = undefined;
    });
    return opened;
  };
  return {
    id: {
      name: `clip-${path.basename(model).replaceAll(/[^A-Za-z0-9-]+/g, "-")}`,
      version: "1",
      dimensions,
    },
    async embedPictures(pictures) {
      const clip = await open();
      const vectors: Float32Array[] = [];
      for (const [index, { bytes }] of pictures.entries()) {
        const image = await clip.readPicture(bytes).catch((cause: unknown) => {
          throw invalidInput("This is no picture that can be read.", { details: { index }, cause });
        });
        vectors.push(unitVector(await clip.ofPicture(image), dimensions));
      }
      return vectors;
    },
    async embedText(texts) {
      const clip = await open();
      const { data } = await clip.ofTexts([...texts]);
      return texts.map((_, n) =>
        unitVector(Array.from(data).slice(n * dimensions, (n + 1) * dimensions), dimensions),
      );
    },
    async check() {
      await open();
    },
  };
}

async function openModel(model: string, load: () => Promise<Transformers>) {
  const library = await load();
  const isFolder = existsSync(/* turbopackIgnore: true */ model);
  if (isFolder) {
    library.env.localModelPath = path.dirname(path.resolve(model));
    library.env.allowRemoteModels = false;
  }
  const name = isFolder ? path.basename(path.resolve(model)) : model;
  const [processor, tokenizer, vision, words] = await Promise.all([
    library.AutoProcessor.from_pretrained(name),
    library.AutoTokenizer.from_pretrained(name),
    library.CLIPVisionModelWithProjection.from_pretrained(name),
    library.CLIPTextModelWithProjection.from_pretrained(name),
  ]).catch((cause: unknown) => {
    throw unavailable(
      "Pictures cannot be compared: the CLIP model cannot be loaded. Whoever runs the site has to look at it.",
      { cause, retryable: false },
    );
  });
  return {
    readPicture: (bytes: Uint8Array) => library.RawImage.fromBlob(new Blob([bytes as BlobPart])),
    ofPicture: async (image: unknown) => (await vision(await processor(image))).image_embeds.data,
    ofTexts: async (texts: string[]) =>
      (await words(tokenizer(texts, { padding: true, truncation: true }))).text_embeds,
  };
}
