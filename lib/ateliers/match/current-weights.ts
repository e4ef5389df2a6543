import type { Ctx } from "#lib/context.ts";
import { DEFAULT_WEIGHTS, type Weights } from "./weights.ts";

/** The weights in force. */
export async function currentWeights({ db }: Pick<Ctx, "db">): Promise<Weights> {
  const newest = await db.matchWeights.findFirst({
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { weights: true },
  });
  return (newest?.weights as unknown as Weights | undefined) ?? DEFAULT_WEIGHTS;
}
