import { getAlloy } from "../../shared/alloys.ts";
import { toRingLabel } from "../../shared/ring-size.ts";
import { type Cut, getStone } from "../../shared/stones.ts";
import { isSquareCut } from "./plan-head.ts";
import type { RingSpec } from "./schema.ts";

const trim = (value: number) => String(Number(value.toFixed(2)));

const PROFILES: Record<RingSpec["profile"], string> = {
  comfort: "comfort-fit",
  flat: "flat",
  "d-shape": "D-shaped",
};

function sizeWords(cut: Cut, lengthMm: number, widthMm: number): string {
  return isSquareCut(cut) ? `${trim(lengthMm)} mm` : `${trim(lengthMm)} × ${trim(widthMm)} mm`;
}

function headWords(spec: RingSpec): string {
  if (spec.head === "bezel") return "in a bezel";
  return `in ${spec.prongs === "6" ? "six" : "four"} prongs`;
}

function stoneWords(spec: RingSpec): string[] {
  if (spec.style === "plain") return [];
  const stone = getStone(spec.stone).label.toLowerCase();
  const cut = spec.cut === "emerald" ? "emerald-cut" : spec.cut;
  const size = sizeWords(spec.cut, spec.stoneLengthMm, spec.stoneWidthMm);
  const small = (id: string) => getStone(id).label.toLowerCase();
  return [
    `a ${size} ${cut} ${stone} ${headWords(spec)}`,
    ...(spec.style === "halo"
      ? [`a halo of ${trim(spec.haloStoneMm)} mm ${small(spec.haloStone)}`]
      : []),
    ...(spec.style === "three-stone"
      ? [`two ${trim(spec.sideStoneMm)} mm ${small(spec.sideStone)} side stones`]
      : []),
  ];
}

function bandWords(spec: RingSpec): string {
  const band = `a ${trim(spec.bandWidthMm)} mm ${PROFILES[spec.profile]} band`;
  return spec.finish === "satin" ? `${band} in satin` : band;
}

function paveWords(spec: RingSpec): string[] {
  if (spec.shoulders !== "pave") return [];
  const stone = getStone(spec.paveStone).label.toLowerCase();
  const where = spec.style === "plain" ? "pavé" : "pavé shoulders";
  return [`${where} of ${trim(spec.paveStoneMm)} mm ${stone}`];
}

function listed(parts: readonly string[]): string {
  const last = parts.at(-1)!;
  return parts.length === 1 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}

const NAMES: Record<RingSpec["style"], string> = {
  plain: "ring",
  solitaire: "solitaire ring",
  halo: "halo ring",
  "three-stone": "three-stone ring",
};

/** A ring as one sentence: metal, size, stones, setting, band, pavé. */
export function ringWords(spec: RingSpec): string {
  const us = toRingLabel("us", spec.innerDiameterMm);
  const size = `${us === null ? "" : `US ${us}, `}${trim(spec.innerDiameterMm)} mm inside`;
  const parts = [...stoneWords(spec), bandWords(spec), ...paveWords(spec)];
  const { label } = getAlloy(spec.alloy);
  return `${label} ${NAMES[spec.style]} (${size}) with ${listed(parts)}.`;
}
