import type { FalModel, Requests } from "./capabilities.ts";
import { modelOf } from "./outputs.ts";
import { seeded, usd } from "./pricing.ts";

type To3d = "image-to-3d" | "text-to-3d";
type Shape = Pick<Requests[To3d], "faceLimit" | "texture" | "seed">;

/** What a shape is made of: a picture or words, under the model's own name for the picture. */
function source(request: Requests[To3d], pictureField: string): Record<string, unknown> {
  return "prompt" in request ? { prompt: request.prompt } : { [pictureField]: request.pictureUrl };
}

/** H3.1 takes `texture` and `pbr` as yes or no, and two seeds. */
export const tripoH31 = <C extends To3d>(capability: C): FalModel<C> => ({
  endpoint: `tripo3d/h3.1/${capability}`,
  input: (request) => ({
    ...source(request, "image_url"),
    ...{ texture: request.texture, pbr: false, face_limit: request.faceLimit },
    ...(request.seed !== undefined && { model_seed: request.seed, texture_seed: request.seed }),
  }),
  output: modelOf as FalModel<C>["output"],
  costMicroUsd: ({ texture }) => usd(texture ? 0.3 : 0.2),
  priceNote: "$0.20, with texture $0.30, seen in August 2026",
});

/** v2.5 names its texture, and its own default of `pbr` would force one. */
export const tripoV25: FalModel<"image-to-3d"> = {
  endpoint: "tripo3d/tripo/v2.5/image-to-3d",
  input: (request) => ({
    ...{ image_url: request.pictureUrl, texture: request.texture ? "standard" : "no" },
    ...{ pbr: false, face_limit: request.faceLimit, ...seeded(request.seed) },
  }),
  output: modelOf,
  costMicroUsd: ({ texture }) => usd(texture ? 0.3 : 0.2),
  priceNote: "about $0.20, with texture $0.30, not checked",
};

const HUNYUAN_FACES = { least: 40_000, most: 1_500_000 } as const;

export const hunyuan = <C extends To3d>(
  endpoint: string,
  price: number,
  more: (shape: Shape) => Record<string, unknown>,
): FalModel<C> => ({
  endpoint,
  input: (request) => ({ ...source(request, "input_image_url"), ...more(request) }),
  output: modelOf as FalModel<C>["output"],
  costMicroUsd: () => usd(price),
  priceNote: `$${price}, seen in 2026`,
  isSeedless: true,
});

export const hunyuanPro = <C extends To3d>(capability: C) =>
  hunyuan<C>(`fal-ai/hunyuan-3d/v3.1/pro/${capability}`, 0.375, ({ faceLimit, texture }) => ({
    face_count: Math.min(HUNYUAN_FACES.most, Math.max(HUNYUAN_FACES.least, faceLimit)),
    generate_type: texture ? "Normal" : "Geometry",
  }));

export const trellis2: FalModel<"image-to-3d"> = {
  endpoint: "fal-ai/trellis-2",
  input: ({ pictureUrl, faceLimit, seed }) => ({
    ...{ image_url: pictureUrl, resolution: "1024", decimation_target: faceLimit },
    ...{ texture_size: "1024", remesh: true, ...seeded(seed) },
  }),
  output: modelOf,
  costMicroUsd: () => usd(0.3),
  priceNote: "$0.25 to $0.35, seen in 2026",
};
