import { findAlloy } from "../../shared/alloys.ts";
import { getMaterial, type Material } from "../../shared/materials.ts";
import type { PriceLine } from "../../shared/money.ts";
import type { MaterialShare, Measures } from "../measures.ts";
import { amount, rounded } from "./amount.ts";
import type { MaterialRate, RateCard } from "./rate-card.ts";

/** One material's share of a line. */
interface Term {
  label: string;
  basis: string;
  amountMinor: number;
}

function metalTerm(share: MaterialShare, rates: RateCard): Term | null {
  const alloy = findAlloy(share.material);
  if (!alloy) return null;
  const perG = rates.metalPerGMinor[alloy.id];
  if (perG === undefined) throw new Error(`The rate card has no rate for ${alloy.id}.`);
  const grams = rounded(share.massG, 2);
  const density = rates.densityGPerCm3?.[alloy.id] ?? alloy.densityGPerCm3;
  return {
    label: alloy.label,
    basis: `${grams.toFixed(2)} g × ${amount(perG, rates.currency)}/g (${alloy.short}, ${density} g/cm³)`,
    amountMinor: Math.round(grams * perG),
  };
}

const SIGNS: Record<MaterialRate["per"], string> = { g: "g", cm3: "cm³", m2: "m²" };

const quantityOf = ({ massG, volumeMm3, clothMm2 }: MaterialShare): Record<string, number> => ({
  g: massG,
  cm3: volumeMm3 / 1000,
  m2: clothMm2 / 1e6,
});

function densityOf(material: Material): string {
  return material.sort === "fabric"
    ? `${material.gPerM2} g/m²`
    : `${material.densityGPerCm3} g/cm³`;
}

function otherTerm(share: MaterialShare, rates: RateCard): Term {
  const material = getMaterial(share.material);
  const rate = rates.materials[material.id];
  if (!rate) throw new Error(`The rate card has no rate for ${material.id}.`);
  const quantity = rounded(quantityOf(share)[rate.per]!, 2);
  const per = `${amount(rate.minor, rates.currency)}/${SIGNS[rate.per]}`;
  return {
    label: material.label,
    basis: `${quantity.toFixed(2)} ${SIGNS[rate.per]} × ${per} (${material.short}, ${densityOf(material)})`,
    amountMinor: Math.round(quantity * rate.minor),
  };
}

/** What a piece is made of: line `metal` where its main material is an alloy, else `material`. */
export function materialLine(madeOf: readonly MaterialShare[], rates: RateCard): PriceLine {
  const terms = madeOf.map((share) => metalTerm(share, rates) ?? otherTerm(share, rates));
  return {
    id: isMetal(madeOf) ? "metal" : "material",
    label: terms.map(({ label }) => label).join(" + "),
    basis: terms.map(({ basis }) => basis).join(" + "),
    amountMinor: terms.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  };
}

function isMetal([main]: readonly MaterialShare[]): boolean {
  return main !== undefined && findAlloy(main.material) !== null;
}

/** The work on a piece and its finish, by the craft of its main material. */
export function makingLines(
  { madeOf, massG }: Pick<Measures, "madeOf" | "massG">,
  rates: RateCard,
): PriceLine[] {
  const [main] = madeOf;
  if (!main || isMetal(madeOf)) return metalWork(massG, rates);
  const material = getMaterial(main.material);
  return material.sort === "fabric" ? sewing(madeOf, rates) : printing(material, madeOf, rates);
}

function metalWork(grams: number, { making, finishMinor, currency }: RateCard): PriceLine[] {
  const mass = rounded(grams, 2);
  return [
    {
      id: "making",
      label: "Casting and bench work",
      basis: `${amount(making.fixedMinor, currency)} + ${mass.toFixed(2)} g × ${amount(making.perGMinor, currency)}/g`,
      amountMinor: making.fixedMinor + Math.round(mass * making.perGMinor),
    },
    { id: "finish", label: "Polish and finish", basis: "per piece", amountMinor: finishMinor },
  ];
}

/** Time at a machine or a table: a fixed charge and hours. */
function timed(
  label: string,
  hours: number,
  { fixedMinor, perHourMinor }: { fixedMinor: number; perHourMinor: number },
  currency: string,
): PriceLine {
  const shown = rounded(hours, 2);
  return {
    id: "making",
    label,
    basis: `${amount(fixedMinor, currency)} + ${shown.toFixed(2)} h × ${amount(perHourMinor, currency)}/h`,
    amountMinor: fixedMinor + Math.round(shown * perHourMinor),
  };
}

function printing(
  { processes }: Material,
  madeOf: readonly MaterialShare[],
  { printing: rates, currency }: RateCard,
): PriceLine[] {
  const rate = rates[processes[0] ?? "sla"];
  const volumeMm3 = madeOf.reduce((sum, share) => sum + share.volumeMm3, 0);
  const finish = { id: "finish", label: "Clean-up and finish", basis: "per piece" };
  return [
    timed("Printing", volumeMm3 / 1000 / rate.cm3PerHour, rate, currency),
    { ...finish, amountMinor: rate.finishMinor },
  ];
}

function sewing(madeOf: readonly MaterialShare[], rates: RateCard): PriceLine[] {
  const rate = rates.sewing;
  const clothMm2 = madeOf.reduce((sum, share) => sum + share.clothMm2, 0);
  const finish = { id: "finish", label: "Pressing and finish", basis: "per piece" };
  return [
    timed("Cutting and sewing", (clothMm2 / 1e6) * rate.hoursPerM2, rate, rates.currency),
    { ...finish, amountMinor: rate.finishMinor },
  ];
}
