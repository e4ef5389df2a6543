import type { PictureTaskName } from "#lib/adapters/inference/picture-tasks.ts";
import type { Ctx } from "#lib/context.ts";
import { sizeOfAspect } from "./aspect.ts";
import type { ConceptWay } from "./types.ts";
import { type WishInput, wayOf } from "./wish.ts";

const TASKS: Record<Exclude<ConceptWay, "twin">, PictureTaskName> = {
  picture: "text-to-image",
  variation: "edit",
  style: "restyle",
  transfer: "restyle",
  repaint: "inpaint",
  sketch: "control",
};

/** What so many concepts of a wish would cost at a provider, millionths of a USD; 0 where this machine draws them. */
export function costOfConcepts(
  { adapters: { inference } }: Pick<Ctx, "adapters">,
  wish: WishInput,
  count = 1,
): number {
  const way = wish.way ?? wayOf(wish);
  if (wish.engine !== "provider" || way === "twin") return 0;
  const size = sizeOfAspect(wish.aspectRatio ?? "1:1");
  return inference.estimateMicroUsd({ task: TASKS[way], count, ...size });
}
