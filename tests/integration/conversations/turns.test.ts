import "../http/environment.ts";
import { simulateReadableStream } from "ai";
import { MockLanguageModelV4 } from "ai/test";
import { describe, expect, it } from "vitest";
import { getConversation } from "#lib/conversations/get-conversation.ts";
import { messageStream } from "#lib/conversations/message-stream.ts";
import { sendMessage } from "#lib/conversations/send-message.ts";
import { stopAnswer } from "#lib/conversations/stop-answer.ts";
import { editDesign } from "#lib/designs/edit-design.ts";
import { listDesigns } from "#lib/designs/list-designs.ts";
import { cancelJob } from "#lib/jobs/cancel-job.ts";
import { AppError } from "#lib/shared/errors.ts";
import { withAdapters } from "#tests/setup/adapters.ts";
import { openStudio, type Studio } from "../designs/studio.ts";
import { db } from "../http/environment.ts";
import {
  lastMessage,
  readAnswer,
  runTurn,
  Steps,
  startConversation,
  talk,
  textOf,
} from "./chat.ts";

const studio = await openStudio();
const { ctx } = studio;
const RING = "a rose gold ring, US 7, with a 7 x 5 mm oval sapphire and pavé shoulders";

const designsOf = async (conversationId: string) =>
  (await listDesigns(ctx, { conversationId })).items;

describe("a turn", () => {
  it("makes the ring a message describes and starts its pictures and model", async () => {
    const conversationId = await startConversation(studio);
    const { answer } = await talk(studio, conversationId, RING);
    expect(answer).toMatchObject({ role: "assistant", status: "complete" });
    expect(answer.content).toContain("EUR");
    const [design] = await designsOf(conversationId);
    expect(design).toMatchObject({
      conversationId,
      revision: {
        number: 1,
        prompt: RING,
        spec: { alloy: "gold-18k-rose", cut: "oval", shoulders: "pave", innerDiameterMm: 17.32 },
      },
    });
    const call = answer.metadata.toolCalls?.[0];
    expect(call).toMatchObject({
      name: "make_design",
      output: { designId: design!.id, revision: 1 },
    });
    const kinds = await db.job.findMany({
      where: { designId: design!.id },
      select: { kind: true },
    });
    expect(kinds.map(({ kind }) => kind).sort()).toEqual(["build-model", "draw-pictures"]);
  });

  it("goes on from the ring as it is now, also when it was changed outside the chat", async () => {
    const conversationId = await startConversation(studio);
    await talk(studio, conversationId, "a plain silver ring, EU 54, band 3 mm");
    const [design] = await designsOf(conversationId);
    await editDesign(ctx, { designId: design!.id, patch: { bandWidthMm: 5 } });
    const { answer } = await talk(studio, conversationId, "20 % wider");
    expect(answer.content).toContain("5 mm → 6 mm");
    expect((await designsOf(conversationId))[0]?.revision).toMatchObject({
      number: 3,
      prompt: "20 % wider",
    });
  });

  it("changes the design the person looked at, when the message names one", async () => {
    const conversationId = await startConversation(studio);
    await talk(studio, conversationId, "a plain silver ring, EU 54, band 3 mm");
    await talk(studio, conversationId, "a plain platinum ring, EU 50, band 2 mm");
    const [platinum, silver] = await designsOf(conversationId);
    const sent = await sendMessage(ctx, {
      conversationId,
      text: "band 4 mm",
      designId: silver!.id,
    });
    await runTurn(studio, sent.jobId, new Steps());
    const heads = await designsOf(conversationId);
    const number = (id: string) => heads.find((design) => design.id === id)?.revision.number;
    expect([number(silver!.id), number(platinum!.id)]).toEqual([2, 1]);
  });

  it("undoes", async () => {
    const conversationId = await startConversation(studio);
    await talk(studio, conversationId, "a plain silver ring, EU 54, band 3 mm");
    await talk(studio, conversationId, "band 4 mm");
    const { answer } = await talk(studio, conversationId, "undo");
    expect(answer.content).toContain("Taken back. Band width 4 mm → 3 mm.");
  });

  it("says in the engine's words why a ring cannot be built, and keeps the ring", async () => {
    const conversationId = await startConversation(studio);
    await talk(studio, conversationId, "a gold ring with an 8 mm round ruby");
    const { answer } = await talk(studio, conversationId, "stone 13 mm");
    expect(answer.status).toBe("complete");
    expect(answer.content).toContain("12 mm is the most");
    expect((await designsOf(conversationId))[0]?.revision.number).toBe(1);
  });

  it("keeps its prompts and sentences side by side", async () => {
    const conversationId = await startConversation(studio);
    await talk(studio, conversationId, RING);
    const [design] = await designsOf(conversationId);
    expect(design?.revision.prompt).toBe(RING);
    expect(design?.revision.enhancedPrompt).toContain("17.32 mm inside");
  });
});

