import "../http/environment.ts";
import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import type { UploadedFile } from "#lib/http/multipart.ts";
import { declineQuote } from "#lib/quotes/decline-quote.ts";
import { getQuote } from "#lib/quotes/get-quote.ts";
import { sendQuoteMessage } from "#lib/quotes/send-message.ts";
import { refusalOf } from "../accounts/people.ts";
import { sentPhotos } from "../batches/sent-photos.ts";
import { clear, db, home } from "../http/environment.ts";
import { askFor } from "../orders/bench.ts";

beforeEach(clear);

/** A file as a form leaves it on disk. */
function sentFile(filename: string, content: string | Uint8Array): UploadedFile {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const file = path.join(mkdtempSync(path.join(home, "sent-")), "file");
  writeFileSync(file, bytes);
  return {
    ...{ field: "files", filename, mediaType: "application/octet-stream", isTruncated: false },
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes: bytes.length,
    path: () => file,
    read: async () => bytes,
    stream: () => new Blob([bytes as BlobPart]).stream(),
  };
}

test("a message carries files, told by what they hold", async () => {
  const { customer, makers, quoteIds } = await askFor();
  const quoteId = quoteIds[0]!;
  const files = [...(await sentPhotos(["hand.jpg"])), sentFile("sketch.pdf", "%PDF-1.7 sketch")];
  await sendQuoteMessage(customer.ctx, { quoteId, text: "Like this", files });
  const { messages } = await getQuote(makers[0]!.ctx, quoteId);
  expect(messages).toMatchObject([{ by: "customer", text: "Like this" }]);
  const types = messages[0]?.files.map(({ mediaType }) => mediaType).sort();
  expect(types).toEqual(["application/pdf", "image/jpeg"]);
});

test("a message with a file that is none is refused, and nothing of it is kept", async () => {
  const { customer, quoteIds } = await askFor();
  const quoteId = quoteIds[0]!;
  const send = (file: UploadedFile) =>
    refusalOf(sendQuoteMessage(customer.ctx, { quoteId, text: "", files: [file] }));
  const broken = await send(sentFile("ring.stl", "I am no file."));
  expect(broken).toMatchObject({ code: "unsupported_type", details: { file: "ring.stl" } });
  expect((await send(sentFile("empty.pdf", ""))).userMessage).toContain("it is empty");
  const cut = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
  expect((await send(sentFile("cut.jpg", cut))).userMessage).toContain('"cut.jpg"');
  const nothing = refusalOf(sendQuoteMessage(customer.ctx, { quoteId, text: " ", files: [] }));
  expect((await nothing).code).toBe("invalid_input");
  expect(await db.quoteMessage.count()).toBe(0);
  expect(await customer.ctx.adapters.blob.list(`quotes/${quoteId}/`)).toEqual([]);
});

test("a talk that has ended takes no message", async () => {
  const { customer, makers, quoteIds } = await askFor();
  const quoteId = quoteIds[0]!;
  await declineQuote(makers[0]!.ctx, { quoteId, reason: "Too busy" });
  expect((await getQuote(customer.ctx, quoteId)).endedReason).toBe("Too busy");
  const said = refusalOf(sendQuoteMessage(customer.ctx, { quoteId, text: "Please", files: [] }));
  expect((await said).code).toBe("conflict");
});
