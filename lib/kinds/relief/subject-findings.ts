import type { Finding } from "../../kernel/finding.ts";
import type { Segmentation } from "../../kernel/relief/segment/segment.ts";
import { getMaterial } from "../../shared/materials.ts";

/** Below this the subject may be a wrong one. */
const SURE = 0.5;
/** Touching more of the frame than this the subject goes on outside the picture. */
const CUT = 0.02;

/** Whether the subject of a picture is surely found, and whether it is whole. */
export function subjectFindings(
  { confidence, reasons }: Segmentation,
  material: string,
): Finding[] {
  const process = getMaterial(material).processes[0] ?? "sla";
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
        ? "The subject of the picture stands out clearly."
        : "I am not sure what the subject of this picture is. Take one before a plain ground, or add a mask.",
    },
    {
      ...about,
      rule: "subject-whole",
      status: isWhole ? "pass" : "warn",
      value: Number(reasons.touching.toFixed(3)),
      limit: CUT,
      message: isWhole
        ? "All of the subject is in the picture."
        : "The frame cuts the subject: the piece ends there.",
    },
  ];
}
