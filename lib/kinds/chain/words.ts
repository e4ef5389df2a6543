import { getAlloy } from "../../shared/alloys.ts";
import { trim } from "../phrases.ts";
import { type ChainKind, planChain } from "./plan.ts";
import { type ChainSpec, SQUARE_STYLES } from "./schema.ts";

const STYLES: Record<ChainSpec["linkStyle"], string> = {
  cable: "cable-chain",
  curb: "curb-chain",
  figaro: "figaro",
  rolo: "rolo",
  paperclip: "paperclip",
  box: "box-chain",
};

/** A chain as one sentence: metal, length as made, links, clasp. */
export function chainWords(kind: ChainKind, spec: ChainSpec): string {
  const { linkCount, lengthMm } = planChain(kind, spec);
  const { label } = getAlloy(spec.alloy);
  const { linkWidthMm: width, linkLengthMm: length, wireMm } = spec;
  const size = SQUARE_STYLES.includes(spec.linkStyle)
    ? `${trim(width)} mm`
    : `${trim(length)} × ${trim(width)} mm`;
  const finish = spec.finish === "satin" ? " in satin" : "";
  return `${label} ${STYLES[spec.linkStyle]} ${kind.id}${finish}, ${lengthMm.toFixed(0)} mm long with its lobster clasp: ${linkCount} links of ${size} from ${trim(wireMm)} mm wire.`;
}
