import type { Finding } from "../../../../kernel/finding.ts";
import type { Kind, Reading, ReadNote } from "../../../../kinds/kind.ts";
import { fieldsOf, formatValue } from "../../../../kinds/read/fields.ts";
import { fieldsIn, labelIn } from "../../../../kinds/tongues/labels/index.ts";
import { sentenceIn } from "../../../../kinds/tongues/sentences/index.ts";
import { findAlloy } from "../../../../shared/alloys.ts";
import type { Price } from "../../../../shared/money.ts";
import { describePiece, wishesFor } from "./describe.ts";
import { digits, grams, list, money, sentence, signed, total, worstFirst } from "./format.ts";
import { answerTexts } from "./texts/index.ts";

/** What a tool that makes or changes a design answers, as far as it is talked about. */
export interface DesignAnswer {
  kind: string;
  revision: number;
  spec: Record<string, unknown>;
  words: string | null;
  changes: { field: string; label: string; before: unknown; after: unknown }[];
  massDeltaG: number;
  priceDeltaMinor: number;
  massG: number | null;
  totalCarats: number | null;
  price: Price | null;
  problems: Finding[];
  newProblems: Finding[];
  /** Of a piece that was made: numbers nobody chose that follow those somebody chose. */
  moved?: DesignAnswer["changes"];
}

type Said = Reading<Record<string, unknown>>;

/** After a new design: what it is, what it weighs and costs, what to mind, what to try next. */
export function afterMaking(
  answer: DesignAnswer,
  kind: Kind,
  reading: Said | null,
  locale: string,
): string {
  return [
    sentence(describePiece(kind, answer.spec, answer.words, locale)),
    standing(answer, locale),
    followed(answer, kind, locale),
    ...told(reading?.notes, locale),
    budgetNote(answer, kind, reading, locale),
    problems(answer.problems, locale),
    nextSteps(kind, answer, locale),
  ]
    .filter(Boolean)
    .join(" ");
}

/** What is not as it usually is, since something that was said asks for it. */
function followed({ moved = [] }: DesignAnswer, kind: Kind, locale: string): string {
  if (moved.length === 0) return "";
  return answerTexts(locale).followed(changesOf({ changes: moved }, kind, locale));
}

/** After an edit: each field with before and after, grams and money, and what was refused. */
export function afterEditing(
  answer: DesignAnswer,
  kind: Kind,
  reading: Said | null,
  locale: string,
): string {
  const { notes = [], refused = [], questions = [] } = reading ?? {};
  const said = told([...notes, ...refused, ...questions], locale);
  if (answer.changes.length === 0) return [answerTexts(locale).isSo, ...said].join(" ");
  return [
    `${sentence(changesOf(answer, kind, locale))} ${deltas(answer, locale)}`.trim(),
    ...said,
    budgetNote(answer, kind, reading, locale),
    problems(answer.newProblems, locale) || healed(answer, locale),
  ]
    .filter(Boolean)
    .join(" ");
}

/** After an undo. */
export function afterUndo(answer: DesignAnswer, kind: Kind, locale: string): string {
  const back = answer.changes.length === 0 ? "" : sentence(changesOf(answer, kind, locale));
  return [answerTexts(locale).takenBack, back, deltas(answer, locale)].filter(Boolean).join(" ");
}

const told = (notes: readonly ReadNote[] | undefined, locale: string) =>
  (notes ?? []).map((note) => sentenceIn(locale, note.message));

/** "Band width 2 mm → 2.4 mm and finish polished → satin". */
export function changesOf(
  answer: Pick<DesignAnswer, "changes">,
  kind: Kind,
  locale: string,
): string {
  const fields = fieldsIn(locale, fieldsOf(kind.schema));
  const phrases = answer.changes.map(({ field, label, before, after }) => {
    const about = fields.find(({ name }) => name === field);
    const named = about?.label ?? label;
    // German nouns keep their capitals.
    const shown = locale.startsWith("de") ? named : named.toLowerCase();
    const value = (of: unknown) =>
      typeof of === "boolean"
        ? answerTexts(locale)[of ? "yes" : "no"]
        : formatValue(about ?? {}, of, locale);
    return `${shown} ${value(before)} → ${value(after)}`;
  });
  return list(phrases, locale);
}

/** "+0.31 g, +38 EUR; now 4.12 g and 1,240 EUR." */
function deltas(answer: DesignAnswer, locale: string): string {
  const { massG, price, massDeltaG, priceDeltaMinor } = answer;
  if (massG === null || !price) return "";
  const texts = answerTexts(locale);
  const mass = signed(digits(massDeltaG, 2, locale), massDeltaG);
  const { currency } = price;
  const cost = signed(money({ currency, amountMinor: priceDeltaMinor }, locale), priceDeltaMinor);
  const isSame = Math.abs(massDeltaG) < 0.005 && priceDeltaMinor === 0;
  const now = texts.and(grams(massG, locale), total(price, locale));
  return isSame ? texts.still(now) : texts.delta(`${mass} g`, cost, now);
}

function standing(answer: DesignAnswer, locale: string): string {
  if (answer.massG === null || !answer.price) return "";
  const texts = answerTexts(locale);
  const alloy = findAlloy(String(answer.spec.alloy ?? ""));
  const metal = alloy ? texts.ofMetal(labelIn(locale, alloy.label)) : "";
  const stones = answer.totalCarats ? texts.ofStones(digits(answer.totalCarats, 2, locale)) : "";
  // The numbers are the preview's: the final mesh is a little finer.
  const facts = `${grams(answer.massG, locale)}${metal}${stones}, ${total(answer.price, locale)}`;
  return `${texts.about(facts)}.`;
}

function budgetNote(
  answer: DesignAnswer,
  kind: Kind,
  reading: Said | null,
  locale: string,
): string {
  const budget = reading?.budget;
  if (!budget || !answer.price) return "";
  const texts = answerTexts(locale);
  const wanted = money(budget, locale);
  if (budget.currency !== answer.price.currency) {
    return texts.otherCurrency(wanted, answer.price.currency);
  }
  const over = answer.price.totalMinor - budget.amountMinor;
  if (over <= 0) return texts.within(wanted);
  const by = money({ currency: budget.currency, amountMinor: over }, locale);
  return texts.over(by, wanted, texts.cheaper[kind.category]);
}

function problems(findings: readonly Finding[], locale: string): string {
  const worst = worstFirst(findings).slice(0, 2);
  return worst.map(({ message }) => sentence(sentenceIn(locale, message))).join(" ");
}

function healed(answer: DesignAnswer, locale: string): string {
  const failing = answer.problems.find((finding) => finding.status === "fail");
  if (!failing) return "";
  return answerTexts(locale).stillToSolve(sentence(sentenceIn(locale, failing.message)));
}

function nextSteps(kind: Kind, answer: DesignAnswer, locale: string): string {
  const texts = answerTexts(locale);
  const wishes = wishesFor(kind, answer.spec, locale, texts.wishes[kind.category]);
  return wishes.length > 0 ? texts.next(wishes) : "";
}
