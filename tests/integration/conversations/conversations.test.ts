import "../http/environment.ts";
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createConversation } from "#lib/conversations/create-conversation.ts";
import { deleteConversation } from "#lib/conversations/delete-conversation.ts";
import { getConversation } from "#lib/conversations/get-conversation.ts";
import { listConversations } from "#lib/conversations/list-conversations.ts";
import { messageStream } from "#lib/conversations/message-stream.ts";
import { sendMessage } from "#lib/conversations/send-message.ts";
import { stopAnswer } from "#lib/conversations/stop-answer.ts";
import { updateConversation } from "#lib/conversations/update-conversation.ts";
import { listDesigns } from "#lib/designs/list-designs.ts";
import { guest, refusalOf } from "../accounts/people.ts";
import { openStudio } from "../designs/studio.ts";
import { db } from "../http/environment.ts";
import { startConversation, talk } from "./chat.ts";

const studio = await openStudio();
const { ctx } = studio;

describe("a conversation", () => {
  it("takes its title from the first message", async () => {
    const conversationId = await startConversation(studio);
    await sendMessage(ctx, { conversationId, text: "a silver ring, size EU 54" });
    expect((await getConversation(ctx, { conversationId })).title).toBe(
      "a silver ring, size EU 54",
    );
  });

  it("is listed page by page, last used first", async () => {
    const other = await openStudio();
    const ids = [];
    for (let index = 0; index < 3; index += 1) ids.push(await startConversation(other));
    await sendMessage(other.ctx, { conversationId: ids[0]!, text: "hello" });
    const first = await listConversations(other.ctx, { limit: 2 });
    const second = await listConversations(other.ctx, { limit: 2, cursor: first.nextCursor! });
    const listed = [...first.items, ...second.items].map(({ id }) => id);
    expect(listed).toEqual([ids[0], ids[2], ids[1]]);
  });

  it("can be renamed, but not to nothing", async () => {
    const conversationId = await startConversation(studio);
    const renamed = await updateConversation(ctx, { conversationId, title: " For  Anna " });
    expect(renamed.title).toBe("For Anna");
    const refusal = await refusalOf(updateConversation(ctx, { conversationId, title: "" }));
    expect(refusal.code).toBe("invalid_input");
  });

  it("is hidden from others in every verb", async () => {
    const conversationId = await startConversation(studio);
    const stranger = (await openStudio()).ctx;
    const refusals = await Promise.all(
      [
        getConversation(stranger, { conversationId }),
        updateConversation(stranger, { conversationId, title: "Mine" }),
        sendMessage(stranger, { conversationId, text: "hello" }),
        messageStream(stranger, { conversationId }),
        stopAnswer(stranger, { conversationId }),
        deleteConversation(stranger, { conversationId }),
      ].map(refusalOf),
    );
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(["not_found"]));
  });

  it("asks a guest to sign in", async () => {
    expect((await refusalOf(createConversation(guest()))).code).toBe("unauthenticated");
  });

  it("is deleted with its messages, designs and files", async () => {
    const conversationId = await startConversation(studio);
    await talk(studio, conversationId, "a plain silver ring, EU 54");
    const { items } = await listDesigns(ctx, { conversationId });
    expect(items).toHaveLength(1);
    await deleteConversation(ctx, { conversationId });
    expect((await refusalOf(getConversation(ctx, { conversationId }))).code).toBe("not_found");
    expect(await db.message.count({ where: { conversationId } })).toBe(0);
    expect(await db.design.count({ where: { id: items[0]!.id } })).toBe(0);
    expect(await ctx.adapters.blob.list(`designs/${items[0]!.id}/`)).toEqual([]);
  });
});

describe("a message", () => {
  it("is stored with its answer to come, its job and the promise of its event", async () => {
    const conversationId = await startConversation(studio);
    const sent = await sendMessage(ctx, { conversationId, text: "  hello  " });
    expect(sent.userMessage).toMatchObject({ role: "user", content: "hello" });
    expect(sent.assistantMessage).toMatchObject({
      role: "assistant",
      status: "streaming",
      jobId: sent.jobId,
    });
    const events = await db.outboxEvent.findMany({
      where: { name: "conversation/message.received" },
    });
    const promised = events.map(({ data }) => (data as { jobId: string }).jobId);
    expect(promised).toContain(sent.jobId);
  });

  it("is sent once under one client id", async () => {
    const conversationId = await startConversation(studio);
    for (const clientMessageId of [randomUUID(), "nano-id-1"]) {
      const id = await startConversation(studio);
      const message = { conversationId: id, text: "hello", clientMessageId };
      const [first, second] = [await sendMessage(ctx, message), await sendMessage(ctx, message)];
      expect(second).toEqual(first);
      expect(await db.message.count({ where: { conversationId: id } })).toBe(2);
    }
    expect(await db.message.count({ where: { conversationId } })).toBe(0);
  });

  it("waits while the last answer is being written", async () => {
    const conversationId = await startConversation(studio);
    await sendMessage(ctx, { conversationId, text: "hello" });
    const refusal = await refusalOf(sendMessage(ctx, { conversationId, text: "and again" }));
    expect(refusal.code).toBe("conflict");
  });

  it("lets exactly one of several sent at the same moment through", async () => {
    const conversationId = await startConversation(studio);
    const texts = ["one", "two", "three"];
    const sent = await Promise.allSettled(
      texts.map((text) => sendMessage(ctx, { conversationId, text })),
    );
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.message.count({ where: { conversationId } })).toBe(2);
  });

  it("is refused when it is empty or longer than 8,000 characters", async () => {
    const conversationId = await startConversation(studio);
    const long = await refusalOf(sendMessage(ctx, { conversationId, text: "a".repeat(8001) }));
    expect(long.userMessage).toContain("8,000");
    expect(long.details).toMatchObject({ maximum: 8000, value: 8001 });
    const empty = await refusalOf(sendMessage(ctx, { conversationId, text: " \n " }));
    expect(empty.code).toBe("invalid_input");
    expect(await db.message.count({ where: { conversationId } })).toBe(0);
  });

  it("cannot name a picture or a design of someone else", async () => {
    const conversationId = await startConversation(studio);
    const refusals = await Promise.all([
      refusalOf(sendMessage(ctx, { conversationId, text: "so", attachments: [randomUUID()] })),
      refusalOf(sendMessage(ctx, { conversationId, text: "so", designId: randomUUID() })),
    ]);
    expect(refusals.map(({ code }) => code)).toEqual(["not_found", "not_found"]);
  });
});
