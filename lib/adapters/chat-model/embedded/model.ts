import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Content,
  LanguageModelV4FinishReason,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from "@ai-sdk/provider";
import { v7 as newUuid } from "uuid";
import { withoutMarks } from "../../../kinds/tongues/index.ts";
import { answerTexts } from "./answers/texts/index.ts";
import type { Reply } from "./reply.ts";
import { respond } from "./respond.ts";
import { readSituation } from "./situation.ts";

/** No tokens are bought here. */
const USAGE: LanguageModelV4Usage = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
};
/** Words of an answer that come as one delta. */
const WORDS_PER_DELTA = 4;

/**
 * A designer that needs no network: reads messages with the kinds' grammars and calls the same tools as any language
 * model, through the same interface. The same conversation gets the same answer.
 */
export function embeddedDesigner(): LanguageModelV4 {
  return {
    specificationVersion: "v4",
    provider: "maquette",
    modelId: "embedded-designer",
    supportedUrls: {},
    async doGenerate(options) {
      const reply = replyTo(options);
      return {
        content: contentOf(reply),
        finishReason: finishReason(reply),
        usage: USAGE,
        warnings: [],
      };
    },
    async doStream(options) {
      return { stream: streamOf(replyTo(options)) };
    },
  };
}

/** The reply, without calls of tools that were not offered. */
function replyTo({ prompt, tools }: LanguageModelV4CallOptions): Reply {
  const situation = readSituation(prompt);
  const reply = respond(situation);
  const offered = new Set((tools ?? []).map((tool) => tool.name));
  const calls = reply.calls.filter(({ tool }) => offered.has(tool));
  if (calls.length === reply.calls.length) return reply;
  return { text: reply.text || answerTexts(situation.locale).noTool, calls };
}

function contentOf({ text, calls }: Reply): LanguageModelV4Content[] {
  const content: LanguageModelV4Content[] = text
    ? [{ type: "text", text: withoutMarks(text) }]
    : [];
  for (const { tool, input } of calls) {
    content.push({
      type: "tool-call",
      toolCallId: newUuid(),
      toolName: tool,
      input: withoutMarks(JSON.stringify(input)),
    });
  }
  return content;
}

function streamOf(reply: Reply): ReadableStream<LanguageModelV4StreamPart> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue({ type: "stream-start", warnings: [] });
      for (const part of contentOf(reply)) {
        if (part.type === "text")
          for (const piece of textParts(part.text)) controller.enqueue(piece);
        else if (part.type === "tool-call")
          for (const piece of callParts(part)) controller.enqueue(piece);
      }
      controller.enqueue({ type: "finish", finishReason: finishReason(reply), usage: USAGE });
      controller.close();
    },
  });
}

function textParts(text: string): LanguageModelV4StreamPart[] {
  const id = newUuid();
  const words = text.match(/\S+\s*/g) ?? [];
  const parts: LanguageModelV4StreamPart[] = [{ type: "text-start", id }];
  for (let at = 0; at < words.length; at += WORDS_PER_DELTA) {
    parts.push({ type: "text-delta", id, delta: words.slice(at, at + WORDS_PER_DELTA).join("") });
  }
  return [...parts, { type: "text-end", id }];
}

function callParts(
  part: Extract<LanguageModelV4Content, { type: "tool-call" }>,
): LanguageModelV4StreamPart[] {
  const { toolCallId: id, toolName, input } = part;
  return [
    { type: "tool-input-start", id, toolName },
    { type: "tool-input-delta", id, delta: input },
    { type: "tool-input-end", id },
    part,
  ];
}

function finishReason({ calls }: Reply): LanguageModelV4FinishReason {
  return { unified: calls.length > 0 ? "tool-calls" : "stop", raw: undefined };
}
