import { setTimeout as delay } from "node:timers/promises";
import { Refused, type Rest, restClient } from "../../scripts/make/rest.mjs";
import type { RunningApp } from "../setup/app.ts";

/** Words that each make at most one revision; most of them pieces that are quick to draw. */
const FIRST_WORDS = [
  "a rose gold ring, US 7, with a 7 x 5 mm oval sapphire",
  "a plain platinum band, 3 mm wide, size EU 54",
  "a plain 18k yellow gold band, US 6",
  "a plain silver band, 4 mm wide, UK N",
];
const NEXT_WORDS = ["make the band 2.2 mm wide", "in platinum", "make it US 8", "undo"];

/** What the service answered for, and so must never lose. */
export interface Acknowledged {
  messages: { conversationId: string; text: string }[];
  conversations: string[];
}

/** Talks to the app until it is gone, remembering what was acknowledged. */
export class Load {
  readonly acknowledged: Acknowledged = { messages: [], conversations: [] };
  readonly #random: () => number;
  #onAcknowledged = () => {};

  constructor(random: () => number) {
    this.#random = random;
  }

  /** Resolves with the next message that is acknowledged. */
  nextAcknowledged(): Promise<void> {
    return new Promise((resolve) => {
      this.#onAcknowledged = resolve;
    });
  }

  /** Two people at once, one turn after another, until the app dies. Never rejects for that. */
  async run(app: RunningApp): Promise<void> {
    const rest = restClient(app.url, app.demo.customer.api_key as string);
    await Promise.all([this.#talk(app, rest), this.#talk(app, rest)]);
  }

  async #talk(app: RunningApp, rest: Rest): Promise<void> {
    try {
      const { id } = await rest.post("/api/v1/conversations", {});
      this.acknowledged.conversations.push(id);
      await this.#send(app, id, this.#pick(FIRST_WORDS));
      for (;;) await this.#send(app, id, this.#pick(NEXT_WORDS));
    } catch (error) {
      // A refusal is an answer, and a fault of the test; a broken connection is the kill.
      if (error instanceof Refused) throw error;
    }
  }

  /** The message counts as acknowledged as soon as its stream begins, long before the answer is whole. */
  async #send(app: RunningApp, conversationId: string, text: string): Promise<void> {
    const answer = await fetch(new URL("/api/v1/chat", app.url), {
      method: "POST",
      headers: {
        authorization: `Bearer ${app.demo.customer.api_key}`,
        "content-type": "application/json",
        accept: "text/event-stream",
      },
      body: JSON.stringify({ conversation_id: conversationId, message: text }),
    });
    if (answer.status === 429) return waitAsTold(answer);
    if (!answer.ok) throw new Refused(answer.status, { message: await answer.text() });
    this.acknowledged.messages.push({ conversationId, text });
    this.#onAcknowledged();
    await answer.text();
  }

  #pick(words: string[]): string {
    return words[Math.floor(this.#random() * words.length)] as string;
  }
}

/** A limit was met, as a client that talks this fast will: it comes back when the service says. */
async function waitAsTold(answer: Response): Promise<void> {
  await answer.text();
  await delay(1000 * Number(answer.headers.get("retry-after") ?? 1));
}
