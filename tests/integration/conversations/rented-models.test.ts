import "../http/environment.ts";
import { afterAll, describe, expect, it } from "vitest";
import { createChatModel } from "#lib/adapters/chat-model/index.ts";
import type { ChatModel } from "#lib/adapters/chat-model/port.ts";
import { getConversation } from "#lib/conversations/get-conversation.ts";
import { sendMessage } from "#lib/conversations/send-message.ts";
import { listDesigns } from "#lib/designs/list-designs.ts";
import { ModelService } from "#tests/doubles/openai/server.ts";
import { withAdapters } from "#tests/setup/adapters.ts";
import { openStudio, type Studio } from "../designs/studio.ts";
import { runTurn, Steps, startConversation, talk } from "./chat.ts";

const service = await ModelService.open();
afterAll(() => service.close());

async function studioWith(chatModel: ChatModel): Promise<Studio> {
  const studio = await openStudio();
  return { ...studio, ctx: withAdapters(studio.ctx, { chatModel }) };
}

const MAKE = {
  tool: "make_design",
  input: { kind: "ring", spec: { style: "plain", bandWidthMm: 3 } },
};

describe.each([
  {
    name: "an OpenAI-compatible endpoint",
    model: () =>
      createChatModel({ CHAT_BASE_URL: `${service.url}/v1`, CHAT_MODEL: "m", CHAT_API_KEY: "k" }),
    path: "/v1/chat/completions",
    authorization: "Bearer k",
  },
  {
    name: "fal",
    model: () => createChatModel({ FAL_KEY: "k", FAL_BASE_URL: service.url }),
    path: "/run/openrouter/router/openai/v1/chat/completions",
    authorization: "Key k",
  },
  {
    name: "Gemini",
    model: () =>
      createChatModel(
        { GOOGLE_GENERATIVE_AI_API_KEY: "k" },
        { googleBaseUrl: `${service.url}/v1beta` },
      ),
    path: "/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse",
    authorization: "k",
  },
])("$name as the designer", ({ model, path, authorization }) => {
  it("uses the same tools, and is told of the ring on the table", async () => {
    const studio = await studioWith(model());
    const conversationId = await startConversation(studio);
    service.calls.length = 0;
    service.says = [MAKE, { text: "A plain band, 3 mm." }];
    const { answer } = await talk(studio, conversationId, "a plain band of 3 mm");
    expect(answer).toMatchObject({ status: "complete", content: "A plain band, 3 mm." });
    expect(service.calls.map((call) => [call.path, call.authorization])).toEqual([
      [path, authorization],
      [path, authorization],
    ]);
    const { items } = await listDesigns(studio.ctx, { conversationId });
    expect(items[0]?.revision.spec).toMatchObject({ style: "plain", bandWidthMm: 3 });
    const [first, second] = service.calls.map((call) => JSON.stringify(call.body));
    expect(first).toContain("bandThicknessMm");
    expect(second).toContain("current-design");
  });

  it("is told why a value is refused", async () => {
    const studio = await studioWith(model());
    const conversationId = await startConversation(studio);
    service.calls.length = 0;
    const impossible = { kind: "ring", spec: { bandWidthMm: 0.1 } };
    service.says = [{ tool: "make_design", input: impossible }, { text: "1.6 mm is the least." }];
    await talk(studio, conversationId, "a band of 0.1 mm");
    expect(JSON.stringify(service.calls[1]?.body)).toContain("nearest that works is 1.6 mm");
  });

  it("ends the answer as failed when it does not answer, and keeps the message", async () => {
    const studio = await studioWith(model());
    const conversationId = await startConversation(studio);
    service.says = [400, 400, 400, 400].map((status) => ({ status }));
    const sent = await sendMessage(studio.ctx, { conversationId, text: "a silver ring" });
    await runTurn(studio, sent.jobId, new Steps());
    const { messages } = await getConversation(studio.ctx, { conversationId });
    expect(messages.map(({ status }) => status)).toEqual(["complete", "failed"]);
    expect(messages[1]?.metadata.error).toContain("did not answer");
    service.says = [];
  });
});
