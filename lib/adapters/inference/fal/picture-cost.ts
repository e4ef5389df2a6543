import type { PricedWork } from "../picture-tasks.ts";
import type { Capability, FalModel } from "./capabilities.ts";
import type { ChosenModels } from "./chosen-models.ts";

type PricedPictures = Exclude<PricedWork, { piece: unknown }>;

/** Edge of a picture whose size is not known yet, px. */
const USUAL_EDGE_PX = 1024;

/** Price of so many pictures of a task, or of a check of so many, by the chosen model's price note; millionths of a USD. */
export function pictureCost(models: ChosenModels, work: PricedPictures): number {
  const { task, count = 1, widthPx = USUAL_EDGE_PX, heightPx = USUAL_EDGE_PX } = work;
  const model = models[task] as FalModel<Capability>;
  const pictureUrls = Array.from({ length: count }, () => "");
  // Words and addresses do not count for the price.
  return model.costMicroUsd({ count, widthPx, heightPx, pictureUrls } as never);
}
