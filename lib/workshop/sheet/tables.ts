import type { Exportable } from "../../kernel/export/types.ts";
import type { Finding } from "../../kernel/finding.ts";
import { materialLabel } from "../../shared/materials.ts";
import type { Price } from "../../shared/money.ts";
import { STONES } from "../../shared/stones.ts";

/** What a sheet is written of; a piece has it all. */
export interface Subject extends Exportable {
  findings: readonly Finding[];
  price: Price;
}

export interface TableRows {
  title: string;
  rows: { label: string; basis: string; value: string; isTotal?: boolean }[];
}

const stoneName = (id: string) => STONES.find((stone) => stone.id === id)?.label ?? id;

function money(amountMinor: number, currency: string): string {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  const { maximumFractionDigits = 2 } = format.resolvedOptions();
  return format.format(amountMinor / 10 ** maximumFractionDigits);
}

/** Bill of materials (metals, prints and cloths by weight, stones by sort and size) and price, in that order. */
export function tablesOf({ measures, price }: Subject): TableRows[] {
  const materials = measures.madeOf.map(({ material, volumeMm3, clothMm2, massG }) => ({
    label: materialLabel(material) ?? material,
    basis:
      clothMm2 > 0 ? `${(clothMm2 / 1e6).toFixed(3)} m² of cloth` : `${volumeMm3.toFixed(1)} mm³`,
    value: `${massG.toFixed(2)} g`,
  }));
  const stones = measures.stones.map(({ stone, cut, sizeMm, count, caratsEach }) => ({
    label: `${count} × ${stoneName(stone)}`,
    basis: `${cut}, ${sizeMm.map((v) => v.toFixed(2)).join(" × ")} mm, ${caratsEach.toFixed(3)} ct each`,
    value: `${(caratsEach * count).toFixed(2)} ct`,
  }));
  const lines = price.lines.map(({ label, basis, amountMinor }) => ({
    label,
    basis,
    value: money(amountMinor, price.currency),
  }));
  const total = {
    label: "Total",
    basis: `rates of ${price.ratesAsOf}`,
    value: money(price.totalMinor, price.currency),
    isTotal: true,
  };
  return [
    { title: "Bill of materials", rows: [...materials, ...stones] },
    { title: "Price", rows: [...lines, total] },
  ];
}
