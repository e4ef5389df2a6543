import type { Ctx } from "#lib/context.ts";
import type { Locale } from "#lib/shared/locales.ts";
import { workshop } from "#lib/workshop/client.ts";
import type { Letter } from "#lib/workshop/sheet/write-letter.ts";
import { requireQuote } from "./find-quote.ts";
import { fileNameOf, pieceFacts, priceTable, proofPicture } from "./letter-parts.ts";
import { letterIn } from "./letter-words.ts";
import { money } from "./notices.ts";
import { statusAt, toDay } from "./quote-view.ts";
import { linesOf, type QuoteRow } from "./row.ts";

export interface WrittenSheet {
  bytes: Uint8Array;
  filename: string;
}

/** A quote as a PDF in the reader's language, for either side of it. Throws `not_found`, `unavailable`. */
export async function writeQuoteSheet(
  ctx: Ctx,
  quoteId: string,
  locale: Locale = "en",
): Promise<WrittenSheet> {
  const { row } = await requireQuote(ctx, quoteId, "read");
  const picture = await proofPicture(ctx, row.request.proof);
  const bytes = await workshop().writeLetter(
    letterIn(locale, quoteLetter(row, picture, ctx.now())),
  );
  return { bytes, filename: fileNameOf(row.request.proof.title, "quote") };
}

function quoteLetter(row: QuoteRow, picture: Uint8Array | null, now: Date): Letter {
  const { request, atelier, offers } = row;
  const { proof, quantity, currency, budgetMinor, neededBy } = request;
  const facts: [string, string][] = [
    ["Atelier", `${atelier.name}, ${atelier.place}`],
    ["Asked on", toDay(row.createdAt)!],
    ["State", statusAt(row, now)],
    ["Pieces", String(quantity)],
    ...pieceFacts(proof),
  ];
  if (budgetMinor !== null) facts.push(["Budget", money(budgetMinor, currency)]);
  if (neededBy) facts.push(["Needed by", toDay(neededBy)!]);
  const tables = offers.map((offer) => {
    const by = offer.by === "atelier" ? "Offer" : "Counter-offer";
    const until = `valid until ${toDay(offer.validUntil)}`;
    const ready = offer.readyOn ? `, ready on ${toDay(offer.readyOn)}` : "";
    return priceTable(`${by} ${offer.number}, ${until}${ready}`, linesOf(offer), offer);
  });
  const notes = offers.flatMap(({ number, note }) =>
    note ? [{ title: `Note to offer ${number}`, text: note }] : [],
  );
  const asked = proof.note ? [{ title: "Asked for", text: proof.note }] : [];
  return {
    title: proof.title,
    subtitle: `Quote ${row.id}`,
    ...{ picture, facts, tables, paragraphs: [...asked, ...notes] },
    foot: [`Locked proof of version ${proof.revisionNumber}`, `sha256 ${proof.sha256}`],
  };
}
