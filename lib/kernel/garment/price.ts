import type { PriceLine } from "../../shared/money.ts";
import type { RateCard } from "../price/rate-card.ts";
import { clothOf } from "./cloth-part.ts";
import type { Laid } from "./laid.ts";
import { sewnLines } from "./sewn-lines.ts";
import { techPackOf } from "./tech-pack.ts";

/** The lines of a garment as it is laid out; they stand in for the general lines of material and making. */
export function garmentPrice(laid: Laid, rates: RateCard): PriceLine[] {
  const { fabric, kind } = laid.design;
  const cloth = { material: clothOf(fabric, kind === "coat"), gsm: fabric.gsm };
  return sewnLines(cloth, techPackOf(laid), rates);
}
