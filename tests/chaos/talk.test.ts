import { setTimeout as delay } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { newHome, type RunningApp, removeHome, startApp } from "#tests/setup/app.ts";
import { type Rest, restClient } from "../../scripts/make/rest.mjs";

const SAID = ["a plain platinum band, 3 mm wide, size EU 54", "band 4 mm", "in silver", "undo"];
/** A message whose answer the process does not live to see. */
const KILLED_AT = new Set([0, 2]);
const LOOK_EVERY_MS = 200;

const home = newHome();
let app: RunningApp;
afterAll(async () => {
  await app?.stop();
  removeHome(home);
});

const rest = (): Rest => restClient(app.url, app.demo.customer.api_key as string);

/** Says something and answers the stream as it comes. */
async function send(conversationId: string, message: string): Promise<Response> {
  const answer = await fetch(new URL("/api/v1/chat", app.url), {
    method: "POST",
    headers: {
      authorization: `Bearer ${app.demo.customer.api_key}`,
      "content-type": "application/json",
      accept: "text/event-stream",
    },
    body: JSON.stringify({ conversation_id: conversationId, message }),
  });
  expect(answer.status).toBe(200);
  return answer;
}

/** An answer from its start to its end, whether it is still being written or not; heartbeats are no part of it. */
async function readAgain(conversationId: string): Promise<string> {
  const { messages } = await rest().get(`/api/v1/conversations/${conversationId}`);
  const path = `/api/v1/conversations/${conversationId}/stream?message_id=${messages.at(-1).id}`;
  const answer = await fetch(new URL(path, app.url), {
    headers: { authorization: `Bearer ${app.demo.customer.api_key}` },
  });
  return (await answer.text()).replaceAll(/^: .*\n\n/gm, "");
}

/** The conversation once its last answer has ended. */
// biome-ignore lint/suspicious/noExplicitAny: JSON of the API
async function ended(conversationId: string): Promise<any> {
  for (;;) {
    const conversation = await rest().get(`/api/v1/conversations/${conversationId}`);
    if (conversation.messages.at(-1).status !== "streaming") return conversation;
    await delay(LOOK_EVERY_MS);
  }
}

/** What a person reads, and what was made: without ids, times and links. */
async function readable(conversationId: string) {
  const { messages } = await ended(conversationId);
  const designs = await rest().get(`/api/v1/designs?conversation_id=${conversationId}`);
  return {
    // biome-ignore lint/suspicious/noExplicitAny: JSON of the API
    messages: messages.map(({ role, status, content, metadata }: any) => ({
      ...{ role, status, content },
      // biome-ignore lint/suspicious/noExplicitAny: JSON of the API
      calls: (metadata.tool_calls ?? []).map(({ name, input, output }: any) => ({
        ...{ name, input, revision: output?.revision, changes: output?.changes },
      })),
    })),
    // biome-ignore lint/suspicious/noExplicitAny: JSON of the API
    designs: designs.items.map(({ kind, revision }: any) => ({
      ...{ kind, number: revision.number, spec: revision.spec },
    })),
  };
}

async function begin(): Promise<string> {
  const { id } = await rest().post("/api/v1/conversations", {});
  return id;
}

test("a conversation through kills, a reload and a second tab ends like one without", async () => {
  app = await startApp({ home });
  const calm = await begin();
  for (const message of SAID) await (await send(calm, message)).text();

  const shaken = await begin();
  for (const [at, message] of SAID.entries()) {
    const first = await send(shaken, message);
    if (KILLED_AT.has(at)) {
      await app.kill();
      await first.body?.cancel().catch(() => undefined);
      app = await startApp({ home });
    } else {
      // Leaves in the middle and comes back, twice at once.
      await first.body?.cancel();
      const [one, two] = await Promise.all([readAgain(shaken), readAgain(shaken)]);
      expect(one).toContain("[DONE]");
      expect(two).toBe(one);
    }
    await ended(shaken);
  }
  expect(await readable(shaken)).toEqual(await readable(calm));
});
