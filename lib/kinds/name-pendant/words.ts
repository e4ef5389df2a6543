import { getAlloy } from "../../shared/alloys.ts";
import { listed, trim } from "../phrases.ts";
import type { NamePendantSpec } from "./schema.ts";

const HUNG: Record<NamePendantSpec["hang"], string> = {
  loops: "a loop at each end",
  bail: "one bail",
  none: "no loops",
};

/** A name pendant as one sentence: metal, name, letters, thickness, loops. */
export function namePendantWords(spec: NamePendantSpec): string {
  const { text, lettering, letterHeightMm, thicknessMm, join, hang, finish } = spec;
  const joined = join === "underline" ? "standing on a bar" : "run together";
  const letters = `${lettering} letters ${trim(letterHeightMm)} mm high, ${joined}`;
  const satin = finish === "satin" ? ["a satin finish"] : [];
  const parts = [`${trim(thicknessMm)} mm of metal`, ...satin, HUNG[hang]];
  return `${getAlloy(spec.alloy).label} name pendant “${text}” in ${letters}, with ${listed(parts)}.`;
}
