import { figurineSpec } from "#lib/kinds/figurine/from-face.ts";
import type { TurntableResult } from "../types.ts";
import { drawView } from "./make-head-stage.ts";
import { resultOf, type StageWork, tell } from "./stage-work.ts";

/** The proof's figurine once around, as a picture that moves. */
export async function turnStage(work: StageWork): Promise<TurntableResult> {
  await tell(work, 0.1, "Turning the figurine once around");
  const spec = figurineSpec(work.input, resultOf(work, "head").spec);
  const { revisionId } = resultOf(work, "fusion");
  return { pictureId: await drawView(work, spec, "turntable", revisionId) };
}
