import { amount } from "../../kernel/price/amount.ts";
import type { RateCard } from "../../kernel/price/rate-card.ts";
import { AppError } from "../../shared/errors.ts";
import type { Kind } from "../kind.ts";

/** What is aimed at: grams, or minor units of the price's currency. */
export interface SolveTarget {
  measure: "mass" | "price";
  value: number;
  /** `at-most` leaves a piece that keeps the bound as it is; `near` also makes a lighter one heavier. */
  bound: "at-most" | "near";
}

/** What solving needs to know of the prices: their currency, and the steps totals are rounded to. */
export type PriceSteps = Pick<RateCard, "currency" | "roundToMinor">;

/** Within this share below the target it is hit. */
const TOLERANCE = 0.01;
/** Aimed at from below, so that neither rounding nor the final mesh goes beyond. */
const AIM = 0.995;
/** A preview within this share of the aim is near enough. */
const NEAR = 0.4 * TOLERANCE;

/** A target with the steps in which its measure moves: 0 for a mass. */
export class Aim {
  readonly target: SolveTarget;
  private readonly currency: string;
  private readonly step: number;

  constructor(target: SolveTarget, { currency, roundToMinor }: PriceSteps) {
    this.target = target;
    this.currency = currency;
    this.step = target.measure === "price" ? roundToMinor : 0;
  }

  /** The highest value that keeps the target: itself, or the step below it. */
  private get top(): number {
    const { value } = this.target;
    return this.step > 0 ? Math.floor(value / this.step) * this.step : value;
  }

  /** Steps so coarse that a share of the target says nothing: the aim is a step. */
  private get isStepped(): boolean {
    return this.step > 2 * NEAR * this.target.value && this.top > 0;
  }

  /** What previews are first aimed at. */
  get first(): number {
    return this.isStepped ? this.top : AIM * this.target.value;
  }

  /** What to aim at after the final mesh of an aim came to `reached`. */
  next(aim: number, reached: number): number {
    if (this.isStepped) return Math.max(this.step, aim + this.top - reached);
    return aim * ((AIM * this.target.value) / reached);
  }

  /** Whether a preview is as near to an aim as it should be. */
  isAimHit(value: number, aim: number): boolean {
    return this.isStepped
      ? Math.abs(value - aim) < 0.5 * this.step
      : Math.abs(value / aim - 1) < NEAR;
  }

  /** Whether a final mesh is on the keeping side and within 1 % of the target, or at the step below it. */
  isHit(reached: number): boolean {
    const { value } = this.target;
    return reached <= value && reached >= Math.min(this.top, (1 - TOLERANCE) * value);
  }

  /** Whether a value keeps the target and comes within a step more than 1 % of it. */
  isKept(value: number): boolean {
    const { target, step } = this;
    return value <= target.value && value >= (1 - TOLERANCE) * target.value - step;
  }

  /** `4.00 g`, `600.00 EUR`, `1500000 VND`. */
  words(value: number): string {
    return this.target.measure === "mass" ? `${value.toFixed(2)} g` : amount(value, this.currency);
  }

  /** `rule_broken`, naming what binds and how far one comes. */
  unreachable(kind: Kind, reached: number, why: string, details: Record<string, unknown>) {
    const { measure, value } = this.target;
    const what = measure === "mass" ? "weighs" : "costs";
    const message = `This ${kind.title.toLowerCase()} ${what} ${this.words(reached)} at the nearest to ${this.words(value)} that its rules allow: ${why}`;
    return new AppError("rule_broken", message, {
      details: { ...details, target: value, reached, measure },
    });
  }
}
