import type { Kind } from "../../../kinds/kind.ts";
import { namedAnotherKind, namedKind } from "../../../kinds/named-kind.ts";
import { findKind, listKinds } from "../../../kinds/registry.ts";
import { type KindReading, surestReading } from "../../../kinds/surest-reading.ts";
import { sentenceIn } from "../../../kinds/tongues/sentences/index.ts";
import { describePiece } from "./answers/describe.ts";
import { sentence } from "./answers/format.ts";
import { answerTexts } from "./answers/texts/index.ts";
import {
  askBack,
  askForDetails,
  askWhatToChange,
  askWhatToMake,
  askWhatToMakeOfPicture,
  explain,
  greet,
} from "./answers/without-design.ts";
import { drawing, varying } from "./drawing.ts";
import { readWishes, type Wishes } from "./intents.ts";
import { askForMakers } from "./makers.ts";
import { hasPatch, readAsEdit, targetOf, withNearest, withShared } from "./read-design.ts";
import { call, type Reply, say } from "./reply.ts";
import { respondToTools } from "./respond-to-tools.ts";
import { pictureMeant, withSentPicture } from "./sent-picture.ts";
import type { Situation, TableDesign } from "./situation.ts";

/** From this confidence on a message describes a piece. */
const SURE = 0.5;
/** Below, it has nothing to do with one. */
const UNRELATED = 0.2;

/** What the designer does next in a situation: reads the message, or goes on after its tools answered. */
export function respond(situation: Situation): Reply {
  const wishes = readWishes(situation.text, situation.locale);
  if (situation.answers.length > 0) return respondToTools(situation, wishes);
  return (
    respondToMask(situation) ??
    respondToName(situation, wishes) ??
    respondToSave(situation, wishes) ??
    respondToUndo(situation, wishes) ??
    respondToCompare(situation, wishes) ??
    respondToMakers(situation, wishes) ??
    respondToFind(situation, wishes) ??
    respondToQuestion(situation, wishes) ??
    respondToAgreement(situation, wishes) ??
    respondToDesign(situation, wishes) ??
    respondToTalk(situation, wishes)
  );
}

/** What was drawn on a picture of the piece is made anew as the words beside it say. */
function respondToMask({ masks, current, said }: Situation): Reply | null {
  const [mask] = masks;
  return mask && current ? call("repaint_region", { ...mask, prompt: said }) : null;
}

function respondToName({ current }: Situation, { name }: Wishes): Reply | null {
  return name && current ? call("rename_design", { title: name }) : null;
}

function respondToSave({ current }: Situation, { collection }: Wishes): Reply | null {
  return collection && current ? call("save_to_collection", { title: collection }) : null;
}

function respondToUndo({ current, locale }: Situation, { intents, version }: Wishes): Reply | null {
  if (!intents.has("undo")) return null;
  if (!current) return say(answerTexts(locale).nothingToUndo);
  return call("undo", version === null ? {} : { toRevision: version });
}

/** "What changed since version 2?" */
function respondToCompare(
  { current, locale }: Situation,
  { intents, version }: Wishes,
): Reply | null {
  if (!intents.has("compare")) return null;
  if (!current) return say(answerTexts(locale).nothingToCompare);
  return call("compare_revisions", version === null ? {} : { from: version });
}

/** Ways of printing as people name them; what is asked without one is checked for the piece's own process. */
const PROCESS_WORDS: readonly (readonly [string, RegExp])[] = [
  ["fdm", /\b(fdm|fff|filament)\b/i],
  ["sla", /\b(sla|dlp|resin)\b/i],
  ["full-colour", /\b(full[- ]colou?r|colou?r[- ]print\w*|polyjet)\b/i],
];

function checking(text: string): Reply {
  const process = PROCESS_WORDS.find(([, words]) => words.test(text))?.[0];
  return call("check_design", process ? { process } : {});
}

/** "Find me something similar to buy": what looks like the piece on the table, else what the words say. */
function respondToFind(situation: Situation, { intents }: Wishes): Reply | null {
  if (!intents.has("find")) return null;
  const { current, text } = situation;
  const imageId = pictureMeant(situation);
  if (imageId) return call("find_products", { imageId });
  return call("find_products", current ? { likeDesign: true } : { text });
}

function respondToMakers(situation: Situation, { intents }: Wishes): Reply | null {
  const { current } = situation;
  return current && intents.has("makers") ? askForMakers(situation, current.kind) : null;
}

/** Questions about the piece are answered, not taken for changes: "is the band too thin?" */
function respondToQuestion(situation: Situation, wishes: Wishes): Reply | null {
  if (!situation.current || !wishes.isQuestion) return null;
  if (wishes.intents.has("check")) return checking(situation.text);
  if (wishes.intents.has("price")) return call("price_design", {});
  const edit = readAsEdit(situation.text, situation);
  return edit && edit.reading.confidence >= SURE ? call("check_design", {}) : null;
}

/** "Yes" to a refusal or a question: the last message again, with what was proposed. */
function respondToAgreement(situation: Situation, { intents }: Wishes): Reply | null {
  const { askedAbout, current, locale, ringSystem, text } = situation;
  if (!askedAbout || !intents.has("agree") || text.length > SHORT) return null;
  const edit = kindBeside(askedAbout, situation) ? null : readAsEdit(askedAbout, situation);
  const described = edit ?? surestReading(askedAbout, locale, ringSystem);
  const spec = withNearest(described);
  if (Object.keys(spec).length === 0) return null;
  return edit && current
    ? call("edit_design", { patch: spec })
    : call("make_design", { kind: described.kind.id, spec });
}

