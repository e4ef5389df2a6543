import type { Finding } from "../../../../kernel/finding.ts";
import { findAlloy } from "../../../../shared/alloys.ts";
import type { Price } from "../../../../shared/money.ts";
import { digits, grams, list, money, sentence, total, worstFirst } from "./format.ts";

/** What `check_design` answers. */
export interface CheckAnswer {
  findings: Finding[];
  thinnestWallMm: number | null;
  watertight: boolean | null;
  pieces: number | null;
}

/** Whether it can be made, what stands against it, with numbers. */
export function afterCheck(answer: CheckAnswer, locale: string): string {
  const bad = worstFirst(answer.findings).filter((finding) => finding.status !== "pass");
  const failing = bad.filter((finding) => finding.status === "fail");
  const made = madeBy(answer.findings);
  const verdict =
    failing.length > 0
      ? `It cannot be ${made} like this yet.`
      : bad.length > 0
        ? `It can be ${made}, with care.`
        : `It can be ${made}.`;
  const wall =
    answer.thinnestWallMm === null
      ? "The thinnest wall is still being measured."
      : `Thinnest wall ${digits(answer.thinnestWallMm, 2, locale)} mm.`;
  const solid = answer.watertight && answer.pieces === 1 ? "It is one closed solid." : "";
  const rules = `${answer.findings.length} rules checked.`;
  return [verdict, ...bad.map((finding) => sentence(finding.message)), solid, wall, rules]
    .filter(Boolean)
    .join(" ");
}

/** "Cast", "printed"; what no process was checked for is made. */
function madeBy(findings: readonly Finding[]): string {
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
  if (!price || massG === null)
    return "The numbers are still being worked out; ask again in a moment.";
  const { currency } = price;
  const lines = price.lines
    .filter((line) => line.amountMinor !== 0 && line.id !== "rounding")
    .map(
      (line) =>
        `${line.label.toLowerCase()} ${money({ currency, amountMinor: line.amountMinor }, locale)}`,
    );
  const other = alloy ? findAlloy(alloy) : null;
  const otherMass = other ? answer.massByAlloy[other.id] : undefined;
  return [
    `${total(price, locale)} at ${grams(massG, locale)}: ${list(lines, locale)}.`,
    `Rates of ${price.ratesAsOf}; tax and shipping apart.`,
    other && otherMass !== undefined
      ? `In ${other.label} it would weigh ${grams(otherMass, locale)}; say “make it in ${other.label}” for its price.`
      : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** What `draw_pictures` answers. */
export interface DrawAnswer {
  pictures: { view: string; seed: number }[];
}

const VIEW_NAMES: Record<string, string> = {
  hero: "three-quarter",
  front: "front",
  side: "side",
  top: "top",
  detail: "close-up",
};

export function afterDrawing(answer: DrawAnswer, locale: string): string {
  const views = [...new Set(answer.pictures.map(({ view }) => VIEW_NAMES[view] ?? view))];
  const count = answer.pictures.length;
  const what =
    count > views.length
      ? `${count} variations of the ${list(views, locale)} view`
      : `the ${list(views, locale)} view${count > 1 ? "s" : ""}`;
  return `Drawing ${what}; ${count > 1 ? "they appear" : "it appears"} beside the chat as soon as ${count > 1 ? "each is" : "it is"} ready.`;
}

/** What `run_sizes` answers. */
export interface SizesAnswer {
  system: string;
  sizes: string[];
}

export function afterRunningSizes({ system, sizes }: SizesAnswer): string {
  const [first, last] = [sizes[0] ?? "", sizes.at(-1) ?? ""];
  return `Making it in ${sizes.length} sizes, ${system.toUpperCase()} ${first} to ${last}, with stones and settings as they are. One ZIP with files, grams and prices stands under Files when it is done.`;
}

export interface FoundAnswer {
  total: number;
  noMatch: { reason: string } | null;
  products: { title: string; brand: string; why: string }[];
}

/** Says what comes nearest and why, or that makers are the better way. */
export function afterFinding({ total, noMatch, products }: FoundAnswer): string {
  if (noMatch) return `${noMatch.reason} A maker can build it as it is: see the makers beside it.`;
  const [first] = products;
  if (!first) return "The shop has nothing like it.";
  const others = total > 1 ? ` There are ${total - 1} more in the shop.` : "";
  return `Nearest is “${first.title}” by ${first.brand}. ${first.why}${others}`;
}
