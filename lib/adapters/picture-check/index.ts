import type { Env } from "../../env.ts";
import type { Inference } from "../inference/port.ts";
import type { PictureCheck } from "./port.ts";
import { createProviderCheck } from "./provider.ts";

/** Who looks at pictures: fal's model with `FAL_KEY`, else nobody. */
export const createPictureCheck = (
  env: Pick<Env, "FAL_KEY">,
  inference: () => Inference,
): PictureCheck | null => (env.FAL_KEY ? createProviderCheck(inference, "fal") : null);
