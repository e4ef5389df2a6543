import { checkFigurine } from "#lib/kinds/figurine/check.ts";
import { PROCESS_MATERIALS } from "#lib/kinds/figurine/from-face.ts";
import type { FigurineSpec } from "#lib/kinds/figurine/schema.ts";
import type { FigurineInput } from "../options.ts";
import type { PrintCell, Score } from "../types.ts";
import { scored } from "./band.ts";

/** Heights shown beside the one asked for, mm. */
const HEIGHTS_MM = [50, 75, 100, 150, 200] as const;
const PROCESSES = ["full-colour", "sla", "fdm"] as const;
const WORTH = { pass: 1, warn: 0.6, fail: 0 } as const;

/** Whether the finest detail prints, for each process at each height. */
export function printable(spec: FigurineSpec): PrintCell[] {
  const heights = [...new Set([...HEIGHTS_MM, spec.heightMm])].sort((a, b) => a - b);
  return PROCESSES.flatMap((process) =>
    heights.map((heightMm): PrintCell => {
      const material = PROCESS_MATERIALS[process];
      const finding = checkFigurine({ ...spec, heightMm, material }).find(
        (one) => one.rule === "smallest-detail",
      );
      return {
        process,
        heightMm,
        status: finding?.status ?? "pass",
        message: finding?.message ?? "",
      };
    }),
  );
}

/** How well the figurine prints as asked for, out of the table of processes and heights. */
export function printabilityScore(
  cells: readonly PrintCell[],
  { process, heightMm }: FigurineInput,
): Score {
  const own = cells.find((cell) => cell.process === process && cell.heightMm === heightMm);
  return scored({
    id: "printability",
    label: "Printability",
    value: own ? WORTH[own.status] : null,
    meaning:
      "Whether the finest detail comes out by the chosen process at the chosen height: 1 it prints, 0.6 it prints and breaks easily, 0 it does not. The table has the other processes and heights.",
    bands: [
      { from: 1, label: "prints" },
      { from: 0.6, label: "prints, fragile" },
      { from: 0, label: "too fine" },
    ],
    terms: { process, heightMm, finding: own?.message ?? null },
  });
}
