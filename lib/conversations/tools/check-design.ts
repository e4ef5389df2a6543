import { z } from "zod";
import { getDesign } from "#lib/designs/get-design.ts";
import { judgeDesign } from "#lib/designs/judge-design.ts";
import type { Finding, Process } from "#lib/kernel/finding.ts";
import { designOf } from "./current-design.ts";
import { defineTool, type ToolTurn } from "./tool.ts";

const PROCESSES = ["cast-metal", "sla", "fdm", "full-colour"] as const satisfies Process[];

/** What the tool answers, for the model and for the card. */
export interface CheckResult {
  designId: string;
  revision: number;
  findings: Finding[];
  thinnestWallMm: number | null;
  watertight: boolean | null;
  pieces: number | null;
  /** Null when no process was asked about. */
  verdict: ProcessVerdict | null;
}

/** How the final mesh could be made by one process. */
export interface ProcessVerdict {
  process: Process;
  status: "healthy" | "warning" | "error" | "unknown";
  /** Places thinner than the process takes. */
  thinWalls: number;
  /** Warnings and failures. */
  problems: Finding[];
}

export const checkDesign = defineTool({
  name: "check_design",
  description:
    "Answers whether the current design can be made: every rule with its value and limit, the thinnest wall, and whether what " +
    "is made is closed. With a process also how the final mesh would come out of it, whatever the piece's own material: " +
    "'can it be printed in resin', 'would FDM do'.",
  isReading: true,
  input: z.object({
    process: z
      .enum(PROCESSES)
      .optional()
      .describe("cast-metal; sla: resin print; fdm: filament print; full-colour: colour print."),
    designId: z.string().optional(),
  }),
  run: async (turn, { designId, process }): Promise<CheckResult> => {
    const design = await getDesign(turn.ctx, { designId: designOf(turn, designId) });
    const { measures, findings, number } = design.revision;
    return {
      designId: design.id,
      revision: number,
      findings,
      thinnestWallMm: measures?.thinnestWallMm ?? null,
      watertight: measures?.watertight ?? null,
      pieces: measures?.pieces ?? null,
      verdict: process ? await verdictFor(turn, design.id, process) : null,
    };
  },
});

async function verdictFor(
  { ctx }: ToolTurn,
  designId: string,
  process: Process,
): Promise<ProcessVerdict | null> {
  const { processes } = await judgeDesign(ctx, { designId });
  const judged = processes.find((one) => one.process === process);
  if (!judged) return null;
  const { status, thinWalls, findings } = judged;
  const problems = findings.filter((finding) => finding.status !== "pass");
  return { process, status, thinWalls, problems };
}
