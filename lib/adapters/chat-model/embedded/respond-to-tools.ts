import { findKind } from "../../../kinds/registry.ts";
import { sentenceIn } from "../../../kinds/tongues/sentences/index.ts";
import { type AskedAnswer, afterAsking } from "./answers/after-asking.ts";
import { afterComparing, type ComparedAnswer } from "./answers/after-comparing.ts";
import { afterEditing, afterMaking, afterUndo, type DesignAnswer } from "./answers/after-design.ts";
import {
  afterCheck,
  afterDrawing,
  afterFinding,
  afterPricing,
  afterRunningSizes,
  type CheckAnswer,
  type DrawAnswer,
  type FoundAnswer,
  type PriceAnswer,
  type SizesAnswer,
} from "./answers/after-look.ts";
import { afterMatching, type MakersAnswer } from "./answers/after-makers.ts";
import { answerTexts } from "./answers/texts/index.ts";
import { drawing } from "./drawing.ts";
import type { Wishes } from "./intents.ts";
import { askForMakers } from "./makers.ts";
import { readAsEdit } from "./read-design.ts";
import { call, type Reply, say } from "./reply.ts";
import type { Situation, ToolAnswer } from "./situation.ts";

/** Goes on after tools answered: calls what the message still asks for, then says what came of it all. */
export function respondToTools(situation: Situation, wishes: Wishes): Reply {
  const done = new Set(situation.answers.map((answer) => answer.tool));
  const hasFailed = situation.answers.some((answer) => answer.error !== null);
  const hasMade = ["make_design", "sculpt_picture", "edit_design", "solve_design", "undo"].some(
    (tool) => done.has(tool),
  );
  if (hasMade && !hasFailed) {
    const more =
      solveAfterMaking(situation) ?? nextCall(wishes, done) ?? makersAfterMaking(situation, wishes);
    if (more) return more;
  }
  return say(...situation.answers.map((answer) => toText(answer, situation)));
}

/** "A gold ring under 4 g": what was made is moved there. */
function solveAfterMaking({ answers, text, locale }: Situation): Reply | null {
  const [made, ...others] = answers;
  if (made?.tool !== "make_design" || others.length > 0) return null;
  const kind = findKind(String(made.value?.kind));
  const mass = kind?.read(text, { current: null, locale }).mass;
  if (!mass) return null;
  return call("solve_design", {
    measure: "mass",
    value: mass.g,
    bound: mass.isLimit ? "at-most" : "near",
  });
}

/** "A rose gold ring; who can make it in Lyon?" */
function makersAfterMaking(situation: Situation, { intents }: Wishes): Reply | null {
  const isAsked = situation.answers.some(({ tool }) => tool === "match_ateliers");
  const made = situation.answers.findLast(({ value }) => value?.kind !== undefined);
  if (!made || isAsked || !intents.has("makers")) return null;
  return askForMakers(situation, String(made.value?.kind));
}

/** What a message that changed the piece asks for besides: "… and show it from the side". */
function nextCall({ intents, views, count }: Wishes, done: ReadonlySet<string>): Reply | null {
  if (intents.has("draw") && views.length > 0 && !done.has("draw_pictures")) {
    return call("draw_pictures", drawing(views, count));
  }
  if (intents.has("check") && !done.has("check_design")) return call("check_design", {});
  // Solving tells grams and money already.
  const isTold = done.has("price_design") || done.has("solve_design");
  return intents.has("price") && !isTold ? call("price_design", {}) : null;
}

function toText({ tool, value, error }: ToolAnswer, situation: Situation): string {
  const { locale } = situation;
  const texts = answerTexts(locale);
  if (error !== null) return texts.failed(sentenceIn(locale, error));
  switch (tool) {
    case "make_design":
    case "sculpt_picture":
    case "edit_design":
    case "solve_design":
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
    case "run_sizes":
      return afterRunningSizes(value as unknown as SizesAnswer, locale);
    case "compare_revisions":
      return afterComparing(value as unknown as ComparedAnswer, locale);
    case "draw_pictures":
    case "show_variations":
      return afterDrawing(value as unknown as DrawAnswer, locale);
    case "repaint_region":
      return texts.repainting;
    case "find_products":
      return afterFinding(value as unknown as FoundAnswer, locale);
    case "ask_for_quote":
      return afterAsking(value as unknown as AskedAnswer, locale);
    case "match_ateliers":
      return afterMatching(value as unknown as MakersAnswer, locale);
    case "save_to_collection":
      return texts.saved(String(value?.collection), Number(value?.count));
    case "rename_design":
      return texts.renamed(String(value?.title));
    default:
      return texts.done;
  }
}

function describeDesign(tool: string, answer: DesignAnswer, situation: Situation): string {
  const { text, locale, ringSystem } = situation;
  const kind = findKind(answer.kind);
  if (!kind) return answer.words ?? "";
  if (tool === "make_design" || tool === "sculpt_picture") {
    return afterMaking(
      answer,
      kind,
      kind.read(text, { current: null, locale, ringSystem }),
      locale,
    );
  }
  if (tool === "undo") return afterUndo(answer, kind, locale);
  const before = { ...answer.spec };
  for (const change of answer.changes) before[change.field] = change.before;
  return afterEditing(
    answer,
    kind,
    kind.read(text, { current: before, locale, ringSystem }),
    locale,
  );
}
