import type { Ctx } from "#lib/context.ts";
import { notify } from "#lib/notices/notify.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { isAppError } from "#lib/shared/errors.ts";
import { OPEN_QUOTE_STATES } from "./machine.ts";
import { moveQuote } from "./move-quote.ts";
import { quoteNotice } from "./notices.ts";
import { type QuoteStanding, standingSelect } from "./row.ts";

type SweepCtx = Pick<Ctx, "db" | "now">;

/** Quotes ended in one go; the sweep goes on until none is left. */
const AT_ONCE = 100;

/** Ends every open quote whose time is over, and tells both sides. Answers how many. */
export async function expireQuotes(ctx: SweepCtx): Promise<number> {
  let ended = 0;
  for (;;) {
    const due = await ctx.db.quote.findMany({
      where: { status: { in: [...OPEN_QUOTE_STATES] }, expiresAt: { lte: ctx.now() } },
      orderBy: [{ expiresAt: "asc" }, { id: "asc" }],
      take: AT_ONCE,
      select: standingSelect,
    });
    for (const quote of due) ended += Number(await expireOne(ctx, quote));
    if (due.length < AT_ONCE) break;
  }
  await flushOutbox(ctx.db);
  return ended;
}

/** False where somebody gave it more time, or ended it, since it was read. */
async function expireOne(ctx: SweepCtx, quote: QuoteStanding): Promise<boolean> {
  const { title } = quote.request.proof;
  const said = { title: "A quote has run out", text: `Nobody took it up in time: ${title}.` };
  try {
    await ctx.db.$transaction(async (tx) => {
      await moveQuote(tx, quote, { action: "expire", by: "clock", actorId: null, at: ctx.now() });
      const told = (["customer", "atelier"] as const).flatMap((side) =>
        quoteNotice(quote, side, { ...said, key: "expired" }),
      );
      await notify(tx, told);
    });
    return true;
  } catch (error) {
    if (isAppError(error) && error.code === "conflict") return false;
    throw error;
  }
}
