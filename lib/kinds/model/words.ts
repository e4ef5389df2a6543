import { getMaterial } from "../../shared/materials.ts";
import { trim } from "../relief/phrases.ts";
import type { ModelSpec } from "./schema.ts";

/** A brought model as one sentence: size and material. */
export function modelWords({ mesh, heightMm, material }: ModelSpec): string {
  const what = mesh ? "Model from your file" : "Test cube with a bore";
  return `${what}, ${trim(heightMm)} mm high, in ${getMaterial(material).label.toLowerCase()}.`;
}
