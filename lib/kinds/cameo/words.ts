import { getAlloy } from "../../shared/alloys.ts";
import { shows, trim } from "../relief/phrases.ts";
import type { CameoSpec } from "./schema.ts";

const FRAMES: Record<CameoSpec["frame"], string> = {
  rope: "a rope frame",
  plain: "a plain frame",
  beaded: "a beaded frame",
};

/** A cameo as one sentence: metal, shape, size, what it shows, frame and bail. */
export function cameoWords(spec: CameoSpec): string {
  const { label } = getAlloy(spec.alloy);
  const size =
    spec.shape === "round"
      ? `${trim(spec.heightMm)} mm`
      : `${trim(spec.heightMm)} × ${trim(spec.widthMm)} mm`;
  const bail = spec.bail ? " and a bail" : "";
  return `${label} ${spec.shape} cameo pendant, ${size}, with ${shows(spec.picture, "a rose")}, ${trim(spec.reliefMm)} mm high, in ${FRAMES[spec.frame]}${bail}.`;
}
