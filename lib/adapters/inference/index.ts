import { createEmbeddedInference } from "./embedded.ts";
import type { Inference } from "./port.ts";

/** The engine for pictures and models. */
export function createInference(): Inference {
  return createEmbeddedInference();
}
