import { getMaterial } from "../../shared/materials.ts";
import { trim } from "../relief/phrases.ts";
import type { ObjectSpec } from "./schema.ts";

const PROFILES: Record<ObjectSpec["profile"], string> = {
  round: "rounded",
  flat: "flat",
  steep: "ridged",
};
const BACKS: Record<ObjectSpec["back"], string> = {
  symmetric: "a back like its front",
  shallow: "a shallow back",
  flat: "a flat back",
};

/** An object as one sentence: of what, size, shape, material. */
export function objectWords(spec: ObjectSpec): string {
  const { label } = getMaterial(spec.material);
  const what = spec.picture ? "of your photo" : "of a toadstool";
  const base = spec.base ? " on a base" : "";
  return `Object ${what}, ${trim(spec.heightMm)} mm high, ${PROFILES[spec.profile]} with ${BACKS[spec.back]}${base}, in ${label.toLowerCase()}.`;
}

/** The same where its shape was made elsewhere: then profile and back say nothing. */
export function adoptedWords({ picture, heightMm, base, material }: ObjectSpec): string {
  const what = picture ? " of your photo" : "";
  const { label } = getMaterial(material);
  return `Object${what}, ${trim(heightMm)} mm high${base ? " on a base" : ""}, in ${label.toLowerCase()}.`;
}
