import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import type {
  LanguageModelV4CallOptions,
  LanguageModelV4Message,
  LanguageModelV4Prompt,
} from "@ai-sdk/provider";
import { embeddedDesigner } from "#lib/adapters/chat-model/embedded/model.ts";
import { openAiAnswer, openAiStream } from "../openai/says.ts";

/** Where fal serves chat models in OpenAI's form. */
export const CHAT_PATH = "/run/openrouter/router/openai/v1/chat/completions";

interface WireMessage {
  role: "system" | "user" | "assistant" | "tool";
  content: string | { type: string; text?: string }[] | null;
  tool_calls?: { id: string; function: { name: string; arguments: string } }[];
  tool_call_id?: string;
}

interface WireRequest {
  messages: WireMessage[];
  tools?: { function: { name: string } }[];
  stream?: boolean;
}

/** A chat model at fal: it speaks OpenAI's protocol, and thinks as the designer that needs no network. */
export async function answerChat(request: WireRequest, response: ServerResponse): Promise<void> {
  const { content } = await embeddedDesigner().doGenerate({
    prompt: toPrompt(request.messages),
    tools: (request.tools ?? []).map(({ function: { name } }) => ({
      ...{ type: "function", name, inputSchema: {} },
    })),
  } as LanguageModelV4CallOptions);
  const said = {
    text: content.flatMap((part) => (part.type === "text" ? [part.text] : [])).join(""),
    calls: content.flatMap((part) =>
      part.type === "tool-call"
        ? [{ id: `call_${randomUUID()}`, name: part.toolName, arguments: part.input }]
        : [],
    ),
  };
  const isStream = request.stream === true;
  response.setHeader("content-type", isStream ? "text/event-stream" : "application/json");
  response.end((isStream ? openAiStream : openAiAnswer)(said));
}

/** Messages of the wire as the model's interface has them; a tool's answer is named by the call it belongs to. */
function toPrompt(messages: readonly WireMessage[]): LanguageModelV4Prompt {
  const names = new Map(
    messages.flatMap(({ tool_calls: calls = [] }) =>
      calls.map((one) => [one.id, one.function.name]),
    ),
  );
  return messages.map((message) => toMessage(message, names));
}

function toMessage(
  message: WireMessage,
  names: ReadonlyMap<string, string>,
): LanguageModelV4Message {
  switch (message.role) {
    case "system":
      return { role: "system", content: wordsOf(message) };
    case "user":
      return { role: "user", content: userParts(message) };
    case "assistant":
      return { role: "assistant", content: assistantParts(message) };
    case "tool": {
      const toolCallId = message.tool_call_id ?? "";
      const toolName = names.get(toolCallId) ?? "";
      const output = outputOf(wordsOf(message));
      return { role: "tool", content: [{ type: "tool-result", toolCallId, toolName, output }] };
    }
  }
}

function wordsOf({ content }: WireMessage): string {
  if (typeof content === "string") return content;
  return (content ?? []).flatMap(({ text }) => text ?? []).join("\n");
}

type Of<Role> = Extract<LanguageModelV4Message, { role: Role }>["content"];

function userParts(message: WireMessage): Of<"user"> {
  const hasPicture =
    Array.isArray(message.content) && message.content.some(({ type }) => type === "image_url");
  const picture = { type: "file", mediaType: "image/png", data: { type: "url", url: "" } };
  const text = { type: "text", text: wordsOf(message) };
  return [text, ...(hasPicture ? [picture] : [])] as Of<"user">;
}

function assistantParts(message: WireMessage): Of<"assistant"> {
  const text = wordsOf(message);
  const calls = (message.tool_calls ?? []).map(({ id, function: { name, arguments: input } }) => ({
    ...{ type: "tool-call" as const, toolCallId: id, toolName: name },
    input: JSON.parse(input || "{}"),
  }));
  return [...(text ? [{ type: "text" as const, text }] : []), ...calls];
}

/** What a tool answered is JSON; why it failed is a sentence. */
function outputOf(said: string) {
  try {
    return { type: "json" as const, value: JSON.parse(said) };
  } catch {
    return { type: "error-text" as const, value: said };
  }
}
