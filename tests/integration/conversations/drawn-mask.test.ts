import "../http/environment.ts";
import sharp from "sharp";
import { expect, it } from "vitest";
import { sendMessage } from "#lib/conversations/send-message.ts";
import type { MessageView } from "#lib/conversations/types.ts";
import { uploadImage } from "#lib/images/upload-image.ts";
import { refusalOf } from "../accounts/people.ts";
import { openStudio, workOn } from "../designs/studio.ts";
import { db } from "../http/environment.ts";
import { lastMessage, runTurn, Steps, startConversation, talk } from "./chat.ts";

const BAND = "a plain silver ring, EU 54, band 3 mm";

const studio = await openStudio();

/** A mask that is white all over. */
async function drawnOn(maskOf: string, by = studio) {
  const create = { width: 64, height: 64, channels: 3, background: "#ffffff" } as const;
  const bytes = new Uint8Array(await sharp({ create }).png().toBuffer());
  return uploadImage(by.ctx, { bytes, maxBytes: 1_000_000, maskOf });
}

const callsOf = ({ metadata }: MessageView) => metadata.toolCalls ?? [];

it("what was drawn on a picture in the chat is repainted as the words say, once", async () => {
  const conversationId = await startConversation(studio);
  await talk(studio, conversationId, BAND);
  const drawing = { conversationId, kind: "draw-pictures" };
  const { id: jobId } = await db.job.findFirstOrThrow({ where: drawing });
  await workOn(studio, jobId);
  const { id: imageId } = await db.image.findFirstOrThrow({ where: { jobId } });
  const mask = await drawnOn(imageId);

  const sent = await sendMessage(studio.ctx, {
    ...{ conversationId, text: "in rose gold", attachments: [mask.id] },
  });
  await runTurn(studio, sent.jobId, new Steps());
  const answer = await lastMessage(studio, conversationId);
  const [call] = callsOf(answer);
  expect(call).toMatchObject({
    name: "repaint_region",
    input: { maskId: mask.id, imageId, prompt: "in rose gold" },
    output: { conceptIds: [expect.any(String)] },
  });
  expect(answer.content).toMatch(/painting that part anew/i);

  const { conceptsJobId } = call!.output as { conceptsJobId: string };
  const job = await db.job.findUniqueOrThrow({ where: { id: conceptsJobId } });
  expect(job.input).toMatchObject({
    wish: { way: "repaint", maskId: mask.id, imageId, prompt: "in rose gold" },
  });

  const { answer: next } = await talk(studio, conversationId, "make the band 4 mm wide");
  expect(callsOf(next).map(({ name }) => name)).toEqual(["edit_design"]);
});

it("a mask of a picture of someone else is not taken", async () => {
  const theirs = await openStudio();
  const create = { width: 8, height: 8, channels: 3, background: "#c08a55" } as const;
  const bytes = new Uint8Array(await sharp({ create }).png().toBuffer());
  const picture = await uploadImage(theirs.ctx, { bytes, maxBytes: 1_000_000 });
  expect((await refusalOf(drawnOn(picture.id))).code).toBe("not_found");
});
