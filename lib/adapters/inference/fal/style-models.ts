import type { CharacterStyle } from "../picture-tasks.ts";
import type { FalModel, Requests } from "./capabilities.ts";
import { picturesOf } from "./outputs.ts";
import { perPicture, unchecked, worded } from "./picture-models.ts";
import { seeded } from "./pricing.ts";

/** What each style is, as words for models that go by words. */
const LOOKS: Record<CharacterStyle, string> = {
  vinyl: "a glossy vinyl toy with a big round head, plain colours and small soft features",
  plush: "a soft plush toy of short fabric pile with stitched seams",
  comic: "a comic character with firm black lines and flat colours",
  clay: "a stop-motion clay character with soft thumbed surfaces",
  chibi: "a chibi character with a large head and large eyes",
  marble: "a bust of polished white marble",
  cartoon: "a clean cartoon character with plain colours",
  pixar: "a friendly character of a 3D animation film",
};

/** From there on a picture follows its style more than the person. */
const STRONG = 0.7;

const KEEP =
  "Keep the person recognisable: same face shape, hair, glasses and beard. " +
  "Keep pose, framing and where eyes and mouth are exactly as they are. Plain light background.";

const likeness = (strength: number) =>
  strength > STRONG ? "Follow the style strongly." : "Stay close to the person.";

const characterPrompt = ({ style, strength }: Requests["stylise"]) =>
  `Turn this person into ${LOOKS[style]}. ${likeness(strength)} ${KEEP}`;

/** Identity models see a face and draw it anew: they are told the picture, not the change. */
const portraitPrompt = ({ style }: Requests["stylise"]) =>
  `Portrait of this person as ${LOOKS[style]}, looking at the camera, plain light background.`;

/** Editing models: they keep face and pose, and know every style by words. */
export const styledByWords = (endpoint: string, each: number): FalModel<"stylise"> => ({
  endpoint,
  input: (request) => ({
    ...{ prompt: characterPrompt(request), image_urls: [request.pictureUrl] },
    ...{ num_images: request.count, output_format: "png", ...seeded(request.seed) },
  }),
  output: picturesOf,
  costMicroUsd: perPicture(each),
  priceNote: `$${each} a picture, seen in 2026`,
});

/** Models of one style, that ask for no words. */
export const styledByModel = (
  endpoint: string,
  styles: readonly CharacterStyle[],
  each: number,
): FalModel<"stylise"> => ({
  endpoint,
  input: ({ pictureUrl, seed }) => ({ image_url: pictureUrl, ...seeded(seed) }),
  output: picturesOf,
  costMicroUsd: perPicture(each),
  priceNote: unchecked(each),
  isSingle: true,
  styles,
});

/** PuLID holds on to the face of one picture; a strong style loosens it. */
export const pulid: FalModel<"stylise"> = {
  endpoint: "fal-ai/flux-pulid",
  input: (request) => ({
    ...{ prompt: portraitPrompt(request), reference_image_url: request.pictureUrl },
    ...{ id_weight: 1.2 - 0.5 * request.strength, image_size: "square_hd" },
    ...{ enable_safety_checker: true, ...seeded(request.seed) },
  }),
  output: picturesOf,
  costMicroUsd: perPicture(0.035),
  priceNote: unchecked(0.035),
  isSingle: true,
};

export const instantCharacter: FalModel<"stylise"> = {
  endpoint: "fal-ai/instant-character",
  input: (request) => ({
    ...{ prompt: portraitPrompt(request), image_url: request.pictureUrl },
    ...{ scale: 1.3 - 0.6 * request.strength, image_size: "square_hd" },
    ...{ num_images: request.count, output_format: "png", enable_safety_checker: true },
    ...seeded(request.seed),
  }),
  output: picturesOf,
  costMicroUsd: perPicture(0.1),
  priceNote: unchecked(0.1),
};

/** The picture drawn over with the deployment's own weights for the style. */
export const styledByLora: FalModel<"stylise"> = {
  endpoint: "fal-ai/flux-lora/image-to-image",
  input: (request) => ({
    ...{ prompt: portraitPrompt(request), image_url: request.pictureUrl, loras: request.loras },
    ...{ strength: 0.5 + 0.4 * request.strength, num_images: request.count },
    ...{ output_format: "png", enable_safety_checker: true, ...seeded(request.seed) },
  }),
  output: picturesOf,
  costMicroUsd: perPicture(0.035),
  priceNote: unchecked(0.035),
};

const restylePrompt = (request: Requests["restyle"]) =>
  [
    request.referenceUrl
      ? "Show the subject of the first picture in the style of the second: its light, colours, materials and ground."
      : "Show the same subject in another style.",
    worded(request),
    "Keep the subject's shape and proportions.",
  ].join(" ");

/** Editing models take the reference as a second picture. */
export const restyledByWords = (endpoint: string, each: number): FalModel<"restyle"> => ({
  endpoint,
  input: (request) => ({
    prompt: restylePrompt(request),
    image_urls: [request.pictureUrl, ...(request.referenceUrl ? [request.referenceUrl] : [])],
    ...{ num_images: request.count, output_format: "png", ...seeded(request.seed) },
  }),
  output: picturesOf,
  costMicroUsd: perPicture(each),
  priceNote: `$${each} a picture, seen in 2026`,
});

/** A style by words alone: a reference is left out. */
export const styleTransfer: FalModel<"restyle"> = {
  endpoint: "fal-ai/image-editing/style-transfer",
  input: (request) => ({
    ...{ prompt: worded(request), image_url: request.pictureUrl, output_format: "png" },
    ...seeded(request.seed),
  }),
  output: picturesOf,
  costMicroUsd: perPicture(0.04),
  priceNote: unchecked(0.04),
  isSingle: true,
};
