import type { Finding, Process } from "../../kernel/finding.ts";
import { getMaterial } from "../../shared/materials.ts";
import { fieldOf } from "../read/fields.ts";
import { detailsOf } from "./details.ts";
import { type FigurineSpec, figurineSchema } from "./schema.ts";

/**
 * Finest free-standing detail by process, mm: resin and jetted colour from print services' design guides
 * (0.5 and 0.8), filament two lines of a 0.4 mm nozzle.
 */
const LEAST_MM: Record<Exclude<Process, "cast-metal">, number> = {
  sla: 0.5,
  fdm: 0.8,
  "full-colour": 0.8,
};
/** Below this times the limit a detail is made but breaks easily. */
const STURDY = 1.25;
const TALLEST_MM = fieldOf(figurineSchema, "heightMm")?.maximum ?? 0;
const mm = (value: number) => `${value.toFixed(2)} mm`;

function detailFinding(process: Exclude<Process, "cast-metal">, spec: FigurineSpec): Finding[] {
  const finest = detailsOf(spec).reduce((least, detail) =>
    detail.size < least.size ? detail : least,
  );
  const limit = LEAST_MM[process];
  const { what, size, at } = finest;
  const isBroken = size < limit;
  const isWeak = !isBroken && size < limit * STURDY;
  const taller = Math.ceil((spec.heightMm * limit) / size);
  const advice =
    taller <= TALLEST_MM
      ? `A figurine of ${taller} mm has it.`
      : `No figurine up to ${TALLEST_MM} mm has it: make the detail larger.`;
  const message = isBroken
    ? `${what} of ${mm(size)} is too fine to print; it takes ${mm(limit)}. ${advice}`
    : isWeak
      ? `${what} of ${mm(size)} prints and breaks easily; handle it with care.`
      : `The finest detail (${what.toLowerCase()}) is ${mm(size)}; ${mm(limit)} is the least.`;
  return [
    {
      rule: "smallest-detail",
      process,
      status: isBroken ? "fail" : isWeak ? "warn" : "pass",
      value: size,
      limit,
      unit: "mm",
      at,
      message,
    },
  ];
}

function colourFinding(process: Process, { material }: FigurineSpec): Finding[] {
  if (process === "full-colour") return [];
  return [
    {
      rule: "colours",
      process,
      status: "pass",
      value: null,
      limit: null,
      unit: null,
      at: null,
      message: `${getMaterial(material).label} prints in one colour: the colours shown are to be painted.`,
    },
  ];
}

/** Verdicts on fine details and colours, by the processes of the figurine's material. */
export function checkFigurine(spec: FigurineSpec): Finding[] {
  return getMaterial(spec.material).processes.flatMap((process) => [
    ...detailFinding(process, spec),
    ...colourFinding(process, spec),
  ]);
}
