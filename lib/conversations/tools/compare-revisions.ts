import { z } from "zod";
import { compareRevisions as compareVerb } from "#lib/designs/compare-revisions.ts";
import { getDesign } from "#lib/designs/get-design.ts";
import type { FieldChange } from "#lib/designs/types.ts";
import type { Finding } from "#lib/kernel/finding.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import { designOf } from "./current-design.ts";
import { defineTool } from "./tool.ts";

/** What the tool answers, for the model and for the card. */
export interface ComparedRevisions {
  designId: string;
  kind: string;
  from: number;
  to: number;
  changes: FieldChange[];
  massDeltaG: number;
  priceDeltaMinor: number;
  currency: string;
  addedMm3: number;
  removedMm3: number;
  newFindings: Finding[];
  goneFindings: Finding[];
}

export const compareRevisions = defineTool({
  name: "compare_revisions",
  description:
    "Answers what lies between two versions of the current design: fields, mm³ added and removed, grams, price, findings. " +
    "For 'what changed since version 2', 'compare with the one before'.",
  isReading: true,
  input: z.object({
    from: z
      .int()
      .min(1)
      .optional()
      .describe("Number of the earlier one; by default the one before."),
    to: z.int().min(1).optional().describe("By default the newest."),
    designId: z.string().optional(),
  }),
  run: async (turn, { designId, ...wanted }): Promise<ComparedRevisions> => {
    const { id, kind, revision } = await getDesign(turn.ctx, {
      designId: designOf(turn, designId),
    });
    const to = wanted.to ?? revision.number;
    const from = wanted.from ?? to - 1;
    if (from < 1 || from === to) {
      throw invalidInput(
        revision.number === 1
          ? "There is one version yet, and nothing to compare it with."
          : `Name two different versions, from 1 to ${revision.number}.`,
        { details: { field: "from", minimum: 1, maximum: revision.number } },
      );
    }
    const { fields, massDeltaG, priceDeltaMinor, currency, ...found } = await compareVerb(
      turn.ctx,
      { designId: id, from, to },
    );
    const { addedMm3, removedMm3, newFindings, goneFindings } = found;
    return {
      ...{ designId: id, kind, from, to, changes: fields },
      ...{ massDeltaG, priceDeltaMinor, currency, addedMm3, removedMm3, newFindings, goneFindings },
    };
  },
});
