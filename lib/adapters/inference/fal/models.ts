import type { Capability, FalModel, PictureStyle, Requests } from "./capabilities.ts";
import { flagsOf, modelOf, picturesOf } from "./outputs.ts";

/** Millionths of a USD. */
const usd = (amount: number) => Math.round(amount * 1e6);
/** Started megapixels, as fal bills. */
const megapixels = (widthPx: number, heightPx: number) =>
  Math.max(1, Math.ceil((widthPx * heightPx) / 1e6));
const ofSize = ({ widthPx: width, heightPx: height }: Requests["text-to-image"]) => ({
  image_size: { width, height },
});
/** Gemini's family takes a shape in place of a size. */
function aspectRatio({ widthPx, heightPx }: Requests["text-to-image"]): string {
  const ratio = widthPx / heightPx;
  if (ratio > 1.5) return "16:9";
  if (ratio > 1.15) return "4:3";
  if (ratio > 0.87) return "1:1";
  return ratio > 0.66 ? "3:4" : "9:16";
}
const seeded = (seed: number | undefined) => (seed === undefined ? {} : { seed });

const flux = (
  endpoint: string,
  perMegapixel: number,
  more: Record<string, unknown> = {},
): FalModel<"text-to-image"> => ({
  endpoint,
  input: (request) => ({
    ...{ prompt: request.prompt, num_images: request.count, output_format: "png", ...more },
    ...{ ...ofSize(request), ...seeded(request.seed), enable_safety_checker: true },
  }),
  output: picturesOf,
  costMicroUsd: ({ widthPx, heightPx, count }) =>
    count * megapixels(widthPx, heightPx) * usd(perMegapixel),
  priceNote: `$${perMegapixel} a megapixel, seen in 2026`,
});

const banana = (endpoint: string, each: number): FalModel<"text-to-image"> => ({
  endpoint,
  input: (request) => ({
    ...{ prompt: request.prompt, num_images: request.count, output_format: "png" },
    ...{ aspect_ratio: aspectRatio(request), ...seeded(request.seed) },
  }),
  output: picturesOf,
  costMicroUsd: ({ count }) => count * usd(each),
  priceNote: `$${each} a picture, seen in 2026`,
});

const edits = (endpoint: string, each: number): FalModel<"edit"> => ({
  endpoint,
  input: ({ prompt, pictureUrls, count, seed }) => ({
    ...{ prompt, image_urls: pictureUrls, num_images: count, output_format: "png" },
    ...seeded(seed),
  }),
  output: picturesOf,
  costMicroUsd: ({ count }) => count * usd(each),
  priceNote: `$${each} a picture, seen in 2026`,
});

/** Kontext edits one picture: further ones are left out. */
const kontext: FalModel<"edit"> = {
  endpoint: "fal-ai/flux-pro/kontext",
  input: ({ prompt, pictureUrls, count, seed }) => ({
    ...{ prompt, image_url: pictureUrls[0], num_images: count, output_format: "png" },
    ...seeded(seed),
  }),
  output: picturesOf,
  costMicroUsd: ({ count }) => count * usd(0.04),
  priceNote: "about $0.04 a picture, not checked",
};

const inpaint = (endpoint: string, each: number): FalModel<"inpaint"> => ({
  endpoint,
  input: ({ prompt, pictureUrl, maskUrl, seed }) => ({
    ...{ prompt, image_url: pictureUrl, mask_url: maskUrl, output_format: "png" },
    ...seeded(seed),
  }),
  output: picturesOf,
  costMicroUsd: () => usd(each),
  priceNote: `about $${each} a megapixel, not checked`,
});

const PREPROCESS = { edges: "canny", depth: "depth", pose: "pose" } as const;

const control: FalModel<"control"> = {
  endpoint: "fal-ai/z-image/turbo/controlnet",
  input: ({ prompt, pictureUrl, by, strength, seed }) => ({
    ...{ prompt, image_url: pictureUrl, preprocess: PREPROCESS[by], control_scale: strength },
    ...{ output_format: "png", enable_safety_checker: true, ...seeded(seed) },
  }),
  output: picturesOf,
  costMicroUsd: () => usd(0.01),
  priceNote: "about $0.01 a picture, not checked",
};

const STYLED_BY_WORDS: Record<PictureStyle, string> = {
  cartoon: "Turn this into a clean cartoon character with plain colours. Keep face and pose.",
  pixar: "Turn this into a friendly 3D animation film character. Keep face and pose.",
  plush: "Turn this into a soft plush toy. Keep colours and pose.",
};

const styled = (endpoint: string, each: number): FalModel<"stylise"> => ({
  endpoint,
  input: ({ pictureUrl }) => ({ image_url: pictureUrl }),
  output: picturesOf,
  costMicroUsd: () => usd(each),
  priceNote: `about $${each} a picture, not checked`,
});

const styledByWords: FalModel<"stylise"> = {
  endpoint: "fal-ai/nano-banana/edit",
  input: ({ pictureUrl, style }) => ({
    ...{ prompt: STYLED_BY_WORDS[style], image_urls: [pictureUrl], output_format: "png" },
  }),
  output: picturesOf,
  costMicroUsd: () => usd(0.039),
  priceNote: "$0.039 a picture, seen in 2026",
};

