/** What the service says next. */
export type ModelSays =
  | { text: string }
  /** One call of a tool, its input as JSON. */
  | { tool: string; input: unknown }
  /** Calls whose arguments are sent exactly as they stand here, in pieces of a few characters, mixed with each other. */
  | { calls: ToolCall[]; text?: string }
  /** A refusal, with the body and headers such a service sends. */
  | { status: number; code?: string; retryAfter?: number }
  /** The answer begins and the connection ends in the middle of it. */
  | { cut: string };

export type Said = Exclude<ModelSays, { status: number }>;

interface ToolCall {
  /** By default of its place and name. */
  id?: string;
  name: string;
  arguments: string;
}

const callsOf = (said: Said): ToolCall[] => {
  if ("calls" in said) return said.calls;
  return "tool" in said ? [{ name: said.tool, arguments: JSON.stringify(said.input) }] : [];
};

const idOf = ({ id, name }: ToolCall, index: number): string => id ?? `call_${index}_${name}`;

const textOf = (said: Said): string => {
  if ("cut" in said) return said.cut;
  return "text" in said ? (said.text ?? "") : "";
};

const sse = (chunks: unknown[]) =>
  chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join("");

const PIECE = 5;

function chunk(delta: unknown, finish: string | null = null) {
  return {
    id: "c1",
    object: "chat.completion.chunk",
    created: 1,
    model: "m",
    choices: [{ index: 0, delta, finish_reason: finish }],
  };
}

/** The pieces of several calls, one of each in turn: the first names the tool, the others carry its arguments. */
function callChunks(calls: ToolCall[]): unknown[] {
  const longest = Math.max(0, ...calls.map((call) => Math.ceil(call.arguments.length / PIECE)));
  const opening = calls.map((call, index) => ({
    index,
    id: idOf(call, index),
    type: "function",
    function: { name: call.name, arguments: "" },
  }));
  const pieces = Array.from({ length: longest }, (_, number) =>
    calls.flatMap((call, index) => {
      const piece = call.arguments.slice(number * PIECE, (number + 1) * PIECE);
      return piece ? [{ index, function: { arguments: piece } }] : [];
    }),
  ).flat();
  return [...opening, ...pieces].map((call) => chunk({ tool_calls: [call] }));
}

/** OpenAI's chat completions, streamed. */
export function openAiStream(said: Said): string {
  const calls = callsOf(said);
  const words = textOf(said)
    .split(/(?<= )/)
    .map((word) => chunk({ content: word }));
  const finish = chunk({}, calls.length > 0 ? "tool_calls" : "stop");
  const usage = { ...chunk({}), choices: [], usage: { prompt_tokens: 100, completion_tokens: 10 } };
  const begun = [chunk({ role: "assistant", content: "" }), ...words, ...callChunks(calls)];
  if ("cut" in said) return sse(begun);
  return `${sse([...begun, finish, usage])}data: [DONE]\n\n`;
}

/** The same, in one answer. */
export function openAiAnswer(said: Said): string {
  const calls = callsOf(said).map((call, index) => ({
    id: idOf(call, index),
    type: "function",
    function: { name: call.name, arguments: call.arguments },
  }));
  const message = {
    role: "assistant",
    content: textOf(said) || null,
    ...(calls.length > 0 && { tool_calls: calls }),
  };
  return JSON.stringify({
    id: "c1",
    object: "chat.completion",
    created: 1,
    model: "m",
    choices: [{ index: 0, message, finish_reason: calls.length > 0 ? "tool_calls" : "stop" }],
    usage: { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 },
  });
}

function googleContent(said: Said): unknown {
  const calls = callsOf(said).map((call) => ({
    functionCall: { name: call.name, args: JSON.parse(call.arguments) },
  }));
  const parts = [...(textOf(said) ? [{ text: textOf(said) }] : []), ...calls];
  return {
    candidates: [{ content: { role: "model", parts }, finishReason: "STOP", index: 0 }],
  };
}

/** Google's streamGenerateContent. */
export const googleStream = (said: Said): string => sse([googleContent(said)]);

/** Google's generateContent. */
export const googleAnswer = (said: Said): string => JSON.stringify(googleContent(said));
