import { z } from "zod";
import type { Ctx } from "#lib/context.ts";
import { getDesign } from "#lib/designs/get-design.ts";
import { listDesigns } from "#lib/designs/list-designs.ts";
import { getJob } from "#lib/jobs/get-job.ts";
import { describeKind } from "#lib/kinds/describe-kind.ts";
import { getKind, listKinds } from "#lib/kinds/registry.ts";
import type { AgentTool } from "./agent-tool.ts";

const define = <Input extends z.ZodObject>(tool: {
  name: string;
  description: string;
  input: Input;
  run(ctx: Ctx, input: z.output<Input>): Promise<unknown>;
}): AgentTool => ({
  ...tool,
  isReading: true,
  run: (ctx, input) => tool.run(ctx, input as z.output<Input>),
});

/** What a program looks at before and after it makes something. */
export const LOOKING_TOOLS: readonly AgentTool[] = [
  define({
    name: "list_kinds",
    description:
      "Lists what can be designed, each kind with an example sentence; with `kind` that one with the JSON Schema of its fields " +
      "(units, ranges) and its defaults. Call it before make_design or edit_design.",
    input: z.object({ kind: z.string().max(64).optional().describe("Id of one kind.") }),
    async run(_ctx, { kind }) {
      if (kind !== undefined) return describeKind(getKind(kind), (key) => key);
      const kinds = listKinds().map(({ id, title, category, example }) => {
        return { id, title, category, example };
      });
      return { kinds };
    },
  }),
  define({
    name: "list_designs",
    description: "Lists your designs, last changed first, with their newest numbers.",
    input: z.object({
      kind: z.string().max(64).optional(),
      cursor: z.string().max(500).optional(),
      limit: z.int().min(1).max(50).default(20),
    }),
    async run(ctx, { kind, cursor, limit }) {
      const page = await listDesigns(ctx, {
        limit,
        ...(kind && { kind }),
        ...(cursor && { cursor }),
      });
      const designs = page.items.map(({ id, title, updatedAt, revision, ...design }) => ({
        ...{ designId: id, kind: design.kind, title, updatedAt },
        ...{ revision: revision.number, words: revision.words },
        massG: revision.measures?.massG ?? null,
        price: revision.price,
      }));
      return { designs, nextCursor: page.nextCursor };
    },
  }),
  define({
    name: "get_design",
    description:
      "Answers a design as it is now: spec, measures, price, findings, and links to its pictures and files, which work for a day. " +
      "Pictures and files are there once their jobs have ended.",
    input: z.object({ designId: z.string() }),
    run: (ctx, { designId }) => getDesign(ctx, { designId }),
  }),
  define({
    name: "get_job",
    description:
      "Answers how a job stands that a tool started (picturesJobId, modelJobId, sizesJobId).",
    input: z.object({ jobId: z.string() }),
    run: (ctx, { jobId }) => getJob(ctx, jobId),
  }),
];