describe("the stream of an answer", () => {
  it("replays the whole answer to whoever comes later, as it was stored", async () => {
    const conversationId = await startConversation(studio);
    const { answer } = await talk(studio, conversationId, "hello");
    const chunks = await readAnswer(studio, conversationId, answer.id);
    expect(chunks.at(0)).toMatchObject({ type: "start", messageId: answer.id });
    expect(chunks.at(-1)).toEqual({ type: "finish", finishReason: "stop" });
    expect(textOf(chunks)).toBe(answer.content);
  });

  it("is read while it is written, by several readers alike", async () => {
    const conversationId = await startConversation(studio);
    const sent = await sendMessage(ctx, { conversationId, text: RING });
    const readers = [1, 2].map(() => readAnswer(studio, conversationId, sent.assistantMessage.id));
    await runTurn(studio, sent.jobId, new Steps());
    const [first, second] = await Promise.all(readers);
    expect(second).toEqual(first);
    const types = new Set(first!.map(({ type }) => type));
    expect(types).toContain("tool-output-available");
  });

  it("is null when nothing is being written", async () => {
    const conversationId = await startConversation(studio);
    await talk(studio, conversationId, "hello");
    expect(await messageStream(ctx, { conversationId })).toBeNull();
  });
});

describe("a turn that is cut off", () => {
  it.each(["model-1", "model-2", "finish"])(
    "makes nothing twice when the result of %s is lost",
    async (lost) => {
      const conversationId = await startConversation(studio);
      const sent = await sendMessage(ctx, { conversationId, text: RING });
      const steps = new Steps();
      await steps.crashAfter(lost, () => runTurn(studio, sent.jobId, steps));
      expect(steps.done.has(lost)).toBe(false);
      await runTurn(studio, sent.jobId, steps);
      const answer = await lastMessage(studio, conversationId);
      expect(answer.status).toBe("complete");
      expect(await designsOf(conversationId)).toHaveLength(1);
      expect(await db.job.count({ where: { conversationId, kind: "draw-pictures" } })).toBe(1);
      const tools = answer.parts.filter(({ type }) => type === "tool-make_design");
      expect(tools).toHaveLength(1);
      expect(textOf(await readAnswer(studio, conversationId, answer.id))).toBe(answer.content);
    },
  );

  it("breaks off for whoever read along, and is whole for whoever comes back", async () => {
    const conversationId = await startConversation(studio);
    const sent = await sendMessage(ctx, { conversationId, text: RING });
    const messageId = sent.assistantMessage.id;
    const along = readAnswer(studio, conversationId, messageId).catch((error: Error) => error);
    const steps = new Steps();
    await steps.crashAfter("model-1", () => runTurn(studio, sent.jobId, steps));
    await runTurn(studio, sent.jobId, steps);
    expect(await along).toBeInstanceOf(Error);
    const chunks = await readAnswer(studio, conversationId, messageId);
    expect(chunks.filter(({ type }) => type === "start")).toHaveLength(1);
    expect(chunks.at(-1)).toEqual({ type: "finish", finishReason: "stop" });
  });

  it("edits once when the edit was made but its step was lost", async () => {
    const conversationId = await startConversation(studio);
    await talk(studio, conversationId, "a plain silver ring, EU 54, band 3 mm");
    const sent = await sendMessage(ctx, { conversationId, text: "20 % wider" });
    const steps = new Steps();
    await steps.crashAfter("model-1", () => runTurn(studio, sent.jobId, steps));
    await runTurn(studio, sent.jobId, steps);
    const [design] = await designsOf(conversationId);
    expect(design?.revision).toMatchObject({ number: 2, spec: { bandWidthMm: 3.6 } });
    expect((await lastMessage(studio, conversationId)).content).toContain("3 mm → 3.6 mm");
  });
});

