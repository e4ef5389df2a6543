import type { Finding } from "../../../../kernel/finding.ts";
import type { Kind, Reading, ReadNote } from "../../../../kinds/kind.ts";
import { fieldOf, formatValue } from "../../../../kinds/read/fields.ts";
import { findAlloy } from "../../../../shared/alloys.ts";
import type { Price } from "../../../../shared/money.ts";
import { digits, grams, list, money, sentence, signed, total, worstFirst } from "./format.ts";

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
    sentence(answer.words ?? kind.words(answer.spec)),
    standing(answer, locale),
    ...(reading?.notes ?? []).map((note) => note.message),
    budgetNote(answer, kind, reading, locale),
    problems(answer.problems),
    nextSteps(kind, answer),
  ]
    .filter(Boolean)
    .join(" ");
}

/** After an edit: each field with before and after, grams and money, and what was refused. */
export function afterEditing(
  answer: DesignAnswer,
  kind: Kind,
  reading: Said | null,
  locale: string,
): string {
  const notes = [
    ...(reading?.notes ?? []),
    ...(reading?.refused ?? []),
    ...(reading?.questions ?? []),
  ];
  if (answer.changes.length === 0) {
    return ["It is so already.", ...notes.map((note) => note.message)].join(" ");
  }
  return [
    `${sentence(changesOf(answer, kind, locale))} ${deltas(answer, locale)}`.trim(),
    ...notes.map((note: ReadNote) => note.message),
    budgetNote(answer, kind, reading, locale),
    problems(answer.newProblems) || healed(answer),
  ]
    .filter(Boolean)
    .join(" ");
}

/** After an undo. */
export function afterUndo(answer: DesignAnswer, kind: Kind, locale: string): string {
  const back = answer.changes.length === 0 ? "" : sentence(changesOf(answer, kind, locale));
  return ["Taken back.", back, deltas(answer, locale)].filter(Boolean).join(" ");
}

function changesOf(answer: DesignAnswer, kind: Kind, locale: string): string {
  const phrases = answer.changes.map(({ field, label, before, after }) => {
    const about = fieldOf(kind.schema, field) ?? {};
    return `${label.toLowerCase()} ${formatValue(about, before)} → ${formatValue(about, after)}`;
  });
  return list(phrases, locale);
}

/** "+0.31 g, +38 EUR; now 4.12 g and 1,240 EUR." */
function deltas(answer: DesignAnswer, locale: string): string {
  const { massG, price, massDeltaG, priceDeltaMinor } = answer;
  if (massG === null || !price) return "";
  const mass = signed(digits(massDeltaG, 2, locale), massDeltaG);
  const { currency } = price;
  const cost = signed(money({ currency, amountMinor: priceDeltaMinor }, locale), priceDeltaMinor);
  const isSame = Math.abs(massDeltaG) < 0.005 && priceDeltaMinor === 0;
  const now = `${grams(massG, locale)} and ${total(price, locale)}`;
  return isSame ? `Still ${now}.` : `${mass} g, ${cost}; now ${now}.`;
}

function standing(answer: DesignAnswer, locale: string): string {
  if (answer.massG === null || !answer.price) return "";
  const alloy = findAlloy(String(answer.spec.alloy ?? ""));
  const metal = alloy ? ` of ${alloy.label}` : "";
  const stones = answer.totalCarats
    ? `, ${digits(answer.totalCarats, 2, locale)} ct of stones`
    : "";
  return `${grams(answer.massG, locale)}${metal}${stones}, ${total(answer.price, locale)}.`;
}

function budgetNote(
  answer: DesignAnswer,
  kind: Kind,
  reading: Said | null,
  locale: string,
): string {
  const budget = reading?.budget;
  if (!budget || !answer.price) return "";
  const wanted = money(budget, locale);
  if (budget.currency !== answer.price.currency) {
    return `Your ${wanted} is noted; I price in ${answer.price.currency}.`;
  }
  const over = answer.price.totalMinor - budget.amountMinor;
  if (over <= 0) return `That is within your ${wanted}.`;
  const by = money({ currency: budget.currency, amountMinor: over }, locale);
  return `That is ${by} over your ${wanted}: ${CHEAPER[kind.category]} brings it down.`;
}

/** What brings a price down. */
const CHEAPER: Record<Kind["category"], string> = {
  jewellery: "a lower karat, silver or a smaller stone",
  garment: "another fabric or a shorter cut",
  figurine: "a smaller size or a hollow body",
  relief: "a smaller size or another material",
  object: "a smaller size or another material",
};

function problems(findings: readonly Finding[]): string {
  const worst = worstFirst(findings).slice(0, 2);
  return worst.map((finding) => sentence(finding.message)).join(" ");
}

function healed(answer: DesignAnswer): string {
  const failing = answer.problems.filter((finding) => finding.status === "fail");
  return failing.length > 0 ? `Still to solve: ${sentence(failing[0]!.message)}` : "";
}

function nextSteps(kind: Kind, answer: DesignAnswer): string {
  const [first, second] = kind.suggest?.(answer.spec) ?? [];
  if (!first) return "";
  return second ? `Next, try “${first}” or “${second}”.` : `Next, try “${first}”.`;
}
