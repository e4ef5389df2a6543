import { v7 as newUuid } from "uuid";
import { createDesign } from "#lib/designs/create-design.ts";
import type { Spec } from "#lib/designs/types.ts";
import { acceptQuote } from "#lib/quotes/accept-quote.ts";
import { answerForm, answerQuote } from "#lib/quotes/answer-quote.ts";
import { requestQuotes, requestQuotesForm } from "#lib/quotes/request-quotes.ts";
import { makePerson, type Person } from "../accounts/people.ts";
import { openStudio, type Studio, workOn } from "../designs/studio.ts";
import { db } from "../http/environment.ts";

/** An approved atelier with its person. */
export interface Maker extends Person {
  atelierId: string;
  name: string;
}

/** An approved atelier that somebody answers for. */
export async function openAtelier(name = "Goldwerk"): Promise<Maker> {
  const person = await makePerson("atelier");
  const atelierId = newUuid();
  await db.atelier.create({
    data: {
      ...{ id: atelierId, name, ownerId: person.userId, status: "approved" },
      ...{ about: "Rings.", place: "Hanau", country: "DE", limits: {}, leadTimeDays: 14 },
      currency: "EUR",
    },
  });
  return { ...person, atelierId, name };
}

/** A plain band of the person's, with its files. */
export async function makeBand(customer: Studio, spec: Spec = {}): Promise<string> {
  const made = await createDesign(customer.ctx, {
    kind: "ring",
    spec: { style: "plain", alloy: "silver-925", ...spec },
  });
  for (const jobId of [made.picturesJobId, made.modelJobId])
    if (jobId) await workOn(customer, jobId);
  return made.design.id;
}

/** A customer with a band, and ateliers that were asked for it. */
export interface Asked {
  customer: Studio;
  makers: Maker[];
  designId: string;
  requestId: string;
  quoteIds: string[];
}

export async function askFor(count = 1, input: Record<string, unknown> = {}): Promise<Asked> {
  const customer = await openStudio();
  const makers = await Promise.all(
    Array.from({ length: count }, (_, index) => openAtelier(`Atelier ${index + 1}`)),
  );
  const designId = await makeBand(customer);
  const atelierIds = makers.map(({ atelierId }) => atelierId);
  const wish = requestQuotesForm.parse({ designId, atelierIds, ...input });
  const { requestId, quotes } = await requestQuotes(customer.ctx, wish);
  const quoteIds = makers.map(
    ({ atelierId }) => quotes.find((quote) => quote.atelierId === atelierId)!.id,
  );
  return { customer, makers, designId, requestId, quoteIds };
}

/** What an atelier answers unless a test says otherwise: 180.50 EUR. */
export const usualAnswer = (more: Record<string, unknown> = {}) =>
  answerForm.parse({
    lines: [
      { label: "Silver", quantity: 4.5, unit: "g", unitMinor: 900 },
      { label: "Casting and polish", unitMinor: 14_000 },
    ],
    ...more,
  });

/** An order, just accepted. */
export async function placeOrder(
  more: Record<string, unknown> = {},
  wish: Record<string, unknown> = {},
) {
  const asked = await askFor(1, wish);
  const [maker, quoteId] = [asked.makers[0]!, asked.quoteIds[0]!];
  await answerQuote(maker.ctx, { quoteId, ...usualAnswer(more) });
  const quote = await acceptQuote(asked.customer.ctx, { quoteId });
  return { ...asked, maker, quoteId, orderId: quote.orderId! };
}
