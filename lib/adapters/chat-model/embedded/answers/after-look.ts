import type { Finding } from "../../../../kernel/finding.ts";
import { labelIn } from "../../../../kinds/tongues/labels/index.ts";
import { sentenceIn } from "../../../../kinds/tongues/sentences/index.ts";
import { findAlloy } from "../../../../shared/alloys.ts";
import type { Price } from "../../../../shared/money.ts";
import { digits, grams, list, money, sentence, total, worstFirst } from "./format.ts";
import type { JudgedAs, MadeBy } from "./texts/answer-texts.ts";
import { answerTexts } from "./texts/index.ts";

/** What `check_design` answers. */
export interface CheckAnswer {
  findings: Finding[];
  thinnestWallMm: number | null;
  watertight: boolean | null;
  pieces: number | null;
  /** Of the process that was asked about. */
  verdict?: ProcessAnswer | null;
}

interface ProcessAnswer {
  process: string;
  status: JudgedAs;
  problems: Finding[];
}

/** Whether it can be made, what stands against it, with numbers. */
export function afterCheck(answer: CheckAnswer, locale: string): string {
  const texts = answerTexts(locale);
  if (answer.verdict) return afterJudging(answer.verdict, locale);
  const bad = worstFirst(answer.findings).filter((finding) => finding.status !== "pass");
  const fails = bad.some((finding) => finding.status === "fail");
  const state = fails ? "fails" : bad.length > 0 ? "care" : "works";
  return [
    texts.verdict(madeBy(answer.findings), state),
    ...bad.map((finding) => sentence(sentenceIn(locale, finding.message))),
    answer.watertight && answer.pieces === 1 ? texts.oneSolid : "",
    answer.thinnestWallMm === null
      ? texts.wallPending
      : texts.wall(digits(answer.thinnestWallMm, 2, locale)),
    texts.rules(answer.findings.length),
  ]
    .filter(Boolean)
    .join(" ");
}

/** How the piece would come out of one process. */
function afterJudging({ process, status, problems }: ProcessAnswer, locale: string): string {
  const texts = answerTexts(locale);
  const worst = worstFirst(problems).slice(0, 2);
  return [
    texts.judged(texts.processes[process] ?? process, status),
    ...worst.map((finding) => sentence(sentenceIn(locale, finding.message))),
  ].join(" ");
}

/** "Cast", "printed"; what no process was checked for is made. */
function madeBy(findings: readonly Finding[]): MadeBy {
  const processes = new Set(findings.map(({ process }) => process));
  if (processes.has("cast-metal")) return "cast";
  return processes.size > 0 ? "printed" : "made";
}

/** What `price_design` answers. */
export interface PriceAnswer {
  price: Price | null;
  massG: number | null;
  totalCarats: number | null;
  massByAlloy: Record<string, number>;
}

/** The price line by line; `alloy` names another metal the person asked about. */
export function afterPricing(answer: PriceAnswer, alloy: string | null, locale: string): string {
  const { price, massG } = answer;
  const texts = answerTexts(locale);
  if (!price || massG === null) return texts.pricePending;
  const { currency } = price;
  const lines = price.lines
    .filter((line) => line.amountMinor !== 0 && line.id !== "rounding")
    .map(({ label, amountMinor }) => {
      return `${labelIn(locale, label).toLowerCase()} ${money({ currency, amountMinor }, locale)}`;
    });
  const other = alloy ? findAlloy(alloy) : null;
  const otherMass = other ? answer.massByAlloy[other.id] : undefined;
  return [
    texts.price(total(price, locale), grams(massG, locale), list(lines, locale)),
    texts.rates(price.ratesAsOf),
    other && otherMass !== undefined
      ? texts.otherMetal(labelIn(locale, other.label), grams(otherMass, locale))
      : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** What `draw_pictures` answers. */
export interface DrawAnswer {
  pictures: { view: string; seed: number }[];
}

export function afterDrawing({ pictures }: DrawAnswer, locale: string): string {
  const texts = answerTexts(locale);
  const views = [...new Set(pictures.map(({ view }) => texts.views[view] ?? view))];
  return texts.drawing(pictures.length, list(views, locale), pictures.length > views.length);
}

/** What `run_sizes` answers. */
export interface SizesAnswer {
  system: string;
  sizes: string[];
}

export function afterRunningSizes({ system, sizes }: SizesAnswer, locale: string): string {
  const [first, last] = [sizes[0] ?? "", sizes.at(-1) ?? ""];
  return answerTexts(locale).sizes(sizes.length, system.toUpperCase(), first, last);
}

export interface FoundAnswer {
  total: number;
  noMatch: { reason: string } | null;
  products: { title: string; brand: string; why: string }[];
}

/** Says what comes nearest and why, or that makers are the better way. */
export function afterFinding(answer: FoundAnswer, locale: string): string {
  const { total: count, noMatch, products } = answer;
  const texts = answerTexts(locale);
  if (noMatch) return texts.byMakers(noMatch.reason);
  const [first] = products;
  if (!first) return texts.nothingLike;
  return texts.nearest(first.title, first.brand, first.why, count - 1);
}
