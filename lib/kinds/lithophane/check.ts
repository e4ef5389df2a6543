import type { Finding } from "../../kernel/finding.ts";
import { getMaterial } from "../../shared/materials.ts";
import type { LithophaneSpec } from "./schema.ts";

/**
 * A lithophane's thinnest place may be thinner than a wall: it is held all round. Resin by its printers' supported
 * wall, filament by one line and a half of a 0.4 mm nozzle, mm.
 */
const LEAST_MM = { sla: 0.5, fdm: 0.6, "full-colour": 1 } as const;

/** Whether the thinnest place holds, and whether light comes through the material. */
export function checkLithophane({ minMm, material: id }: LithophaneSpec): Finding[] {
  const material = getMaterial(id);
  const process = material.processes[0] ?? "sla";
  const limit = LEAST_MM[process];
  const holds = minMm >= limit - 1e-9;
  const isPale = material.colour.every((channel) => channel > 0.5);
  return [
    {
      rule: "lithophane-thickness",
      process,
      status: holds ? "pass" : "fail",
      value: minMm,
      limit,
      unit: "mm",
      at: null,
      message: holds
        ? `The thinnest place of ${minMm.toFixed(2)} mm holds (${limit.toFixed(2)} mm is the least).`
        : `The thinnest place of ${minMm.toFixed(2)} mm breaks or prints with holes; it takes ${limit.toFixed(2)} mm.`,
    },
    {
      rule: "lithophane-light",
      process,
      status: isPale ? "pass" : "warn",
      value: null,
      limit: null,
      unit: null,
      at: null,
      message: isPale
        ? "The material lets light through."
        : `${material.label} lets little light through; white shows the picture best.`,
    },
  ];
}
