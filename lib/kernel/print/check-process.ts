import type { Finding, Process } from "../finding.ts";
import type { Measures } from "../measures.ts";
import { DEFAULT_LIMITS, type PrintLimits, type ProcessLimits } from "./limits.ts";

export interface ProcessOptions {
  /** Solids the piece is meant to have: 1, a pair of earrings 2. */
  pieces?: number;
  /** An atelier's own limits. */
  limits?: Partial<PrintLimits>;
}

/** What the rules every piece must pass look at. */
export type Checked = Pick<
  Measures,
  "watertight" | "pieces" | "boxMm" | "thinnestWallMm" | "thinnestWallAt"
>;

export const MAKING: Record<Process, string> = {
  "cast-metal": "cast",
  sla: "print in resin",
  fdm: "print in filament",
  "full-colour": "print in full colour",
};

const mm = (value: number) => `${value.toFixed(2)} mm`;

/** Half a hundredth of a millimetre: what rounding a measure for reading may hide. */
const READING_MM = 0.005;

function wallFinding(process: Process, { wallMm }: ProcessLimits, measures: Checked): Finding[] {
  const { thinnestWallMm: value, thinnestWallAt: at } = measures;
  if (value === null) return [];
  const isThick = value >= wallMm - READING_MM;
  return [
    {
      rule: "wall-thickness",
      process,
      status: isThick ? "pass" : "fail",
      value,
      limit: wallMm,
      unit: "mm",
      at,
      message: isThick
        ? `The thinnest wall is ${mm(value)}, thick enough to ${MAKING[process]}.`
        : `A wall of ${mm(value)} is too thin to ${MAKING[process]} here; it takes ${mm(wallMm)}.`,
    },
  ];
}

function closedFinding(process: Process, { watertight }: Checked): Finding {
  return {
    rule: "closed-surface",
    process,
    status: watertight ? "pass" : "fail",
    value: null,
    limit: null,
    unit: null,
    at: null,
    message: watertight
      ? "The surface is closed."
      : `The surface has a hole, so nobody can tell inside from outside to ${MAKING[process]} it.`,
  };
}

function piecesFinding(process: Process, { pieces }: Checked, expected: number): Finding {
  const isWhole = pieces === expected;
  const solids = (count: number) => (count === 1 ? "one solid" : `${count} solids`);
  return {
    rule: "one-solid",
    process,
    status: isWhole ? "pass" : "fail",
    value: pieces,
    limit: expected,
    unit: "count",
    at: null,
    message: isWhole
      ? `All of it holds together as ${solids(expected)}.`
      : `It falls into ${solids(pieces)} where it must be ${solids(expected)}.`,
  };
}

function sizeFinding(
  process: Process,
  { sizeSumMm }: ProcessLimits,
  { boxMm }: Checked,
): Finding[] {
  if (sizeSumMm === null) return [];
  const value = boxMm[0] + boxMm[1] + boxMm[2];
  const isLarge = value >= sizeSumMm;
  return [
    {
      rule: "smallest-size",
      process,
      status: isLarge ? "pass" : "fail",
      value,
      limit: sizeSumMm,
      unit: "mm",
      at: null,
      message: isLarge
        ? `Length, width and height add up to ${mm(value)}, large enough to ${MAKING[process]}.`
        : `Length, width and height add up to ${mm(value)}; less than ${mm(sizeSumMm)} is too small to ${MAKING[process]}.`,
    },
  ];
}

/**
 * Verdicts of the rules every piece must pass in a process: closed, whole, large enough, thick enough
 * (the last only where walls were measured and there are opposing faces).
 */
export function checkProcess(
  process: Process,
  measures: Checked,
  { pieces = 1, limits = {} }: ProcessOptions = {},
): Finding[] {
  const rules = limits[process] ?? DEFAULT_LIMITS[process];
  return [
    closedFinding(process, measures),
    piecesFinding(process, measures, pieces),
    ...sizeFinding(process, rules, measures),
    ...wallFinding(process, rules, measures),
  ];
}
