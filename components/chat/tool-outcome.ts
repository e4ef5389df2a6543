import type { UIMessage } from "ai";
import type { Change } from "#components/design/change-line.tsx";

type Part = UIMessage["parts"][number];

/** A tool call in a message, whatever its name. */
export interface ToolCall {
  id: string;
  name: string;
  state: string;
  output: unknown;
  errorText: string | null;
}

/** What a call did, as far as a card shows it. */
export interface ToolOutcome {
  kind: "made" | "changed" | "reverted" | "pictures";
  designId: string | null;
  revisionNumber: number | null;
  title: string | null;
  words: string | null;
  change: Change | null;
  currency: string | null;
  pictures: number;
}

/** The tool call of a part, or null for other parts. */
export function toolCallOf(part: Part): ToolCall | null {
  if (part.type !== "dynamic-tool" && !part.type.startsWith("tool-")) return null;
  const tool = part as Part & {
    toolName?: string;
    toolCallId: string;
    state: string;
    output?: unknown;
    errorText?: string;
  };
  return {
    id: tool.toolCallId,
    name: tool.toolName ?? part.type.slice("tool-".length),
    state: tool.state,
    output: tool.output,
    errorText: tool.errorText ?? null,
  };
}