type To3d = "image-to-3d" | "text-to-3d";
type Shape = Pick<Requests[To3d], "faceLimit" | "texture" | "seed">;

/** What a shape is made of: a picture or words, under the model's own name for the picture. */
function source(request: Requests[To3d], pictureField: string): Record<string, unknown> {
  return "prompt" in request ? { prompt: request.prompt } : { [pictureField]: request.pictureUrl };
}

/** H3.1 takes `texture` and `pbr` as yes or no, and two seeds. */
const tripoH31 = <C extends To3d>(capability: C): FalModel<C> => ({
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
const tripoV25: FalModel<"image-to-3d"> = {
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

const hunyuan = <C extends To3d>(
  endpoint: string,
  price: number,
  more: (shape: Shape) => Record<string, unknown>,
): FalModel<C> => ({
  endpoint,
  input: (request) => ({ ...source(request, "input_image_url"), ...more(request) }),
  output: modelOf as FalModel<C>["output"],
  costMicroUsd: () => usd(price),
  priceNote: `$${price}, seen in 2026`,
});

const hunyuanPro = <C extends To3d>(capability: C) =>
  hunyuan<C>(`fal-ai/hunyuan-3d/v3.1/pro/${capability}`, 0.375, ({ faceLimit, texture }) => ({
    face_count: Math.min(HUNYUAN_FACES.most, Math.max(HUNYUAN_FACES.least, faceLimit)),
    generate_type: texture ? "Normal" : "Geometry",
  }));

const trellis2: FalModel<"image-to-3d"> = {
  endpoint: "fal-ai/trellis-2",
  input: ({ pictureUrl, faceLimit, seed }) => ({
    ...{ image_url: pictureUrl, resolution: "1024", decimation_target: faceLimit },
    ...{ texture_size: "1024", remesh: true, ...seeded(seed) },
  }),
  output: modelOf,
  costMicroUsd: () => usd(0.3),
  priceNote: "$0.25 to $0.35, seen in 2026",
};

const birefnet: FalModel<"remove-background"> = {
  endpoint: "fal-ai/birefnet/v2",
  input: ({ pictureUrl }) => ({
    ...{ image_url: pictureUrl, model: "General Use (Light)", operating_resolution: "1024x1024" },
    ...{ output_format: "png", refine_foreground: true },
  }),
  output: picturesOf,
  costMicroUsd: () => usd(0.002),
  priceNote: "by compute seconds, about $0.002",
};

const nsfw: FalModel<"nsfw-check"> = {
  endpoint: "fal-ai/x-ailab/nsfw",
  input: ({ pictureUrls }) => ({ image_urls: pictureUrls }),
  output: flagsOf,
  costMicroUsd: ({ pictureUrls }) => pictureUrls.length * usd(0.001),
  priceNote: "about $0.001 a picture, not checked",
};

type Table = { [C in Capability]: Record<string, FalModel<C>> };

/**
 * Every model there is a mapping for, by capability and by the name the setting FAL_MODELS chooses it by; the first
 * of each is taken where the setting says nothing. Prices drift: fal's own are at fal.ai/models.
 */
export const FAL_MODELS: Table = {
  "text-to-image": {
    "flux-schnell": flux("fal-ai/flux/schnell", 0.003, { num_inference_steps: 4 }),
    "flux-dev": flux("fal-ai/flux/dev", 0.025),
    "flux-2-pro": flux("fal-ai/flux-2-pro", 0.03),
    "nano-banana": banana("fal-ai/nano-banana", 0.039),
    "nano-banana-2": banana("fal-ai/nano-banana-2", 0.08),
    "nano-banana-pro": banana("fal-ai/nano-banana-pro", 0.15),
  },
  edit: {
    "nano-banana": edits("fal-ai/nano-banana/edit", 0.039),
    "nano-banana-2": edits("fal-ai/nano-banana-2/edit", 0.08),
    "nano-banana-pro": edits("fal-ai/nano-banana-pro/edit", 0.15),
    "flux-2-pro": edits("fal-ai/flux-2-pro/edit", 0.03),
    kontext,
  },
  inpaint: {
    "flux-fill": inpaint("fal-ai/flux-pro/v1/fill", 0.05),
    "z-image": inpaint("fal-ai/z-image/turbo/inpaint", 0.01),
  },
  control: { "z-image": control },
  stylise: {
    "nano-banana": styledByWords,
    cartoonify: styled("fal-ai/image-editing/cartoonify", 0.04),
    pixar: styled("fal-ai/cartoonify", 0.05),
    plushie: styled("fal-ai/image-editing/plushie-style", 0.04),
  },
  "remove-background": { birefnet },
  "image-to-3d": {
    "tripo-h3.1": tripoH31("image-to-3d"),
    "tripo-v2.5": tripoV25,
    "hunyuan-pro": hunyuanPro("image-to-3d"),
    "hunyuan-rapid": hunyuan("fal-ai/hunyuan-3d/v3.1/rapid/image-to-3d", 0.225, () => ({})),
    "trellis-2": trellis2,
  },
  "text-to-3d": {
    "tripo-h3.1": tripoH31("text-to-3d"),
    "hunyuan-pro": hunyuanPro("text-to-3d"),
  },
  "nsfw-check": { "x-ailab": nsfw },
};
