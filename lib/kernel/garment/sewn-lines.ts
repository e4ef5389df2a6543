import { getMaterial } from "../../shared/materials.ts";
import type { PriceLine } from "../../shared/money.ts";
import { amount, rounded } from "../price/amount.ts";
import type { RateCard } from "../price/rate-card.ts";
import type { TechPack } from "./tech-pack.ts";

/** What a garment is sewn from: an id of the table of materials, and its weight, g/m². */
export interface SewnCloth {
  material: string;
  gsm: number;
}

/** The cloth bought, by the square metre of its whole width. */
function clothLine(
  { material, gsm }: SewnCloth,
  pack: TechPack,
  { materials, currency }: RateCard,
): PriceLine {
  const cloth = getMaterial(material);
  const rate = materials[cloth.id];
  if (!rate) throw new Error(`The rate card has no rate for ${cloth.id}.`);
  const boughtM2 = rounded((pack.clothLengthMm * pack.clothWidthMm) / 1e6, 2);
  return {
    id: "material",
    label: cloth.label,
    basis: `${boughtM2.toFixed(2)} m² × ${amount(rate.minor, currency)}/m² (${(pack.clothLengthMm / 1000).toFixed(2)} m of ${pack.clothWidthMm / 1000} m wide cloth, ${gsm} g/m²)`,
    amountMinor: Math.round(boughtM2 * rate.minor),
  };
}

function trimsLine({ trims }: TechPack, { sewing, currency }: RateCard): PriceLine {
  const terms = trims.map(({ name, count, sizeMm }) => {
    if (name === "Zip")
      return {
        text: `zip ${sizeMm / 10} cm`,
        minor: Math.round((sizeMm / 10) * sewing.zipPerCmMinor),
      };
    if (name === "Thread")
      return {
        text: `${sizeMm / 1000} m of thread`,
        minor: Math.round((sizeMm / 100_000) * sewing.threadPer100MMinor),
      };
    if (name === "Buckle") return { text: "buckle", minor: sewing.buckleMinor };
    return {
      text: `${count} ${count === 1 ? "button" : "buttons"}`,
      minor: count * sewing.buttonMinor,
    };
  });
  return {
    id: "trims",
    label: "Trims",
    basis: terms.map(({ text, minor }) => `${text} ${amount(minor, currency)}`).join(" + "),
    amountMinor: terms.reduce((sum, { minor }) => sum + minor, 0),
  };
}

/** Cloth, trims and sewing time of a garment by its tech pack. Throws a plain Error for a cloth the card lacks. */
export function sewnLines(cloth: SewnCloth, pack: TechPack, rates: RateCard): PriceLine[] {
  const { sewing, currency } = rates;
  const { sewingMinutes } = pack;
  return [
    clothLine(cloth, pack, rates),
    trimsLine(pack, rates),
    {
      id: "making",
      label: "Cutting and sewing",
      basis: `${amount(sewing.fixedMinor, currency)} + ${sewingMinutes} min × ${amount(sewing.perHourMinor, currency)}/h`,
      amountMinor: sewing.fixedMinor + Math.round((sewingMinutes / 60) * sewing.perHourMinor),
    },
  ];
}
