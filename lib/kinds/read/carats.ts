import { CUT_ASPECT, type Cut, getStone } from "../../shared/stones.ts";

/**
 * Volume of a cut stone ÷ (length × width²). The round brilliant follows from the published 6.5 mm = 1.03 ct of diamond;
 * the others scale it by the area of their outline against a circle's, at the same depth.
 */
const VOLUME_SHARE: Record<Cut, number> = {
  round: 0.2125,
  oval: 0.2125,
  cushion: 0.25,
  princess: 0.265,
  emerald: 0.26,
  pear: 0.195,
  marquise: 0.17,
};

const MM3_PER_CM3 = 1000;
const CARATS_PER_GRAM = 5;

/** Length in mm, about, of a stone of that cut and weight at the cut's usual proportions. */
export function lengthForCarats(cut: Cut, stone: string, carats: number): number {
  const { densityGPerCm3 } = getStone(stone);
  const volumeMm3 = (carats / CARATS_PER_GRAM / densityGPerCm3) * MM3_PER_CM3;
  const aspect = CUT_ASPECT[cut];
  return Math.cbrt((volumeMm3 * aspect * aspect) / VOLUME_SHARE[cut]);
}
