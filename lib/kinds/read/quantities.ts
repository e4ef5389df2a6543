import type { Language, Unit } from "./language.ts";
import type { Token } from "./tokens.ts";
import { Vocabulary } from "./vocabulary.ts";

/** A number of a message with what it measures. */
export type Quantity =
  | { type: "length"; mm: number }
  /** Sides of "7 x 5 mm", in the order written. */
  | { type: "sides"; mm: readonly number[]; hasUnit: boolean }
  | { type: "percent"; fraction: number }
  | { type: "carats"; ct: number }
  | { type: "mass"; g: number }
  | { type: "angle"; deg: number }
  | { type: "money"; amount: number; currency: string }
  /** No unit was given. */
  | { type: "number"; value: number; isWord: boolean };

export interface QuantityMatch {
  quantity: Quantity;
  /** Tokens it covers. */
  length: number;
}

const MM_PER: Partial<Record<Unit, number>> = { mm: 1, cm: 10, m: 1000, inch: 25.4 };

/** Reads the number phrases of one language. */
export class QuantityReader {
  readonly #units: Vocabulary<Unit>;
  readonly #currencies: Vocabulary<string>;
  readonly #numbers: Vocabulary<number>;
  readonly #between: ReadonlySet<string>;
  readonly #measured: ReadonlySet<string>;

  constructor(language: Language) {
    this.#units = new Vocabulary(language.units);
    this.#currencies = new Vocabulary(language.currencies);
    this.#numbers = new Vocabulary(language.numbers);
    this.#between = new Set(language.between);
    this.#measured = new Set(language.measured);
  }

  /** Words of units and currencies, which are no misspelt terms. */
  words(): string[] {
    return [this.#units, this.#currencies, this.#numbers].flatMap((list) => list.words());
  }

  /** The number phrase that starts at `index`, or null. */
  at(tokens: readonly Token[], index: number): QuantityMatch | null {
    return (
      this.#moneyBefore(tokens, index) ??
      this.#sides(tokens, index) ??
      this.#single(tokens, index) ??
      this.#numberWord(tokens, index)
    );
  }

  /** "€ 800": the sign stands before the number. */
  #moneyBefore(tokens: readonly Token[], index: number): QuantityMatch | null {
    const currency = this.#currencies.exact(tokens, index);
    const number = currency && tokens[index + currency.length];
    if (!currency || number?.type !== "number") return null;
    return {
      quantity: { type: "money", amount: number.value, currency: currency.value },
      length: currency.length + 1,
    };
  }

  /** "7 x 5 mm", "7mm by 5", "3 cm x 2 cm x 1.5 mm": two or more sides; without a unit of its own a side has that of the last. */
  #sides(tokens: readonly Token[], index: number): QuantityMatch | null {
    const sides: { value: number; unit: Unit | null }[] = [];
    let at = index;
    for (;;) {
      const token = tokens[at];
      if (token?.type !== "number") break;
      at += 1;
      const found = this.#unitAt(tokens, at);
      const isLength = found !== null && MM_PER[found.value] !== undefined;
      sides.push({ value: token.value, unit: isLength ? found.value : null });
      if (isLength) at += found.length;
      const follows = tokens[at + 1]?.type === "number";
      if (!follows || !this.#between.has(tokens[at]?.text ?? "")) break;
      at += 1;
    }
    if (sides.length < 2) return null;
    const any = sides.findLast(({ unit }) => unit !== null)?.unit ?? null;
    const mm = sides.map(({ value, unit }) => toMm(value, unit ?? any ?? "mm"));
    return { quantity: { type: "sides", mm, hasUnit: any !== null }, length: at - index };
  }

  #single(tokens: readonly Token[], index: number): QuantityMatch | null {
    const number = tokens[index];
    if (number?.type !== "number") return null;
    const unit = this.#unitAt(tokens, index + 1);
    if (unit) return { quantity: measured(number.value, unit.value), length: 1 + unit.length };
    const currency = this.#currencies.exact(tokens, index + 1);
    if (currency) {
      return {
        quantity: { type: "money", amount: number.value, currency: currency.value },
        length: 1 + currency.length,
      };
    }
    return { quantity: { type: "number", value: number.value, isWord: false }, length: 1 };
  }

  #numberWord(tokens: readonly Token[], index: number): QuantityMatch | null {
    const word = this.#numbers.exact(tokens, index);
    if (!word) return null;
    const unit = this.#unitAt(tokens, index + word.length);
    if (unit)
      return { quantity: measured(word.value, unit.value), length: word.length + unit.length };
    // "Half the width" is a comparison.
    if (word.value < 1) return null;
    return { quantity: { type: "number", value: word.value, isWord: true }, length: word.length };
  }

  /**
   * A unit; "in" counts as inches only where it cannot be the preposition: glued to the number, after a fraction, or
   * before a word of measure ("18 in long", "18 in chain").
   */
  #unitAt(tokens: readonly Token[], index: number) {
    const token = tokens[index];
    const number = tokens[index - 1];
    if (token?.text === "in" && number?.type === "number") {
      const isGlued = token.start === number.end;
      const isFraction = /[/¼½¾⅓⅔⅛⅜⅝⅞]/.test(number.text);
      const isMeasured = this.#measured.has(tokens[index + 1]?.text ?? "");
      if (isGlued || isFraction || isMeasured) return { value: "inch" as Unit, length: 1 };
      return null;
    }
    return this.#units.exact(tokens, index);
  }
}

function measured(value: number, unit: Unit): Quantity {
  if (unit === "ct") return { type: "carats", ct: value };
  if (unit === "g") return { type: "mass", g: value };
  if (unit === "deg") return { type: "angle", deg: value };
  if (unit === "percent") return { type: "percent", fraction: value / 100 };
  return { type: "length", mm: toMm(value, unit) };
}

/** Millimetres, without the dust of binary fractions. */
function toMm(value: number, unit: Unit): number {
  return Number((value * (MM_PER[unit] ?? 1)).toFixed(6));
}
