import { getMaterial } from "../../shared/materials.ts";
import { trim } from "../relief/phrases.ts";
import type { LithophaneSpec } from "./schema.ts";

/** A lithophane as one sentence: of what, size, thickness, form, material. */
export function lithophaneWords(spec: LithophaneSpec): string {
  const what = spec.picture ? "of your picture" : "of an evening lake";
  const form = spec.form === "curved" ? `curved by ${trim(spec.curveDeg)}°` : "flat";
  const foot = spec.form === "flat" && spec.stand ? " on a foot" : "";
  const { label } = getMaterial(spec.material);
  return `Lithophane ${what}, ${trim(spec.widthMm)} mm wide, ${trim(spec.minMm)} to ${trim(spec.maxMm)} mm thick, ${form}${foot}, in ${label}.`;
}
