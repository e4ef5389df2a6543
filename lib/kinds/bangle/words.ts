import { getAlloy } from "../../shared/alloys.ts";
import { getStone } from "../../shared/stones.ts";
import { trim } from "../phrases.ts";
import { planBangle } from "./plan.ts";
import type { BangleSpec } from "./schema.ts";

const SECTIONS: Record<BangleSpec["section"], string> = {
  round: "round-wire",
  flat: "flat",
  "d-shape": "D-shaped",
  knife: "knife-edge",
};

function stoneWords(spec: BangleSpec): string {
  const { row } = planBangle(spec);
  if (!row) return "";
  const stone = getStone(spec.stone).label.toLowerCase();
  const how = row.setting === "flush" ? "flush-set" : "pavé-set";
  return `, with ${row.stones.length} ${how} ${trim(spec.stoneMm)} mm ${stone} stones`;
}

/** A bangle as one sentence: metal, section, size, inside, stones. */
export function bangleWords(spec: BangleSpec): string {
  const { label } = getAlloy(spec.alloy);
  const size =
    spec.section === "round"
      ? `${trim(spec.thicknessMm)} mm`
      : `${trim(spec.widthMm)} × ${trim(spec.thicknessMm)} mm`;
  const inside =
    spec.shape === "oval"
      ? `${trim(spec.innerWidthMm)} × ${trim(spec.innerHeightMm)} mm inside`
      : `${trim(spec.innerWidthMm)} mm inside`;
  const finish = spec.finish === "satin" ? " in satin" : "";
  return `${label} ${spec.shape} bangle${finish}, ${SECTIONS[spec.section]}, ${size}, ${inside}${stoneWords(spec)}.`;
}
