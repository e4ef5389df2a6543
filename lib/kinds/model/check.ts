import type { Finding, Process } from "../../kernel/finding.ts";
import { getMaterial } from "../../shared/materials.ts";
import type { BuildAssets } from "../assets.ts";
import { broughtOf } from "./build.ts";
import type { ModelSpec } from "./schema.ts";

/** What was repaired of a brought model, and whether its size is known. */
export function checkModel(spec: ModelSpec, assets: BuildAssets | undefined): Finding[] {
  const brought = broughtOf(spec, assets);
  if (!brought) return [];
  const process: Process = getMaterial(spec.material).processes[0] ?? "sla";
  const about = { process, value: null, limit: null, unit: null, at: null } as const;
  const { steps, isSizeKnown } = brought;
  return [
    {
      ...about,
      rule: "repaired",
      status: steps.length === 0 ? "pass" : "warn",
      message:
        steps.length === 0
          ? "The file's surface was sound: nothing had to be repaired."
          : `The file was repaired; look whether it is still what you meant. ${steps.join(" ")}`,
    },
    {
      ...about,
      rule: "size-known",
      status: isSizeKnown ? "pass" : "warn",
      message: isSizeKnown
        ? "The file says how large the model is."
        : "The file names no unit, so its numbers were taken as millimetres. Set the height if that is wrong.",
    },
  ];
}
