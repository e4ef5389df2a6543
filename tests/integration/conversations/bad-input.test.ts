import "../http/environment.ts";
import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { POST } from "#app/api/v1/chat/route.ts";
import { createApiKey } from "#lib/accounts/create-api-key.ts";
import { createDesign } from "#lib/designs/create-design.ts";
import { openStudio } from "../designs/studio.ts";
import { db } from "../http/environment.ts";
import { serve } from "../http/serve.ts";
import { sentPicture, startConversation, talk } from "./chat.ts";

const { url } = await serve(POST);
const studio = await openStudio();
const stranger = await openStudio();
const { key } = await createApiKey(studio.ctx, { name: "test" });
const theirs = await createDesign(stranger.ctx, { kind: "ring", spec: { style: "plain" } });
const theirPicture = await sentPicture(stranger);
const theirTalk = await startConversation(stranger);

async function say(body: Record<string, unknown>) {
  const answer = await fetch(url, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const { error } = (await answer.json()) as { error: { code: string; message: string } };
  return { status: answer.status, ...error };
}

it.each([
  {
    what: "100,000 characters",
    body: { message: "a ring ".repeat(14_286) },
    answer: { status: 400, message: "at most 8,000 characters; this one has 100,00" },
  },
  {
    what: "nothing but blanks",
    body: { message: " \n " },
    answer: { status: 400, message: "Write what you have in mind." },
  },
  {
    what: "40 pictures",
    body: { message: "these", attachments: Array.from({ length: 40 }, () => randomUUID()) },
    answer: { status: 400, message: "at most 4 pictures; this one has 40." },
  },
  {
    what: "a picture of somebody else",
    body: { message: "this", attachments: [theirPicture.id] },
    answer: { status: 404, message: "no such picture" },
  },
  {
    what: "a design of somebody else",
    body: { message: "make it wider", design_id: theirs.design.id },
    answer: { status: 404, message: "no such design" },
  },
  {
    what: "a message of another type",
    body: { message: { text: "a ring" } },
    answer: { status: 400, message: "" },
  },
  {
    what: "words that are not allowed",
    body: { message: "a figurine of a naked woman" },
    answer: { status: 422, message: "swimwear and lingerie are fine" },
  },
])("$what get a clear answer, and the conversation goes on", async ({ body, answer }) => {
  const conversationId = await startConversation(studio);
  const refused = await say({ conversation_id: conversationId, ...body });
  expect(refused.status).toBe(answer.status);
  expect(refused.message).toContain(answer.message);
  expect(refused.message.length).toBeGreaterThan(10);
  expect(await db.message.count({ where: { conversationId } })).toBe(0);
  const { answer: said } = await talk(studio, conversationId, "a plain silver ring, EU 54");
  expect(said.status).toBe("complete");
});

it("a conversation of somebody else is not there", async () => {
  const refused = await say({ conversation_id: theirTalk, message: "hello" });
  expect(refused).toMatchObject({ status: 404, code: "not_found" });
  expect(await db.message.count({ where: { conversationId: theirTalk } })).toBe(0);
});
