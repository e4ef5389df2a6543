import { z } from "zod";
import { solveDesign as solveDesignVerb } from "#lib/designs/solve-design.ts";
import { designOf } from "./current-design.ts";
import { defineTool, madeIn, toDesignResult } from "./tool.ts";

export const solveDesign = defineTool({
  name: "solve_design",
  description:
    "Moves the free lengths of the current design, inside every rule, until it weighs or costs what is wanted, within 1 % " +
    "below: 'under 4 g', 'at most 600 EUR', 'make it 5 g'. Refuses naming the rule that binds. Answers what changed.",
  input: z.object({
    measure: z.enum(["mass", "price"]),
    value: z
      .number()
      .positive()
      .describe("Grams, or minor units of the price's currency (60000 for 600 EUR)."),
    bound: z
      .enum(["at-most", "near"])
      .default("at-most")
      .describe("near also makes a lighter or cheaper piece heavier; at-most leaves it."),
    patch: z
      .record(z.string(), z.unknown())
      .optional()
      .describe("Fields to change before, such as the alloy of 'under 4 g of 14K'."),
    designId: z.string().optional().describe("By default the current design."),
  }),
  run: async (turn, { measure, value, bound, patch, designId }) => {
    const solved = await solveDesignVerb(turn.ctx, {
      designId: designOf(turn, designId),
      target: { measure, value, bound },
      patch,
      ...madeIn(turn),
    });
    return { ...toDesignResult(solved), measure, wanted: value };
  },
});
