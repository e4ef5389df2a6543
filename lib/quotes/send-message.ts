import { v7 as newUuid } from "uuid";
import { z } from "zod";
import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import type { UploadedFile } from "#lib/http/multipart.ts";
import { notify } from "#lib/notices/notify.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { conflict, invalidInput } from "#lib/shared/errors.ts";
import { requireOwnStanding } from "./find-quote.ts";
import { getQuote } from "./get-quote.ts";
import { nameOf, otherSide, quoteNotice } from "./notices.ts";
import { dropFiles, takeFiles } from "./take-files.ts";
import type { QuoteView } from "./types.ts";

export const MOST_MESSAGE_FILES = 5;
/** Of one talk: what goes on longer belongs elsewhere. */
const MOST_MESSAGES = 500;
const SHOWN_IN_NOTICE = 200;

export const messageForm = z.object({ text: z.string().trim().max(4000).default("") });

export interface SendMessageInput {
  quoteId: string;
  text: string;
  files: readonly UploadedFile[];
  /** UUID of the message: the same again is said once. */
  effectId?: string | undefined;
}

/**
 * Says something in the talk about a quote, with up to five files; also after it became an order. Throws `not_found`,
 * `invalid_input` (nothing said), `unsupported_type` (a file that is none), `conflict` (declined or run out).
 */
export async function sendQuoteMessage(ctx: Ctx, input: SendMessageInput): Promise<QuoteView> {
  const text = input.text.trim();
  if (text === "" && input.files.length === 0) {
    throw invalidInput("Write something, or choose a file.", { details: { field: "text" } });
  }
  const { standing: quote, side } = await requireOwnStanding(ctx, input.quoteId);
  if (quote.status === "declined" || quote.status === "expired") {
    throw conflict("This talk has ended. Ask anew to go on.", {
      details: { status: quote.status },
    });
  }
  const id = input.effectId ?? newUuid();
  const said = await ctx.db.quoteMessage.count({ where: { id, quoteId: quote.id } });
  if (said > 0) return getQuote(ctx, quote.id);
  await requireRoom(ctx, quote.id);
  const files = await takeFiles(ctx, `quotes/${quote.id}`, input.files);
  const at = ctx.now();
  try {
    await ctx.db.$transaction(async (tx) => {
      await tx.quoteMessage.create({
        data: {
          ...{ id, quoteId: quote.id, by: side, text, createdAt: at },
          authorId: actorUserId(ctx.actor),
          files: { create: files },
        },
      });
      await tx.quote.updateMany({ where: { id: quote.id }, data: { activeAt: at } });
      const told = quoteNotice(quote, otherSide(side), {
        title: `${nameOf(quote, side)} wrote about ${quote.request.proof.title}`,
        text: text.slice(0, SHOWN_IN_NOTICE) || `${files.length} file(s).`,
        key: `message/${id}`,
      });
      await notify(tx, told);
    });
  } catch (error) {
    await dropFiles(ctx, files);
    throw error;
  }
  await flushOutbox(ctx.db);
  return getQuote(ctx, quote.id);
}

async function requireRoom(ctx: Ctx, quoteId: string): Promise<void> {
  const said = await ctx.db.quoteMessage.count({ where: { quoteId } });
  if (said < MOST_MESSAGES) return;
  throw conflict(`A talk holds ${MOST_MESSAGES} messages; this one is full.`, {
    details: { maximum: MOST_MESSAGES },
  });
}
