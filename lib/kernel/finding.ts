import type { Vec3 } from "./mesh.ts";

/** How a piece is made; each has rules of its own. */
export type Process = "cast-metal" | "fdm" | "sla" | "full-colour";

/** What is made without casting or printing. */
export type Craft = "sewn";

/** One rule's verdict on one place of a piece. */
export interface Finding {
  /** Stable id, kebab-case: `wall-thickness`, `prong-width`, `pave-pitch`. */
  rule: string;
  process: Process | Craft;
  status: "pass" | "warn" | "fail";
  /** Measured, in `unit`; null where the rule is yes-or-no. */
  value: number | null;
  limit: number | null;
  unit: "mm" | "mm2" | "mm3" | "deg" | "count" | "g" | "gsm" | null;
  /** Where, mm; null when it concerns the whole piece. */
  at: Vec3 | null;
  /** A sentence in the user's words. */
  message: string;
}
