import { figurineSpec } from "#lib/kinds/figurine/from-face.ts";
import { likenessScore, similarityScore } from "../scores/likeness.ts";
import { printabilityScore, printable } from "../scores/printability.ts";
import { qualityScore } from "../scores/quality.ts";
import { styleScore } from "../scores/style.ts";
import type { ScoresResult } from "../types.ts";
import { resultOf, type StageWork, tell } from "./stage-work.ts";

/** Judges a figurine: every score with what it means and the bands it is read by. */
export async function scoreStage(work: StageWork): Promise<ScoresResult> {
  await tell(work, 0.2, "Judging the figurine");
  const spec = figurineSpec(work.input, resultOf(work, "head").spec);
  const cells = printable(spec);
  const scores = [
    qualityScore(resultOf(work, "fusion"), spec),
    await likenessScore(work),
    similarityScore(resultOf(work, "cartoon").reading, spec),
    await styleScore(work),
    printabilityScore(cells, work.input),
  ];
  return { scores, printable: cells };
}
