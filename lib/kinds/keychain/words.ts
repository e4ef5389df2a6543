import { getMaterial } from "../../shared/materials.ts";
import { trim } from "../relief/phrases.ts";
import type { KeychainSpec } from "./schema.ts";

const SURFACES: Record<KeychainSpec["surface"], string> = {
  relief: "in relief",
  lines: "with recessed lines",
  plain: "plain",
};

/** A keychain as one sentence: of what, size, surface, material. */
export function keychainWords(spec: KeychainSpec): string {
  const what = spec.picture ? "of your picture's outline" : "of a heart";
  const { label } = getMaterial(spec.material);
  return `Keychain ${what}, ${trim(spec.heightMm)} mm high and ${trim(spec.thicknessMm)} mm thick, ${SURFACES[spec.surface]}, in ${label}.`;
}
