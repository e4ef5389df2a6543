import "../http/environment.ts";
import { expect, test } from "vitest";
import { addMember } from "#lib/accounts/add-member.ts";
import { sendMessage } from "#lib/conversations/send-message.ts";
import { loadTurn } from "#lib/conversations/turn/turn.ts";
import { openStudio, workerContext } from "../designs/studio.ts";
import { db } from "../http/environment.ts";
import { startConversation } from "./chat.ts";

test("an answer goes by the wishes of who asks, not of who began the conversation", async () => {
  const [ada, bob] = [await openStudio(), await openStudio()];
  const { workspaceId } = ada;
  await addMember(ada.ctx, { workspaceId, email: bob.email, role: "editor" });
  await db.user.update({
    where: { id: bob.userId },
    data: { locale: "de", ringSystem: "eu", askBeforePaying: true },
  });
  const conversationId = await startConversation(ada);
  const { jobId } = await sendMessage(bob.ctx, { conversationId, text: "Ein Ring" });
  const turn = await loadTurn(workerContext(bob, jobId), jobId);
  expect(turn).toMatchObject({ workspaceId, locale: "de", ringSystem: "eu", budget: 0 });
});
