import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { parseInput } from "#lib/http/invalid-fields.ts";
import { idParams } from "#lib/jobs/wire.ts";
import { MOST_MESSAGE_FILES, messageForm, sendQuoteMessage } from "#lib/quotes/send-message.ts";
import { quoteForm } from "#lib/quotes/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: "multipart",
  multipart: { files: MOST_MESSAGE_FILES },
  limit: { name: "quote-message", points: 60, seconds: 60 },
  openapi: {
    method: "post",
    path: "/api/v1/quotes/{id}/messages",
    summary: "Say something to the other side, with up to five files",
    description:
      "Fields `text` and `files`: JPEG, PNG, WebP, PDF, STL, 3MF or GLB, decided by content.",
    tags: ["Quotes"],
    responses: { 201: quoteForm },
  },
  async handle({ ctx, params, body, effectId }) {
    const { text } = parseInput(messageForm, body.fields);
    const files = body.files.filter(({ bytes, filename }) => bytes > 0 || filename !== "");
    return answer(201, await sendQuoteMessage(ctx, { quoteId: params.id, text, files, effectId }));
  },
});
