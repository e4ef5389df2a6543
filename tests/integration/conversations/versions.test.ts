import "../http/environment.ts";
import { describe, expect, it } from "vitest";
import { branchConversation } from "#lib/conversations/branch-conversation.ts";
import { getConversation } from "#lib/conversations/get-conversation.ts";
import { regenerateAnswer } from "#lib/conversations/regenerate-answer.ts";
import { sendMessage } from "#lib/conversations/send-message.ts";
import { showVersion } from "#lib/conversations/show-version.ts";
import { editDesign } from "#lib/designs/edit-design.ts";
import { getDesign } from "#lib/designs/get-design.ts";
import { listDesigns } from "#lib/designs/list-designs.ts";
import { listRevisions } from "#lib/designs/list-revisions.ts";
import { refusalOf } from "../accounts/people.ts";
import { openStudio } from "../designs/studio.ts";
import { lastMessage, runTurn, Steps, sentPicture, startConversation, talk } from "./chat.ts";

const studio = await openStudio();
const { ctx } = studio;
const BAND = "a plain silver ring, EU 54, band 3 mm";

const textsOf = async (conversationId: string) =>
  (await getConversation(ctx, { conversationId })).messages
    .filter(({ role }) => role === "user")
    .map(({ content }) => content);

async function resend(conversationId: string, replacesId: string, text: string) {
  const sent = await sendMessage(ctx, { conversationId, text, replacesId });
  await runTurn(studio, sent.jobId, new Steps());
  return lastMessage(studio, conversationId);
}

const theDesign = async (conversationId: string) =>
  (await listDesigns(ctx, { conversationId })).items[0]!;

const widthOf = async (conversationId: string) =>
  (await theDesign(conversationId)).revision.spec?.bandWidthMm;

describe("a message that is edited and sent again", () => {
  it("goes on from the design as it stood before it, and keeps what was said as a version", async () => {
    const conversationId = await startConversation(studio);
    await talk(studio, conversationId, BAND);
    const { sent } = await talk(studio, conversationId, "band 5 mm");
    await talk(studio, conversationId, "1 mm wider");
    expect(await widthOf(conversationId)).toBe(6);
    const answer = await resend(conversationId, sent.userMessage.id, "1 mm wider");
    expect(answer.content).toContain("3 mm → 4 mm");
    expect(await textsOf(conversationId)).toEqual([BAND, "1 mm wider"]);
    const { messages } = await getConversation(ctx, { conversationId });
    expect(messages.at(-2)?.versions).toMatchObject({ place: 2 });
    expect(messages.at(-2)?.versions?.ids).toContain(sent.userMessage.id);
    const all = await getConversation(ctx, { conversationId, allVersions: true });
    expect(all.messages).toHaveLength(8);
  });

  it("has its earlier version shown again, with the design as it stood there", async () => {
    const conversationId = await startConversation(studio);
    await talk(studio, conversationId, BAND);
    const { sent } = await talk(studio, conversationId, "band 5 mm");
    await talk(studio, conversationId, "1 mm wider");
    const again = await resend(conversationId, sent.userMessage.id, "band 4 mm");
    await showVersion(ctx, { conversationId, messageId: sent.userMessage.id });
    expect(await textsOf(conversationId)).toEqual([BAND, "band 5 mm", "1 mm wider"]);
    expect(await widthOf(conversationId)).toBe(6);
    await talk(studio, conversationId, "1 mm wider");
    expect(await widthOf(conversationId)).toBe(7);
    await showVersion(ctx, { conversationId, messageId: again.id });
    expect(await textsOf(conversationId)).toEqual([BAND, "band 4 mm"]);
    expect(await widthOf(conversationId)).toBe(4);
  });

  it("of the first message makes a design of its own beside the first one", async () => {
    const conversationId = await startConversation(studio);
    const { sent } = await talk(studio, conversationId, BAND);
    const before = await theDesign(conversationId);
    await resend(conversationId, sent.userMessage.id, "a plain platinum ring, EU 50");
    const { items } = await listDesigns(ctx, { conversationId });
    expect(items).toHaveLength(2);
    expect(items[0]?.revision.spec).toMatchObject({ alloy: "platinum-950" });
    const kept = await getDesign(ctx, { designId: before.id });
    expect(kept.revision.number).toBe(1);
  });

  it("keeps its pictures unless others are named", async () => {
    const conversationId = await startConversation(studio);
    const image = await sentPicture(studio);
    const sent = await sendMessage(ctx, { conversationId, text: "hello", attachments: [image.id] });
    await runTurn(studio, sent.jobId, new Steps());
    await resend(conversationId, sent.userMessage.id, "hello again");
    const { messages } = await getConversation(ctx, { conversationId });
    expect(messages[0]?.parts).toContainEqual(
      expect.objectContaining({ type: "file", url: `/api/v1/images/${image.id}` }),
    );
  });

  it("changes nothing when it is sent twice under one id, or while an answer is written", async () => {
    const conversationId = await startConversation(studio);
    await talk(studio, conversationId, BAND);
    const { sent } = await talk(studio, conversationId, "band 5 mm");
    const replacesId = sent.userMessage.id;
    const message = { conversationId, text: "band 4 mm", replacesId, clientMessageId: "again" };
    const first = await sendMessage(ctx, message);
    const refused = await refusalOf(
      sendMessage(ctx, { conversationId, text: "band 8 mm", replacesId }),
    );
    expect(refused.code).toBe("conflict");
    await runTurn(studio, first.jobId, new Steps());
    const { number } = (await theDesign(conversationId)).revision;
    const second = await sendMessage(ctx, message);
    expect(second.userMessage.id).toBe(first.userMessage.id);
    expect((await theDesign(conversationId)).revision.number).toBe(number);
  });

  it("cannot take the place of an answer, or of a message of somebody else", async () => {
    const conversationId = await startConversation(studio);
    const { answer } = await talk(studio, conversationId, BAND);
    const other = await openStudio();
    const theirs = await startConversation(other);
    const { sent } = await talk(other, theirs, "hello");
    for (const replacesId of [answer.id, sent.userMessage.id]) {
      const refusal = await refusalOf(sendMessage(ctx, { conversationId, text: "so", replacesId }));
      expect(refusal.code).toBe("not_found");
    }
  });
});

