import type { z } from "zod";
import type { Ctx } from "#lib/context.ts";

/** One tool as a program may call it: each call names what it is about. */
export interface AgentTool {
  name: string;
  description: string;
  input: z.ZodObject;
  /** True when it only looks. */
  isReading: boolean;
  run(ctx: Ctx, input: unknown): Promise<unknown>;
}
