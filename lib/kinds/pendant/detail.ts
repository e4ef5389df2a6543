import type { BailDetail } from "../../kernel/jewelry/bail.ts";
import type { HeadDetail } from "../../kernel/jewelry/heads.ts";
import type { Quality } from "../../kernel/mesh.ts";

/** How finely a pendant is made. */
export interface Detail extends HeadDetail, BailDetail {
  /** Facets of a plate's rounded edge. */
  edgeSteps: number;
}

export const DETAIL: Record<Quality, Detail> = {
  preview: {
    ...{ curveSteps: 4, roundSteps: 12, beadSegments: 12, seatSegments: 18 },
    ...{ loopSteps: 40, wireSteps: 12, edgeSteps: 2 },
  },
  final: {
    ...{ curveSteps: 8, roundSteps: 24, beadSegments: 16, seatSegments: 32 },
    ...{ loopSteps: 80, wireSteps: 24, edgeSteps: 4 },
  },
};
