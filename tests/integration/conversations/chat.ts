import type { UIMessageChunk } from "ai";
import sharp from "sharp";
import { answerMessage, type TurnSteps } from "#lib/conversations/answer-message.ts";
import { createConversation } from "#lib/conversations/create-conversation.ts";
import { getConversation } from "#lib/conversations/get-conversation.ts";
import { messageStream } from "#lib/conversations/message-stream.ts";
import { type SentMessage, sendMessage } from "#lib/conversations/send-message.ts";
import type { MessageView } from "#lib/conversations/types.ts";
import type { ImageView } from "#lib/images/row.ts";
import { uploadImage } from "#lib/images/upload-image.ts";
import { type Studio, workerContext } from "../designs/studio.ts";

/** Steps that are remembered, as a durable executor remembers them. */
export class Steps implements TurnSteps {
  readonly done = new Map<string, unknown>();
  readonly #lost = Promise.withResolvers<void>();
  #lose: string | null = null;

  async run<T>(id: string, work: () => Promise<T>): Promise<unknown> {
    if (this.done.has(id)) return this.done.get(id);
    const result = await work();
    if (this.#lose === id) {
      this.#lost.resolve();
      // The process went away: nothing after this step ever runs.
      return new Promise(() => {});
    }
    this.done.set(id, JSON.parse(JSON.stringify(result ?? null)));
    return this.done.get(id);
  }

  /** Runs a turn that is cut off when this step has done its work and is not yet remembered. */
  async crashAfter(id: string, run: () => Promise<unknown>): Promise<void> {
    this.#lose = id;
    await Promise.race([this.#lost.promise, run()]);
    this.#lose = null;
  }
}

export async function startConversation(studio: Studio): Promise<string> {
  return (await createConversation(studio.ctx)).id;
}

/** Says something and has it answered by one run of the turn. */
export async function talk(
  studio: Studio,
  conversationId: string,
  text: string,
): Promise<{ sent: SentMessage; answer: MessageView }> {
  const sent = await sendMessage(studio.ctx, { conversationId, text });
  await runTurn(studio, sent.jobId, new Steps());
  return { sent, answer: await lastMessage(studio, conversationId) };
}

/** A picture of the person's, uploaded and not yet shown anywhere. */
export async function sentPicture(studio: Studio): Promise<ImageView> {
  const create = { width: 64, height: 64, channels: 3, background: "#c08a55" } as const;
  const bytes = new Uint8Array(await sharp({ create }).png().toBuffer());
  return uploadImage(studio.ctx, { bytes, maxBytes: 1_000_000 });
}

export function runTurn(
  studio: Studio,
  jobId: string,
  steps: Steps,
): Promise<{ messageId: string }> {
  return answerMessage(workerContext(studio, jobId), { jobId, step: steps });
}

export async function lastMessage(studio: Studio, conversationId: string): Promise<MessageView> {
  const { messages } = await getConversation(studio.ctx, { conversationId });
  const last = messages.at(-1);
  if (!last) throw new Error("the conversation is empty");
  return last;
}

/** The chunks a reader of the answer gets until its end. */
export async function readAnswer(
  studio: Studio,
  conversationId: string,
  messageId: string,
): Promise<UIMessageChunk[]> {
  const stream = await messageStream(studio.ctx, { conversationId, messageId });
  if (!stream) throw new Error("nothing to read");
  const text = await new Response(stream).text();
  return text
    .split("\n")
    .filter((line) => line.startsWith("data: {"))
    .map((line) => JSON.parse(line.slice(6)) as UIMessageChunk);
}

export const textOf = (chunks: UIMessageChunk[]): string =>
  chunks.map((chunk) => (chunk.type === "text-delta" ? chunk.delta : "")).join("");
