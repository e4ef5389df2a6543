import type { Weave } from "./design.ts";

/** How stiffly cloth falls, 0 to 1. */
export const STIFFNESS: Record<Weave, number> = {
  satin: 0.05,
  knit: 0.15,
  plain: 0.45,
  twill: 0.65,
  denim: 0.9,
};
