import type { z } from "zod";
import type { Ctx } from "#lib/context.ts";
import type { DesignChange, DesignView } from "#lib/designs/types.ts";
import type { Finding } from "#lib/kernel/finding.ts";

/** What a tool knows of the turn that calls it; the first three are null where a program calls, outside any conversation. */
export interface ToolTurn {
  ctx: Ctx;
  conversationId: string | null;
  /** The answer being written: what tools make belongs to it. */
  messageId: string | null;
  /** What the person wrote. */
  prompt: string | null;
  /** The design the conversation is about now, if any. */
  designId: string | null;
  /** A UUID for the effect of this call: the same call after a crash has the same one. */
  effectId: string;
}

/** One tool a model may call. Its result is JSON; an AppError thrown is told to the model in the user's words. */
export interface ToolDescriptor<Input extends z.ZodType = z.ZodType> {
  name: string;
  /** For the model: what it does, when to call it, what comes back. */
  description: string;
  input: Input;
  /** True when it only looks: nothing is made, changed or asked of anybody. */
  isReading?: true;
  /** What a call would cost at a provider, millionths of a USD; absent: tools of this kind never cost. */
  costMicroUsd?(turn: ToolTurn, input: z.output<Input>): Promise<number> | number;
  run(turn: ToolTurn, input: z.output<Input>): Promise<unknown>;
}

/** What a design keeps of the call that made or changed it. */
export const madeIn = ({ prompt, messageId, effectId }: ToolTurn) => ({
  effectId,
  ...(prompt !== null && { prompt }),
  ...(messageId !== null && { messageId }),
});

/** The same for a new design, which belongs to the conversation too. */
export const begunIn = (turn: ToolTurn) => ({
  ...madeIn(turn),
  ...(turn.conversationId !== null && { conversationId: turn.conversationId }),
});

/** A tool with its input type kept. */
export const defineTool = <Input extends z.ZodType>(
  tool: ToolDescriptor<Input>,
): ToolDescriptor<Input> => tool;

/** A design as a tool's result: what a model talks about and what a page makes a card of. */
export interface DesignResult {
  designId: string;
  kind: string;
  title: string;
  revision: number;
  spec: DesignView["revision"]["spec"];
  words: string | null;
  changes: DesignView["revision"]["changes"];
  massDeltaG: number;
  priceDeltaMinor: number;
  massG: number | null;
  totalCarats: number | null;
  boxMm: readonly number[] | null;
  price: DesignView["revision"]["price"];
  /** Only warnings and failures. */
  problems: Finding[];
  newProblems: Finding[];
  picturesJobId: string | null;
  modelJobId: string | null;
}

export function toDesignResult({ design, ...jobs }: DesignChange): DesignResult {
  const { revision } = design;
  return {
    designId: design.id,
    kind: design.kind,
    title: design.title,
    revision: revision.number,
    spec: revision.spec,
    words: revision.words,
    changes: revision.changes,
    massDeltaG: revision.massDeltaG,
    priceDeltaMinor: revision.priceDeltaMinor,
    massG: revision.measures?.massG ?? null,
    totalCarats: revision.measures?.totalCarats ?? null,
    boxMm: revision.measures?.boxMm ?? null,
    price: revision.price,
    problems: revision.findings.filter((finding) => finding.status !== "pass"),
    newProblems: revision.newFindings,
    ...jobs,
  };
}
