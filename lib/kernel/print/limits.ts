import type { Process } from "../finding.ts";

/** What a process asks of any piece; what depends on prongs, seats or seams is the kind's to check. */
export interface ProcessLimits {
  /** Thinnest wall, mm. */
  wallMm: number;
  /** Smallest length + width + height of a piece, mm; null where any size is taken. */
  sizeSumMm: number | null;
  /** Steepest lean from upright that holds without support, degrees; null where supports cost nothing. */
  overhangDeg: number | null;
}

export type PrintLimits = Readonly<Record<Process, ProcessLimits>>;

/** Common limits of casters and print services; makers differ, so each may be replaced. */
export const DEFAULT_LIMITS: PrintLimits = {
  "cast-metal": { wallMm: 0.8, sizeSumMm: 10, overhangDeg: null },
  sla: { wallMm: 0.8, sizeSumMm: null, overhangDeg: 45 },
  fdm: { wallMm: 1, sizeSumMm: null, overhangDeg: 45 },
  "full-colour": { wallMm: 2, sizeSumMm: null, overhangDeg: null },
};
