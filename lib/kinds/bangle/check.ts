import type { Finding } from "../../kernel/finding.ts";
import { paveMeasures, verdict } from "../../kernel/jewelry/setting-rules.ts";
import { planBangle } from "./plan.ts";
import type { BangleSpec } from "./schema.ts";

/** Verdicts of the seats; a bangle without stones has no rules beyond a casting's. */
export function checkBangle(spec: BangleSpec): Finding[] {
  const { row } = planBangle(spec);
  const first = row?.stones[0];
  if (!row || !first) return [];
  return paveMeasures(row.gapMm, row.underSeatMm, first.origin, "on the bangle").map(verdict);
}
