import { getAlloy } from "../../shared/alloys.ts";
import { getStone } from "../../shared/stones.ts";
import { listed, sizeWords, trim, withArticle } from "../phrases.ts";
import type { PendantSpec } from "./schema.ts";

const BAILS: Record<PendantSpec["bail"], string> = {
  tapered: "a tapered bail",
  loop: "a plain loop",
  hidden: "a loop hidden behind it",
  none: "no bail",
};

function stoneWords(spec: PendantSpec): string[] {
  const stone = getStone(spec.stone).label.toLowerCase();
  const cut = spec.cut === "emerald" ? "emerald-cut" : spec.cut;
  const size = sizeWords(spec.cut, spec.stoneLengthMm, spec.stoneWidthMm);
  const prongs = spec.prongs === "6" ? "six" : "four";
  const head = spec.head === "bezel" ? "in a bezel" : `in ${prongs} prongs`;
  const halo = `a halo of ${trim(spec.haloStoneMm)} mm ${getStone(spec.haloStone).label.toLowerCase()}`;
  return [withArticle(`${size} ${cut} ${stone} ${head}`), ...(spec.halo ? [halo] : [])];
}

function plateWords(spec: PendantSpec): string[] {
  const { text, letterWork, lettering, thicknessMm } = spec;
  const letters = `“${text}” ${letterWork === "raised" ? "raised" : "engraved"} in ${lettering} letters`;
  return [`${trim(thicknessMm)} mm of metal`, ...(text === "" ? [] : [letters])];
}

function nameOf({ design, widthMm, heightMm, halo }: PendantSpec): string {
  if (design === "stone") return halo ? "halo pendant" : "pendant";
  if (design === "disc") return `disc pendant, ${trim(heightMm)} mm across,`;
  return `${design} pendant, ${trim(heightMm)} × ${trim(widthMm)} mm,`;
}

/** A pendant as one sentence: metal, shape, stones, letters, bail. */
export function pendantWords(spec: PendantSpec): string {
  const own = spec.design === "stone" ? stoneWords(spec) : plateWords(spec);
  const satin = spec.finish === "satin" ? ["a satin finish"] : [];
  const parts = [...own, ...satin, BAILS[spec.bail]];
  return `${getAlloy(spec.alloy).label} ${nameOf(spec)} with ${listed(parts)}.`;
}
