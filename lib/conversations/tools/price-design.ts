import { z } from "zod";
import { getDesign } from "#lib/designs/get-design.ts";
import type { Price } from "#lib/shared/money.ts";
import { designOf } from "./current-design.ts";
import { defineTool } from "./tool.ts";

/** What the tool answers, for the model and for the card. */
export interface PriceResult {
  designId: string;
  revision: number;
  price: Price | null;
  massG: number | null;
  totalCarats: number | null;
  massByAlloy: Record<string, number>;
}

export const priceDesign = defineTool({
  name: "price_design",
  description:
    "Answers the weight and the price of the current design, line by line, and its weight in every alloy.",
  isReading: true,
  input: z.object({ designId: z.string().optional() }),
  run: async (turn, { designId }): Promise<PriceResult> => {
    const design = await getDesign(turn.ctx, { designId: designOf(turn, designId) });
    const { measures, price, number } = design.revision;
    return {
      designId: design.id,
      revision: number,
      price,
      massG: measures?.massG ?? null,
      totalCarats: measures?.totalCarats ?? null,
      massByAlloy: measures?.massByAlloy ?? {},
    };
  },
});
