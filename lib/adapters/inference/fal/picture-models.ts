import type { FalModel, Requests } from "./capabilities.ts";
import { flagsOf, picturesOf } from "./outputs.ts";
import { megapixels, seeded, usd } from "./pricing.ts";

type Sized = Requests["text-to-image"];

const ofSize = ({ widthPx: width, heightPx: height }: Sized) => ({
  image_size: { width, height },
});

/** Gemini's family takes a shape in place of a size. */
function aspectRatio({ widthPx, heightPx }: Sized): string {
  const ratio = widthPx / heightPx;
  if (ratio > 1.5) return "16:9";
  if (ratio > 1.15) return "4:3";
  if (ratio > 0.87) return "1:1";
  return ratio > 0.66 ? "3:4" : "9:16";
}

/** None of these models has a field of its own for what is not to be seen. */
export const worded = ({
  prompt,
  negativePrompt,
}: {
  prompt: string;
  negativePrompt?: string;
}): string => (negativePrompt ? `${prompt}\nDo not show: ${negativePrompt}.` : prompt);

const asked = (request: {
  prompt: string;
  negativePrompt?: string;
  count: number;
  seed?: number | undefined;
}) => ({
  prompt: worded(request),
  ...{ num_images: request.count, output_format: "png", ...seeded(request.seed) },
});

/** The price of models that ask so much for each picture. */
export const perPicture = (each: number) => (request: { count: number }) =>
  request.count * usd(each);
const seen = (each: number) => `$${each} a picture, seen in 2026`;
export const unchecked = (each: number) => `about $${each} a picture, not checked`;

export const flux = (
  endpoint: string,
  perMegapixel: number,
  more: Record<string, unknown> = {},
): FalModel<"text-to-image"> => ({
  endpoint,
  input: (request) => ({
    ...{ ...asked(request), ...more, ...ofSize(request), enable_safety_checker: true },
  }),
  output: picturesOf,
  costMicroUsd: ({ widthPx, heightPx, count }) =>
    count * megapixels(widthPx, heightPx) * usd(perMegapixel),
  priceNote: `$${perMegapixel} a megapixel, seen in 2026`,
});

export const banana = (endpoint: string, each: number): FalModel<"text-to-image"> => ({
  endpoint,
  input: (request) => ({ ...asked(request), aspect_ratio: aspectRatio(request) }),
  output: picturesOf,
  costMicroUsd: perPicture(each),
  priceNote: seen(each),
});

export const edits = (endpoint: string, each: number): FalModel<"edit"> => ({
  endpoint,
  input: (request) => ({ ...asked(request), image_urls: request.pictureUrls }),
  output: picturesOf,
  costMicroUsd: perPicture(each),
  priceNote: seen(each),
});

/** Kontext edits one picture: further ones are left out. */
export const kontext: FalModel<"edit"> = {
  endpoint: "fal-ai/flux-pro/kontext",
  input: (request) => ({ ...asked(request), image_url: request.pictureUrls[0] }),
  output: picturesOf,
  costMicroUsd: perPicture(0.04),
  priceNote: unchecked(0.04),
};

/** The families name the mask differently. */
export const inpaint = (
  endpoint: string,
  maskField: "mask_url" | "mask_image_url",
  each: number,
): FalModel<"inpaint"> => ({
  endpoint,
  input: (request) => ({
    ...{ ...asked(request), image_url: request.pictureUrl, [maskField]: request.maskUrl },
  }),
  output: picturesOf,
  costMicroUsd: perPicture(each),
  priceNote: `about $${each} a megapixel, not checked`,
});

const PREPROCESS = { edges: "canny", depth: "depth", pose: "pose" } as const;

export const control: FalModel<"control"> = {
  endpoint: "fal-ai/z-image/turbo/controlnet",
  input: (request) => ({
    ...{ ...asked(request), image_url: request.pictureUrl, enable_safety_checker: true },
    ...{ preprocess: PREPROCESS[request.by], control_scale: request.strength },
  }),
  output: picturesOf,
  costMicroUsd: perPicture(0.01),
  priceNote: unchecked(0.01),
};

export const birefnet: FalModel<"remove-background"> = {
  endpoint: "fal-ai/birefnet/v2",
  input: ({ pictureUrl }) => ({
    ...{ image_url: pictureUrl, model: "General Use (Light)", operating_resolution: "1024x1024" },
    ...{ output_format: "png", refine_foreground: true },
  }),
  output: picturesOf,
  costMicroUsd: () => usd(0.002),
  priceNote: "by compute seconds, about $0.002",
};

export const nsfw: FalModel<"nsfw-check"> = {
  endpoint: "fal-ai/x-ailab/nsfw",
  input: ({ pictureUrls }) => ({ image_urls: pictureUrls }),
  output: flagsOf,
  costMicroUsd: ({ pictureUrls }) => pictureUrls.length * usd(0.001),
  priceNote: unchecked(0.001),
};
