import { getAlloy } from "../../shared/alloys.ts";
import { getStone } from "../../shared/stones.ts";
import { sizeWords, trim, withArticle } from "../phrases.ts";
import type { EarringsSpec } from "./schema.ts";

function stoneWords(spec: EarringsSpec): string {
  const cut = spec.cut === "emerald" ? "emerald-cut" : spec.cut;
  const size = sizeWords(spec.cut, spec.stoneLengthMm, spec.stoneWidthMm);
  const prongs = spec.prongs === "6" ? "six" : "four";
  const head = spec.head === "bezel" ? "in a bezel" : `in ${prongs} prongs`;
  return withArticle(`${size} ${cut} ${getStone(spec.stone).label.toLowerCase()} ${head}`);
}

const postWords = ({ postMm, postLengthMm }: EarringsSpec) =>
  `${trim(postMm)} × ${trim(postLengthMm)} mm posts cast on; the backs are bought in`;

function hoopWords(spec: EarringsSpec): string {
  const { hoopInnerMm, wireMm, bandWidthMm, section, gapMm, end } = spec;
  const band =
    section === "wire"
      ? `${trim(wireMm)} mm round wire`
      : `a flat band ${trim(bandWidthMm)} × ${trim(wireMm)} mm`;
  const ends =
    end === "post" ? `one end tapers to a ${trim(spec.postMm)} mm post` : "both ends are plain";
  return `hoops, ${trim(hoopInnerMm)} mm inside, of ${band}, open by ${trim(gapMm)} mm; ${ends}`;
}

/** A pair of earrings as one sentence: metal, style, stones, joint, posts. */
export function earringsWords(spec: EarringsSpec): string {
  const metal = `${getAlloy(spec.alloy).label}${spec.finish === "satin" ? " satin" : ""}`;
  if (spec.style === "hoop") return `A pair of ${metal} ${hoopWords(spec)}.`;
  if (spec.style === "stud") {
    return `A pair of ${metal} studs, each with ${stoneWords(spec)}, on ${postWords(spec)}.`;
  }
  const upper = `${trim(spec.topStoneMm)} mm round ${getStone(spec.topStone).label.toLowerCase()}`;
  const joint = spec.joint === "moving" ? "swinging from" : "fixed under";
  const each = `${stoneWords(spec)} ${joint} ${withArticle(upper)}`;
  return `A pair of ${metal} drop earrings, each with ${each}, on ${postWords(spec)}.`;
}
