import type { Score } from "../types.ts";

/** The band a value falls into; the bands go from the highest down. */
export function bandOf(value: number | null, bands: Score["bands"]): string {
  if (value === null) return "not measured";
  return bands.find(({ from }) => value >= from)?.label ?? bands.at(-1)?.label ?? "";
}

/** A score with its band found. */
export const scored = (score: Omit<Score, "band">): Score => ({
  ...score,
  value: score.value === null ? null : Math.round(score.value * 1000) / 1000,
  band: bandOf(score.value, score.bands),
});
