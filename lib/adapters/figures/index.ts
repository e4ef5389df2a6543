import { createEmbeddedFigures } from "./embedded.ts";
import type { Figures } from "./port.ts";

/** Who draws cartoons: the kernel on this machine. */
export const createFigures = (): Figures => createEmbeddedFigures();
