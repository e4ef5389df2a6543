import type { Ctx } from "#lib/context.ts";
import { fileNameOf, pieceFacts, priceTable, proofPicture } from "#lib/quotes/letter-parts.ts";
import { letterIn } from "#lib/quotes/letter-words.ts";
import { money } from "#lib/quotes/notices.ts";
import { toDay } from "#lib/quotes/quote-view.ts";
import { linesOf } from "#lib/quotes/row.ts";
import type { WrittenSheet } from "#lib/quotes/write-quote-sheet.ts";
import type { Locale } from "#lib/shared/locales.ts";
import { countryName } from "#lib/shared/places/countries.ts";
import { workshop } from "#lib/workshop/client.ts";
import type { Letter } from "#lib/workshop/sheet/write-letter.ts";
import { requireOrder } from "./find-order.ts";
import type { OrderRow } from "./row.ts";

/** An order as a PDF in the reader's language, for either side of it. Throws `not_found`, `unavailable`. */
export async function writeOrderSheet(
  ctx: Ctx,
  orderId: string,
  locale: Locale = "en",
): Promise<WrittenSheet> {
  const { row } = await requireOrder(ctx, orderId, "read");
  const picture = await proofPicture(ctx, row.proof);
  const bytes = await workshop().writeLetter(letterIn(locale, orderLetter(row, picture)));
  return { bytes, filename: fileNameOf(row.proof.title, "order") };
}

function orderLetter(row: OrderRow, picture: Uint8Array | null): Letter {
  const { proof } = row;
  return {
    title: proof.title,
    subtitle: `Order ${row.id}`,
    ...{ picture, facts: factsOf(row) },
    tables: [priceTable("Agreed price", linesOf(row), row), courseOf(row)],
    paragraphs: [
      ...(proof.note ? [{ title: "Asked for", text: proof.note }] : []),
      ...(row.review?.text ? [{ title: "Review", text: row.review.text }] : []),
    ],
    foot: [`Locked proof of version ${proof.revisionNumber}`, `sha256 ${proof.sha256}`],
  };
}

function factsOf(row: OrderRow): [string, string][] {
  const { atelier, proof, shipment } = row;
  const grams = (massG: number) => `${massG.toFixed(2)} g`;
  const facts: [string, string][] = [
    ["Atelier", `${atelier.name}, ${atelier.place}`],
    ["Ordered on", toDay(row.createdAt)!],
    ["State", row.status.replace("_", " ")],
    ["Pieces", String(row.quantity)],
    ...pieceFacts(proof),
  ];
  const { country } = row.quote.request;
  if (country) facts.push(["Goes to", countryName(country)]);
  if (row.readyOn) facts.push(["Ready on", toDay(row.readyOn)!]);
  if (row.measuredMassG !== null) facts.push(["On the scale", grams(row.measuredMassG)]);
  if (shipment?.carrier) {
    facts.push(["Sent with", [shipment.carrier, shipment.tracking].filter(Boolean).join(", ")]);
  }
  const paid = row.payments.find(({ status }) => status === "paid");
  facts.push(["Paid", paid ? money(paid.amountMinor, paid.currency) : "not yet"]);
  return facts;
}

function courseOf(row: OrderRow): Letter["tables"][number] {
  const rows = row.changes.map(({ action, by, to, at }) => ({
    label: to.replace("_", " "),
    basis: `${action}, by the ${by}`,
    value: at.toISOString().slice(0, 16).replace("T", " "),
  }));
  return { title: "Course", rows };
}
