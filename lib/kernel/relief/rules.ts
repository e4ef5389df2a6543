import type { Finding, Process } from "../finding.ts";
import type { Vec3 } from "../mesh.ts";

/**
 * Least height in which a relief is still seen once it is made, mm: filing and polishing take up to 0.25 mm of a cast
 * surface; a resin printer's layer is 0.05 mm and takes three, a filament printer's nozzle 0.4 mm.
 */
const LEAST_RELIEF_MM: Record<Process, number> = {
  "cast-metal": 0.35,
  sla: 0.15,
  fdm: 0.4,
  "full-colour": 0.3,
};

/** From this on it reads well. */
const GOOD_RELIEF_MM: Record<Process, number> = {
  "cast-metal": 0.6,
  sla: 0.3,
  fdm: 0.8,
  "full-colour": 0.6,
};

const WORK: Record<Process, string> = {
  "cast-metal": "casting and polishing",
  sla: "resin printing",
  fdm: "filament printing",
  "full-colour": "full-colour printing",
};

const mm = (value: number) => `${value.toFixed(2)} mm`;

/** Whether a relief is high enough to survive its making. */
export function reliefFinding(process: Process, reliefMm: number, at: Vec3 | null): Finding {
  const limit = LEAST_RELIEF_MM[process];
  const good = GOOD_RELIEF_MM[process];
  const isLost = reliefMm < limit - 1e-9;
  const isFaint = !isLost && reliefMm < good - 1e-9;
  const message = isLost
    ? `A relief of ${mm(reliefMm)} is lost in ${WORK[process]}; it takes ${mm(limit)}.`
    : isFaint
      ? `A relief of ${mm(reliefMm)} stays faint after ${WORK[process]}; ${mm(good)} reads better.`
      : `The relief of ${mm(reliefMm)} survives ${WORK[process]} (${mm(limit)} is the least).`;
  const status = isLost ? "fail" : isFaint ? "warn" : "pass";
  return {
    rule: "relief-height",
    process,
    status,
    value: reliefMm,
    limit,
    unit: "mm",
    at,
    message,
  };
}
