import type { Capability, FalModel } from "./capabilities.ts";
import {
  banana,
  birefnet,
  control,
  edits,
  flux,
  inpaint,
  kontext,
  nsfw,
} from "./picture-models.ts";
import { hunyuan, hunyuanPro, trellis2, tripoH31, tripoV25 } from "./shape-models.ts";
import {
  instantCharacter,
  pulid,
  restyledByWords,
  styledByLora,
  styledByModel,
  styledByWords,
  styleTransfer,
} from "./style-models.ts";

type Table = { [C in Capability]: Record<string, FalModel<C>> };

/**
 * Every model there is a mapping for, by capability and by the name the setting FAL_MODELS chooses it by; the first
 * of each is taken where the setting says nothing, and for a style that the chosen one does not draw. Prices drift: fal's own are at fal.ai/models.
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
    "flux-fill": inpaint("fal-ai/flux-pro/v1/fill", "mask_url", 0.05),
    "z-image": inpaint("fal-ai/z-image/turbo/inpaint", "mask_image_url", 0.01),
  },
  control: { "z-image": control },
  restyle: {
    "nano-banana": restyledByWords("fal-ai/nano-banana/edit", 0.039),
    "nano-banana-pro": restyledByWords("fal-ai/nano-banana-pro/edit", 0.15),
    "flux-2-pro": restyledByWords("fal-ai/flux-2-pro/edit", 0.03),
    "style-transfer": styleTransfer,
  },
  stylise: {
    "nano-banana": styledByWords("fal-ai/nano-banana/edit", 0.039),
    "nano-banana-pro": styledByWords("fal-ai/nano-banana-pro/edit", 0.15),
    pulid,
    "instant-character": instantCharacter,
    "flux-lora": styledByLora,
    cartoonify: styledByModel("fal-ai/image-editing/cartoonify", ["cartoon", "comic"], 0.04),
    pixar: styledByModel("fal-ai/cartoonify", ["pixar", "vinyl"], 0.05),
    plushify: styledByModel("fal-ai/plushify", ["plush"], 0.05),
    plushie: styledByModel("fal-ai/image-editing/plushie-style", ["plush"], 0.04),
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
