import { planGarments } from "./garments.ts";
import { planGifts } from "./gifts.ts";
import { planJewellery } from "./jewellery.ts";
import type { Planned } from "./planned.ts";
import { planRings } from "./ring-kinds.ts";

/** A planned piece with its place in the catalogue. */
export interface PlannedProduct extends Planned {
  /** `ring-001`. */
  sku: string;
}

/** Every piece of the demo catalogue, always the same; of another series, as many others. */
export function planCatalogue(series = ""): PlannedProduct[] {
  const plans = [planRings, planJewellery, planGarments, planGifts];
  const counts = new Map<string, number>();
  return plans
    .flatMap((plan) => plan(series))
    .map((planned) => {
      const number = (counts.get(planned.kind) ?? 0) + 1;
      counts.set(planned.kind, number);
      return { ...planned, sku: `${planned.kind}${series}-${String(number).padStart(3, "0")}` };
    });
}
