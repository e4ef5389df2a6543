import { findKind } from "../../../kinds/registry.ts";
import { afterEditing, afterMaking, afterUndo, type DesignAnswer } from "./answers/after-design.ts";
import {
  afterCheck,
  afterDrawing,
  afterPricing,
  type CheckAnswer,
  type DrawAnswer,
  type PriceAnswer,
} from "./answers/after-look.ts";
import { drawing } from "./drawing.ts";
import type { Wishes } from "./intents.ts";
import { readAsEdit } from "./read-design.ts";
import { call, type Reply, say } from "./reply.ts";
import type { Situation, ToolAnswer } from "./situation.ts";

/** Goes on after tools answered: calls what the message still asks for, then says what came of it all. */
export function respondToTools(situation: Situation, wishes: Wishes): Reply {
  const done = new Set(situation.answers.map((answer) => answer.tool));
  const hasFailed = situation.answers.some((answer) => answer.error !== null);
  const hasMade = ["make_design", "edit_design", "undo"].some((tool) => done.has(tool));
  if (hasMade && !hasFailed) {
    const more = nextCall(wishes, done);
    if (more) return more;
  }
  return say(...situation.answers.map((answer) => toText(answer, situation)));
}

/** What a message that changed the piece asks for besides: "… and show it from the side". */
function nextCall({ intents, views, count }: Wishes, done: ReadonlySet<string>): Reply | null {
  if (intents.has("draw") && views.length > 0 && !done.has("draw_pictures")) {
    return call("draw_pictures", drawing(views, count));
  }
  if (intents.has("check") && !done.has("check_design")) return call("check_design", {});
  return intents.has("price") && !done.has("price_design") ? call("price_design", {}) : null;
}

function toText({ tool, value, error }: ToolAnswer, situation: Situation): string {
  if (error !== null) return `${error} What shall I do?`;
  const { locale } = situation;
  switch (tool) {
    case "make_design":
    case "edit_design":
    case "undo":
      return describeDesign(tool, value as unknown as DesignAnswer, situation);
    case "check_design":
      return afterCheck(value as unknown as CheckAnswer, locale);
    case "price_design": {
      const asked = readAsEdit(situation.text, situation)?.reading.patch.alloy;
      return afterPricing(
        value as unknown as PriceAnswer,
        asked === undefined ? null : String(asked),
        locale,
      );
    }
    case "draw_pictures":
      return afterDrawing(value as unknown as DrawAnswer, locale);
    case "rename_design":
      return `It is called “${String(value?.title)}” now.`;
    default:
      return "Done.";
  }
}

function describeDesign(tool: string, answer: DesignAnswer, situation: Situation): string {
  const { text, locale } = situation;
  const kind = findKind(answer.kind);
  if (!kind) return answer.words ?? "";
  if (tool === "make_design") {
    return afterMaking(answer, kind, kind.read(text, { current: null, locale }), locale);
  }
  if (tool === "undo") return afterUndo(answer, kind, locale);
  const before = { ...answer.spec };
  for (const change of answer.changes) before[change.field] = change.before;
  return afterEditing(answer, kind, kind.read(text, { current: before, locale }), locale);
}
