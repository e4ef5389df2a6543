import { reliefFinding } from "../../kernel/relief/rules.ts";
import { getMaterial } from "../../shared/materials.ts";
import type { Kind } from "../kind.ts";
import { subjectFindings } from "../relief/subject-findings.ts";
import { buildKeychain, keychainSubject } from "./build.ts";
import { KEYCHAIN_READER } from "./read.ts";
import { type KeychainSpec, keychainSchema } from "./schema.ts";
import { keychainWords } from "./words.ts";

export const keychain: Kind<KeychainSpec> = {
  ...KEYCHAIN_READER,
  id: "keychain",
  title: "Keychain",
  category: "relief",
  schema: keychainSchema,
  example: "a keychain cut from this picture, 50 mm, 3 mm thick, in blue PLA",
  needs: ({ picture, mask }) => ({ pictures: [picture, mask].filter((id) => id !== null) }),
  build: buildKeychain,
  check: (spec, _measures, assets) => {
    const process = getMaterial(spec.material).processes[0] ?? "sla";
    return [
      ...(spec.surface === "plain" ? [] : [reliefFinding(process, spec.reliefMm, null)]),
      ...(spec.picture ? subjectFindings(keychainSubject(spec, assets), spec.material) : []),
    ];
  },
  price: () => [],
  free: ["thicknessMm"],
  words: keychainWords,
  suggest: ({ surface, borderMm }) => [
    surface === "relief" ? "with recessed lines" : "in relief",
    borderMm === 0 ? "border 2 mm" : "without a border",
    "60 mm high",
  ],
};
