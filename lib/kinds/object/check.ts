import type { Finding } from "../../kernel/finding.ts";
import { getMaterial } from "../../shared/materials.ts";
import type { BuildAssets } from "../assets.ts";
import { foundSubject } from "./build.ts";
import type { ObjectSpec } from "./schema.ts";

/** Below this the subject may be a wrong one. */
const SURE = 0.5;
/** Touching more of the frame than this the subject goes on outside the picture. */
const CUT = 0.02;

/** Whether the subject is surely found, and whether it is whole. */
export function checkObject(spec: ObjectSpec, assets: BuildAssets | undefined): Finding[] {
  if (!spec.picture) return [];
  const { confidence, reasons } = foundSubject(spec, assets);
  const process = getMaterial(spec.material).processes[0] ?? "sla";
  const about = { process, unit: null, at: null } as const;
  const isSure = confidence >= SURE;
  const isWhole = reasons.touching <= CUT;
  return [
    {
      ...about,
      rule: "subject-found",
      status: isSure ? "pass" : "warn",
      value: Number(confidence.toFixed(2)),
      limit: SURE,
      message: isSure
        ? "The subject of the photo stands out clearly."
        : "I am not sure what the subject of this photo is. Take one before a plain ground, or add a mask.",
    },
    {
      ...about,
      rule: "subject-whole",
      status: isWhole ? "pass" : "warn",
      value: Number(reasons.touching.toFixed(3)),
      limit: CUT,
      message: isWhole
        ? "All of the subject is in the photo."
        : "The frame cuts the subject: the object ends there.",
    },
  ];
}
