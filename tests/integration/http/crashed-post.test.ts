import "./environment.ts";
import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { expect, test } from "vitest";
import { POST as collections } from "#app/api/v1/collections/route.ts";
import { POST as branch } from "#app/api/v1/conversations/[id]/branch/route.ts";
import { POST as conversations } from "#app/api/v1/conversations/route.ts";
import { POST as revert } from "#app/api/v1/designs/[id]/revert/route.ts";
import { POST as sizeRun } from "#app/api/v1/designs/[id]/size-run/route.ts";
import { POST as importDesign } from "#app/api/v1/designs/import/route.ts";
import { POST as model } from "#app/api/v1/generate/3d/route.ts";
import { POST as generate } from "#app/api/v1/generate/route.ts";
import { POST as images } from "#app/api/v1/images/route.ts";
import { createApiKey } from "#lib/accounts/create-api-key.ts";
import { regenerateAnswer } from "#lib/conversations/regenerate-answer.ts";
import { createDesign } from "#lib/designs/create-design.ts";
import { editDesign } from "#lib/designs/edit-design.ts";
import type { RouteHandler } from "#lib/http/define-route.ts";
import { startConversation, talk } from "../conversations/chat.ts";
import { openStudio } from "../designs/studio.ts";
import { db } from "./environment.ts";
import { serve } from "./serve.ts";

const studio = await openStudio();
Object.assign(globalThis, { maquetteAdapters: studio.ctx.adapters });
const { key } = await createApiKey(studio.ctx, { name: "test" });
const { design } = await createDesign(studio.ctx, { kind: "ring" });
await editDesign(studio.ctx, { designId: design.id, patch: { bandWidthMm: 4 } });
const conversationId = await startConversation(studio);
const { answer } = await talk(studio, conversationId, "A plain silver band");

function form(name: string, bytes: Uint8Array<ArrayBuffer> | string): FormData {
  const body = new FormData();
  body.set("file", new File([bytes], name));
  return body;
}
const create = { width: 64, height: 64, channels: 3, background: "#c08a55" } as const;
const png = new Uint8Array(await sharp({ create }).png().toBuffer());
const TETRAHEDRON = "v 0 0 0\nv 20 0 0\nv 0 20 0\nv 0 0 20\nf 1 3 2\nf 1 2 4\nf 1 4 3\nf 2 3 4\n";

const CALLS: [name: string, RouteHandler, id: string, body: object, made: string][] = [
  ["a conversation", conversations, "", { title: "Bands" }, "id"],
  ["a branch", branch, conversationId, { message_id: answer.id }, "id"],
  ["a collection", collections, "", { title: "Bands" }, "id"],
  ["a picture", images, "", form("a.png", png), "id"],
  ["a design from a file", importDesign, "", form("a.obj", TETRAHEDRON), "id"],
  ["a revision", revert, design.id, { to_revision: 1 }, "revision.id"],
  ["a run of sizes", sizeRun, design.id, { from: 5, to: 6 }, "job_id"],
  ["pictures", generate, "", { prompt: "A plain silver band" }, "job_id"],
  ["concepts", generate, "", { prompt: "A plain silver band", style: "modern" }, "job_id"],
  ["a model", model, "", { prompt: "A plain silver band" }, "job_id"],
];

test.each(CALLS)(
  "%s is made once though the answer was lost",
  async (name, route, id, body, made) => {
    const { url } = await serve(route, () => ({ id }));
    const isForm = body instanceof FormData;
    const send = async () => {
      const response = await fetch(url, {
        method: "POST",
        headers: {
          authorization: `Bearer ${key}`,
          "idempotency-key": name,
          ...(isForm ? {} : { "content-type": "application/json" }),
        },
        body: isForm ? body : JSON.stringify(body),
      });
      const json = await response.json();
      expect(response.status, JSON.stringify(json)).toBeLessThan(300);
      return json;
    };
    const first = await send();
    // A crash between the commit and the answer: the key was taken, and nothing is kept under it.
    await db.idempotencyKey.deleteMany();
    const counts = () =>
      Promise.all([
        ...[db.conversation.count(), db.message.count(), db.collection.count(), db.image.count()],
        ...[db.design.count(), db.revision.count(), db.job.count(), db.broughtMesh.count()],
      ]);
    const before = await counts();
    expect(await send()).toHaveProperty(
      made,
      made.split(".").reduce((at, name) => at[name], first),
    );
    expect(await counts()).toEqual(before);
  },
);

test("an answer is begun once more, and not twice under one name", async () => {
  const again = { conversationId, messageId: answer.id, effectId: randomUUID() };
  const first = await regenerateAnswer(studio.ctx, again);
  const second = await regenerateAnswer(studio.ctx, again);
  expect(second.jobId).toBe(first.jobId);
  expect(second.assistantMessage.id).toBe(again.effectId);
});
