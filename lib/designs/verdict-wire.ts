import { z } from "zod";
import { findingForm } from "./wire.ts";

const vector = z.tuple([z.number(), z.number(), z.number()]);
const count = z.number().int();

const printabilityForm = z.object({
  process: z.enum(["cast-metal", "sla", "fdm", "full-colour"]),
  status: z
    .enum(["healthy", "warning", "error", "unknown"])
    .describe("healthy: all passes; warning: it can be made, with care; error: it cannot."),
  issueCount: count,
  isWatertight: z.boolean(),
  nonManifoldEdges: count,
  holes: count,
  degenerateFaces: count,
  volumeMm3: z.number(),
  thinWalls: count.describe("Places thinner than the process takes."),
  findings: z.array(findingForm),
});

const standingForm = z.object({
  up: vector.describe("What is up then, in the piece's own frame."),
  overhangMm2: z.number(),
  supportMm3: z.number(),
  heightMm: z.number(),
  footMm2: z.number(),
});

/** A verdict on a design as the API answers it. */
export const verdictForm = z.object({
  revision: count,
  processes: z.array(printabilityForm).describe("Empty for what is sewn."),
  standing: z
    .object({ best: standingForm, asModelled: standingForm, reason: z.string() })
    .nullable(),
});