function respondToDesign(situation: Situation, wishes: Wishes): Reply | null {
  const { locale, ringSystem } = situation;
  const text = withWhatWasAsked(situation);
  const anew = withSentPicture(surestReading(text, locale, ringSystem), situation);
  const read = readAsEdit(text, situation);
  const edit = read && withSentPicture(read, situation);
  const other = kindBeside(text, situation);
  const begins =
    !edit || other !== null || wishes.intents.has("begin") || isAnotherPiece(anew, wishes);
  if (begins && wishes.intents.has("surprise")) {
    return makeDesign(surestReading(anew.kind.example, locale));
  }
  const matching = other && wishes.intents.has("match") ? withShared(anew, situation) : anew;
  if (wishes.intents.has("begin") && !hasPatch(matching))
    return say(askForDetails(anew.kind, locale));
  return begins ? beginDesign(matching, locale) : changeDesign(edit, locale);
}

/** A kind the message names that is not the one on the table: "now earrings to match". */
function kindBeside(text: string, { current, locale }: Situation): Kind | null {
  const kind = current && findKind(current.kind);
  return kind ? namedAnotherKind(text, locale, listKinds(), kind) : null;
}

/** Longest message that is taken for the answer to a question, characters. */
const SHORT = 60;

/** "Tourmaline" after "which pink stone?": the message with the one it completes, unless it stands by itself. */
function withWhatWasAsked(situation: Situation): string {
  const { text, askedAbout, locale, ringSystem } = situation;
  if (!askedAbout) return text;
  if (isAboutAsked(situation, askedAbout)) return `${askedAbout} ${text}`;
  if (text.length > SHORT) return text;
  const alone = readAsEdit(text, situation) ?? surestReading(text, locale, ringSystem);
  const isEnough = hasPatch(alone) && alone.reading.confidence >= SURE;
  return isEnough ? text : `${askedAbout} ${text}`;
}

/** "Rose gold, 25 mm" after "a pendant" and its question: the piece that was named is the one that is described. */
function isAboutAsked(situation: Situation, askedAbout: string): boolean {
  const { text, locale, current } = situation;
  const kinds = listKinds();
  if (namedKind(text, locale, kinds)?.kind) return false;
  if (current) return kindBeside(askedAbout, situation) !== null;
  return namedKind(askedAbout, locale, kinds)?.isHint === false;
}

/** With a piece on the table, a new one of its kind is described by "a ring …" with more than one thing about it. */
const isAnotherPiece = ({ reading }: KindReading, { describesAnew }: Wishes) =>
  describesAnew && reading.confidence >= 0.75 && Object.keys(reading.patch).length >= 2;

function beginDesign(described: KindReading, locale: string): Reply | null {
  const { kind, reading, isNamed = false } = described;
  if (reading.confidence < UNRELATED) {
    const [note] = reading.notes ?? [];
    return note ? say(sentenceIn(locale, note.message)) : null;
  }
  const isOpen = reading.refused.length + reading.questions.length > 0;
  if (isOpen) return say(askBack(reading.refused, reading.questions, locale));
  if (!hasPatch(described)) return say(askForDetails(kind, locale));
  return isNamed || reading.confidence >= SURE ? makeDesign(described) : null;
}

const makeDesign = ({ kind, reading }: KindReading) =>
  call("make_design", { kind: kind.id, spec: reading.patch });

function changeDesign(described: KindReading, locale: string): Reply | null {
  const { reading } = described;
  const target = targetOf(reading);
  if (target) return call("solve_design", { ...target, patch: reading.patch });
  if (reading.sizes && !hasPatch(described)) return call("run_sizes", { ...reading.sizes });
  if (hasPatch(described)) return call("edit_design", { patch: reading.patch });
  if (reading.refused.length + reading.questions.length > 0) {
    return say(askBack(reading.refused, reading.questions, locale));
  }
  const notes = reading.notes ?? [];
  if (notes.length > 0) return say(...notes.map((note) => sentenceIn(locale, note.message)));
  // It says something the piece already has: the tool answers with its numbers.
  return reading.confidence >= SURE ? call("edit_design", { patch: {} }) : null;
}

function respondToTalk(situation: Situation, { intents, views, count }: Wishes): Reply {
  const { current, locale, text } = situation;
  const kinds = listKinds();
  const texts = answerTexts(locale);
  if (current) {
    if (intents.has("ask-ateliers")) return call("ask_for_quote", {});
    if (intents.has("vary") && views.length === 0) return call("show_variations", varying(count));
    if (intents.has("draw") || views.length > 0)
      return call("draw_pictures", drawing(views, count));
    if (intents.has("check")) return checking(text);
    if (intents.has("price")) return call("price_design", {});
    if (intents.has("describe")) return say(wordsOf(current, locale), texts.whatShallChange);
    if (intents.has("files")) {
      return say(texts.files);
    }
    if (intents.has("thank")) return say(texts.glad);
    if (intents.has("decline")) return say(texts.stays);
  }
  if (intents.has("makers")) return say(texts.noPieceYet);
  if (intents.has("thank") && text.length < SHORT) {
    return say(texts.welcome);
  }
  if (intents.has("help")) return say(explain(kinds, locale));
  if (intents.has("greet") && text.length < SHORT)
    return say(greet(kinds, current !== null, locale));
  if (situation.hasPicture) return say(askWhatToMakeOfPicture(kinds, locale));
  return say(
    current
      ? askWhatToChange(findKind(current.kind), current.spec, locale)
      : askWhatToMake(kinds, locale),
  );
}

function wordsOf({ kind: id, spec, words }: TableDesign, locale: string): string | null {
  const kind = findKind(id);
  return kind ? sentence(describePiece(kind, spec, words, locale)) : words;
}
