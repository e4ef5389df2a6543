import "../http/environment.ts";
import { expect, it } from "vitest";
import { saveDesign } from "#lib/collections/save-design.ts";
import { branchConversation } from "#lib/conversations/branch-conversation.ts";
import { countContents } from "#lib/conversations/count-contents.ts";
import { deleteConversation } from "#lib/conversations/delete-conversation.ts";
import { getConversation } from "#lib/conversations/get-conversation.ts";
import { regenerateAnswer } from "#lib/conversations/regenerate-answer.ts";
import { sendMessage } from "#lib/conversations/send-message.ts";
import { getDesign } from "#lib/designs/get-design.ts";
import { listDesigns } from "#lib/designs/list-designs.ts";
import { refusalOf } from "../accounts/people.ts";
import { openStudio, workOn } from "../designs/studio.ts";
import { db } from "../http/environment.ts";
import { lastMessage, runTurn, Steps, sentPicture, startConversation } from "./chat.ts";

const studio = await openStudio();
const { ctx } = studio;
/** A word that is in the message and nowhere else. */
const MARK = "Quillfeather";

/** A conversation with a sent picture, two versions of an answer, a design with pictures and files, and a run of the executor. */
async function fullConversation() {
  const conversationId = await startConversation(studio);
  const image = await sentPicture(studio);
  const text = `a plain silver ring, EU 54, for ${MARK}`;
  const sent = await sendMessage(ctx, { conversationId, text, attachments: [image.id] });
  await runTurn(studio, sent.jobId, new Steps());
  const again = await regenerateAnswer(ctx, { conversationId });
  await runTurn(studio, again.jobId, new Steps());
  const jobs = await db.job.findMany({
    where: { conversationId },
    select: { id: true, kind: true },
  });
  for (const { id, kind } of jobs) if (kind !== "answer-message") await workOn(studio, id);
  await db.executorRun.create({
    data: {
      functionId: "answer-message",
      dedupeKey: sent.jobId,
      slots: [],
      event: { name: "conversation/message.received", data: { jobId: sent.jobId } },
      steps: { create: { stepId: "model-1", data: { text: MARK } } },
    },
  });
  return { conversationId, jobIds: jobs.map(({ id }) => id), imageId: image.id };
}

/** Tables with a row that holds one of these texts anywhere. */
async function tablesWith(texts: readonly string[]): Promise<string[]> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
  const hits: string[] = [];
  for (const { name } of tables) {
    const rows = await db.$queryRawUnsafe<{ row: string }[]>(
      `SELECT t::text AS row FROM "${name}" t WHERE t::text LIKE ANY($1)`,
      texts.map((text) => `%${text}%`),
    );
    if (rows.length > 0) hits.push(name);
  }
  return hits;
}

it("a deleted conversation leaves no row and no file of it", async () => {
  const { conversationId, jobIds, imageId } = await fullConversation();
  const { messages } = await getConversation(ctx, { conversationId, allVersions: true });
  const designs = (await listDesigns(ctx, { conversationId })).items;
  const ids = [conversationId, imageId, ...jobIds, ...messages.map(({ id }) => id)];
  const texts = [MARK, ...ids, ...designs.map(({ id }) => id)];
  const blobs = async () =>
    (await ctx.adapters.blob.list("")).filter((key) => texts.some((text) => key.includes(text)));
  expect(await tablesWith(texts)).toEqual(
    expect.arrayContaining(["Conversation", "Message", "Design", "Job", "Image", "ExecutorStep"]),
  );
  expect((await blobs()).length).toBeGreaterThan(2);
  await deleteConversation(ctx, { conversationId });
  expect(await tablesWith(texts)).toEqual([]);
  expect(await blobs()).toEqual([]);
});

it("what goes is counted before", async () => {
  const { conversationId } = await fullConversation();
  const contents = await countContents(ctx, { conversationId });
  expect(contents).toMatchObject({ messages: 3, designs: 2 });
  expect(contents.pictures).toBe(await db.image.count({ where: { conversationId } }));
  expect(contents.files).toBeGreaterThan(0);
  const stranger = await openStudio();
  expect((await refusalOf(countContents(stranger.ctx, { conversationId }))).code).toBe("not_found");
});

it("a design that was saved to a collection stays, with its pictures and files", async () => {
  const { conversationId } = await fullConversation();
  const [saved, other] = (await listDesigns(ctx, { conversationId })).items;
  await saveDesign(ctx, { designId: saved!.id, title: "Saved" });
  expect(await countContents(ctx, { conversationId })).toMatchObject({ designs: 1 });
  await deleteConversation(ctx, { conversationId });
  const kept = await getDesign(ctx, { designId: saved!.id });
  expect(kept).toMatchObject({ conversationId: null });
  expect(kept.revision.pictures).toHaveLength(saved!.revision.pictures.length);
  expect(kept.revision.pictures.length).toBeGreaterThan(0);
  expect((await refusalOf(getDesign(ctx, { designId: other!.id }))).code).toBe("not_found");
});

it("a branch stays whole when what it was branched from is deleted", async () => {
  const { conversationId } = await fullConversation();
  const { id: messageId } = await lastMessage(studio, conversationId);
  const branch = await branchConversation(ctx, { conversationId, messageId });
  await deleteConversation(ctx, { conversationId });
  const kept = await getConversation(ctx, { conversationId: branch.id });
  expect(kept).toMatchObject({ branchedFromId: null });
  expect(kept.messages).toHaveLength(2);
  const [image] = await db.image.findMany({ where: { conversationId: branch.id } });
  expect(await ctx.adapters.blob.info(image!.blobKey)).not.toBeNull();
  expect((await listDesigns(ctx, { conversationId: branch.id })).items.length).toBeGreaterThan(0);
});
