import { getAlloy } from "../../shared/alloys.ts";
import { toRingLabel } from "../../shared/ring-size.ts";
import { listed, trim, withArticle } from "../phrases.ts";
import type { SignetSpec } from "./schema.ts";

function tableWords({ table, tableLengthMm, tableWidthMm }: SignetSpec): string {
  const size =
    table === "round" || table === "square"
      ? `${trim(tableLengthMm)} mm`
      : `${trim(tableLengthMm)} × ${trim(tableWidthMm)} mm`;
  return withArticle(`${size} ${table} table`);
}

function letterWords({ text, letterWork, lettering, letterDepthMm, seal }: SignetSpec): string[] {
  if (text === "") return [];
  const work = letterWork === "raised" ? "raised" : "engraved";
  const mirrored = seal ? ", mirrored for a seal" : "";
  return [`“${text}” ${work} ${trim(letterDepthMm)} mm in ${lettering} letters${mirrored}`];
}

/** A signet ring as one sentence: metal, size, table, letters, band. */
export function signetWords(spec: SignetSpec): string {
  const us = toRingLabel("us", spec.innerDiameterMm);
  const size = `${us === null ? "" : `US ${us}, `}${trim(spec.innerDiameterMm)} mm inside`;
  const satin = spec.finish === "satin" ? " in satin" : "";
  const band = `${withArticle(`${trim(spec.bandWidthMm)} mm band`)} at the back${satin}`;
  const parts = [tableWords(spec), ...letterWords(spec), band];
  return `${getAlloy(spec.alloy).label} signet ring (${size}) with ${listed(parts)}.`;
}