describe("an answer that is written once more", () => {
  it("begins from the design as it stood when the message was sent", async () => {
    const conversationId = await startConversation(studio);
    await talk(studio, conversationId, BAND);
    const { answer } = await talk(studio, conversationId, "1 mm wider");
    const sent = await regenerateAnswer(ctx, { conversationId });
    await runTurn(studio, sent.jobId, new Steps());
    const { messages } = await getConversation(ctx, { conversationId });
    expect(messages).toHaveLength(4);
    expect(messages.at(-1)).toMatchObject({ status: "complete", versions: { place: 2 } });
    expect(messages.at(-1)?.versions?.ids[0]).toBe(answer.id);
    expect(await widthOf(conversationId)).toBe(4);
  });
});

describe("a branch", () => {
  it("begins with copies of the messages and of the designs as they stood then", async () => {
    const conversationId = await startConversation(studio);
    await talk(studio, conversationId, BAND);
    const { answer } = await talk(studio, conversationId, "band 5 mm");
    await talk(studio, conversationId, "band 8 mm");
    const branch = await branchConversation(ctx, { conversationId, messageId: answer.id });
    expect(branch.branchedFromId).toBe(conversationId);
    expect(await textsOf(branch.id)).toEqual([BAND, "band 5 mm"]);
    const [source, copy] = [await theDesign(conversationId), await theDesign(branch.id)];
    expect(copy.id).not.toBe(source.id);
    expect(copy.revision).toMatchObject({ number: 2, spec: { bandWidthMm: 5 } });
    expect((await listRevisions(ctx, { designId: copy.id })).items).toHaveLength(2);
    expect(JSON.stringify(branch.messages)).not.toContain(source.id);
    await editDesign(ctx, { designId: copy.id, patch: { bandWidthMm: 6 } });
    expect(await widthOf(conversationId)).toBe(8);
    await talk(studio, branch.id, "1 mm wider");
    expect(await widthOf(branch.id)).toBe(7);
  });

  it("has pictures of its own", async () => {
    const conversationId = await startConversation(studio);
    const image = await sentPicture(studio);
    const sent = await sendMessage(ctx, { conversationId, text: "hello", attachments: [image.id] });
    await runTurn(studio, sent.jobId, new Steps());
    const messageId = sent.userMessage.id;
    const branch = await branchConversation(ctx, { conversationId, messageId });
    expect(branch.messages).toHaveLength(2);
    const [file] = branch.messages[0]!.parts.filter(({ type }) => type === "file");
    expect(file).not.toMatchObject({ url: `/api/v1/images/${image.id}` });
  });

  it("cannot be made of a conversation of somebody else", async () => {
    const other = await openStudio();
    const theirs = await startConversation(other);
    const { answer } = await talk(other, theirs, "hello");
    const input = { conversationId: theirs, messageId: answer.id };
    expect((await refusalOf(branchConversation(ctx, input))).code).toBe("not_found");
  });
});
