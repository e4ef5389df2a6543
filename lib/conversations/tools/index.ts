import { type ToolSet, tool } from "ai";
import { v5 as uuidOf } from "uuid";
import { invalidInput } from "#lib/shared/errors.ts";
import { callPlace } from "../turn/chunk-log.ts";
import { askForQuote } from "./ask-for-quote.ts";
import { changeStyle } from "./change-style.ts";
import { checkDesign } from "./check-design.ts";
import { compareRevisions } from "./compare-revisions.ts";
import { conceptPictures } from "./concept-pictures.ts";
import { drawPictures } from "./draw-pictures.ts";
import { editDesign } from "./edit-design.ts";
import { findProducts } from "./find-products.ts";
import { makeDesign } from "./make-design.ts";
import { matchAteliers } from "./match-ateliers.ts";
import { priceDesign } from "./price-design.ts";
import { renameDesign } from "./rename-design.ts";
import { repaintRegion } from "./repaint-region.ts";
import { runSizes } from "./run-sizes.ts";
import { saveToCollection } from "./save-to-collection.ts";
import { sculptPicture } from "./sculpt-picture.ts";
import { showVariations } from "./show-variations.ts";
import { solveDesign } from "./solve-design.ts";
import { awaitingApproval, type Budget } from "./spending.ts";
import type { ToolDescriptor, ToolTurn } from "./tool.ts";
import { undo } from "./undo.ts";

/** Every tool of the designer. */
export const DESIGNER_TOOLS: readonly ToolDescriptor[] = [
  makeDesign,
  sculptPicture,
  editDesign,
  solveDesign,
  runSizes,
  undo,
  compareRevisions,
  drawPictures,
  showVariations,
  conceptPictures,
  changeStyle,
  repaintRegion,
  checkDesign,
  priceDesign,
  renameDesign,
  saveToCollection,
  matchAteliers,
  findProducts,
  askForQuote,
];

/** What all calls of one model step have in common. */
export type StepTurn = Omit<ToolTurn, "effectId"> & {
  messageId: string;
  /** Number of the model step within the turn, from 1. */
  step: number;
  /** Tool calls of the earlier steps. */
  calledBefore: number;
  /** What calls answered in an earlier attempt of the step, by `callPlace`. */
  knownResults: ReadonlyMap<string, unknown>;
  /** What this step may spend without asking. */
  budget: Budget;
};

/** Most tool calls of one turn: a model that goes in circles costs time and money. */
export const MAX_TOOL_CALLS = 16;

const tooManyCalls = () =>
  invalidInput(
    `One answer does at most ${MAX_TOOL_CALLS} things. Say what was done and what is still open.`,
    { details: { maximum: MAX_TOOL_CALLS } },
  );

/**
 * The designer's tools for one step of a turn. Calls are numbered as they come: the effect of the n-th call of a step has
 * the same id however often the step runs, so nothing is made twice. A design made by one call is the current one of
 * the next.
 */
export function designerTools(turn: StepTurn): ToolSet {
  let calls = 0;
  let designId = turn.designId;
  let budget = turn.budget;
  const execute = async (descriptor: ToolDescriptor, input: unknown) => {
    calls += 1;
    if (turn.calledBefore + calls > MAX_TOOL_CALLS) throw tooManyCalls();
    const effectId = uuidOf(`${turn.step}/${calls}/${descriptor.name}`, turn.messageId);
    const call = { ...turn, designId, effectId };
    const cost = (await descriptor.costMicroUsd?.(call, input)) ?? 0;
    if (cost > 0 && budget !== null) {
      if (cost > budget) return awaitingApproval(cost);
      budget -= cost;
    }
    const known = turn.knownResults.get(callPlace(calls, descriptor.name));
    const result = known ?? (await descriptor.run(call, input));
    const made = (result as { designId?: string } | null)?.designId;
    if (made) designId = made;
    return cost > 0 ? { ...(result as object), paidMicroUsd: cost } : result;
  };
  return Object.fromEntries(
    DESIGNER_TOOLS.map((descriptor) => [
      descriptor.name,
      tool({
        description: descriptor.description,
        inputSchema: descriptor.input,
        execute: (input: unknown) => execute(descriptor, input),
      }),
    ]),
  );
}
