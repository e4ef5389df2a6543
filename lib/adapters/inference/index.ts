import { createEmbeddedInference } from "./embedded.ts";
import { metered } from "./metered.ts";
import type { Inference } from "./port.ts";

/** The engine for pictures and models. */
export function createInference(): Inference {
  return metered(createEmbeddedInference());
}
