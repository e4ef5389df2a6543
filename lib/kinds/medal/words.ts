import { getAlloy } from "../../shared/alloys.ts";
import { listed, quoted, shows, trim } from "../relief/phrases.ts";
import type { MedalSpec } from "./schema.ts";

/** A medal as one sentence: metal, size, what it shows and says. */
export function medalWords(spec: MedalSpec): string {
  const { label } = getAlloy(spec.alloy);
  const parts = [
    `${shows(spec.picture, "a rosette")}, ${trim(spec.reliefMm)} mm high`,
    ...(spec.frontText ? [`${quoted(spec.frontText)} round it`] : []),
    ...(spec.reverseText ? [`${quoted(spec.reverseText)} on the reverse`] : []),
    ...(spec.loop ? ["a loop to hang it"] : []),
  ];
  return `${label} medal, ${trim(spec.diameterMm)} mm across and ${trim(spec.thicknessMm)} mm thick, with ${listed(parts)}.`;
}
