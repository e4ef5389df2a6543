import "../http/environment.ts";
import { expect, it } from "vitest";
import {
  type ExportedConversation,
  exportConversation,
} from "#lib/conversations/export/export-conversation.ts";
import { regenerateAnswer } from "#lib/conversations/regenerate-answer.ts";
import { sendMessage } from "#lib/conversations/send-message.ts";
import { refusalOf } from "../accounts/people.ts";
import { openStudio, workOn } from "../designs/studio.ts";
import { db } from "../http/environment.ts";
import { runTurn, Steps, sentPicture, startConversation, talk } from "./chat.ts";

const studio = await openStudio();
const { ctx } = studio;

async function exported(conversationId: string, format: "html") {
  const { body } = await exportConversation(ctx, { conversationId, format });
  return body as string;
}

it("as HTML it is one file with its pictures inside, that loads and runs nothing", async () => {
  const conversationId = await startConversation(studio);
  const image = await sentPicture(studio);
  const text = "a plain silver ring, EU 54 <script>alert(1)</script>";
  const sent = await sendMessage(ctx, { conversationId, text, attachments: [image.id] });
  await runTurn(studio, sent.jobId, new Steps());
  const jobs = await db.job.findMany({ where: { conversationId, kind: "draw-pictures" } });
  for (const { id } of jobs) await workOn(studio, id);
  await talk(studio, conversationId, "band 5 mm");
  const html = await exported(conversationId, "html");
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(html).not.toMatch(/<script|src="(?!data:)|href=|url\(/);
  expect(html.match(/src="data:image\/jpeg;base64,/g)?.length).toBeGreaterThanOrEqual(1);
  expect(html).toMatch(/Band width: [\d.]+ mm → 5 mm/);
  expect(html).toMatch(/€[\d,]+\.\d\d/);

  const { body } = await exportConversation(ctx, { conversationId, format: "html", locale: "de" });
  expect(body).toContain('<html lang="de">');
  expect(body).toMatch(/<h2>Stücke<\/h2>/);
  expect(body).toMatch(/\d,\d\d\sg\b/);
});

it("as JSON it has every version of every message, and the numbers of its designs", async () => {
  const conversationId = await startConversation(studio);
  await talk(studio, conversationId, "a plain silver ring, EU 54");
  const again = await regenerateAnswer(ctx, { conversationId });
  await runTurn(studio, again.jobId, new Steps());
  const file = await exportConversation(ctx, { conversationId, format: "json" });
  const { conversation, designs } = file.body as ExportedConversation;
  expect(conversation.messages.map(({ role }) => role)).toEqual(["user", "assistant", "assistant"]);
  expect(designs[0]?.revision.measures?.massG).toBeGreaterThan(0);
  expect(file.filename).toBe("a plain silver ring EU 54.json");
});

it("is refused for a conversation of somebody else", async () => {
  const other = await openStudio();
  const conversationId = await startConversation(other);
  const call = exportConversation(ctx, { conversationId, format: "html" });
  expect((await refusalOf(call)).code).toBe("not_found");
});