describe("an answer that is stopped", () => {
  it("keeps what was said, tells its readers, and lets the next message in", async () => {
    const conversationId = await startConversation(studio);
    const sent = await sendMessage(ctx, { conversationId, text: "hello" });
    const stopped = await stopAnswer(ctx, { conversationId });
    expect(stopped?.status).toBe("stopped");
    const chunks = await readAnswer(studio, conversationId, sent.assistantMessage.id);
    expect(chunks.at(-1)).toEqual({ type: "abort" });
    const { answer } = await talk(studio, conversationId, "a plain silver ring, EU 54");
    expect(answer.status).toBe("complete");
  });

  it("is not written any more by a run that comes late", async () => {
    const conversationId = await startConversation(studio);
    const sent = await sendMessage(ctx, { conversationId, text: RING });
    await stopAnswer(ctx, { conversationId });
    await runTurn(studio, sent.jobId, new Steps());
    expect(await designsOf(conversationId)).toEqual([]);
    expect((await lastMessage(studio, conversationId)).status).toBe("stopped");
  });

  it("is settled when its job was cancelled as a job", async () => {
    const conversationId = await startConversation(studio);
    const sent = await sendMessage(ctx, { conversationId, text: "hello" });
    await cancelJob(ctx, sent.jobId);
    const { messages } = await getConversation(ctx, { conversationId });
    expect(messages.at(-1)?.status).toBe("stopped");
  });
});

describe("a model that fails", () => {
  /** A model that breaks off after a few words. */
  const broken = new MockLanguageModelV4({
    doStream: async () => ({
      stream: simulateReadableStream({
        chunks: [
          { type: "stream-start", warnings: [] },
          { type: "text-start", id: "1" },
          { type: "text-delta", id: "1", delta: "Let me " },
          {
            type: "error",
            error: new AppError("unavailable", "The model is away.", { retryable: true }),
          },
        ],
      }),
    }),
  });
  const withModel = (from: Studio): Studio => {
    const chatModel = { name: "broken", model: broken };
    return { ...from, ctx: withAdapters(from.ctx, { chatModel }) };
  };

  it("ends the answer as failed, says why, and keeps the message", async () => {
    const away = withModel(studio);
    const conversationId = await startConversation(away);
    const sent = await sendMessage(away.ctx, { conversationId, text: RING });
    await runTurn(away, sent.jobId, new Steps());
    const { messages } = await getConversation(ctx, { conversationId });
    expect(messages.map(({ role, status }) => [role, status])).toEqual([
      ["user", "complete"],
      ["assistant", "failed"],
    ]);
    expect(messages[0]?.content).toBe(RING);
    const chunks = await readAnswer(studio, conversationId, sent.assistantMessage.id);
    expect(chunks.at(-1)).toMatchObject({ type: "error", errorText: "The model is away." });
    const job = await db.job.findUniqueOrThrow({ where: { id: sent.jobId } });
    expect(job.status).toBe("failed");
  });
});
