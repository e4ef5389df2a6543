import "../http/environment.ts";
import fc from "fast-check";
import { v7 as newUuid } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { addMilestone } from "#lib/orders/add-milestone.ts";
import { cancelOrder } from "#lib/orders/cancel-order.ts";
import { confirmOrder } from "#lib/orders/confirm-order.ts";
import { deliverOrder } from "#lib/orders/deliver-order.ts";
import { deliverSilentOrders } from "#lib/orders/deliver-silent-orders.ts";
import { ORDER_MACHINE } from "#lib/orders/machine.ts";
import { reviewOrder } from "#lib/orders/review-order.ts";
import { shipOrder } from "#lib/orders/ship-order.ts";
import { acceptQuote } from "#lib/quotes/accept-quote.ts";
import { answerQuote } from "#lib/quotes/answer-quote.ts";
import { counterQuote } from "#lib/quotes/counter-quote.ts";
import { declineQuote } from "#lib/quotes/decline-quote.ts";
import { expireQuotes } from "#lib/quotes/expire-quotes.ts";
import { QUOTE_MACHINE } from "#lib/quotes/machine.ts";
import { linesOf } from "#lib/quotes/row.ts";
import { isAppError } from "#lib/shared/errors.ts";
import { isAllowed, type Transition } from "#lib/shared/state-machine.ts";
import { repetitions } from "#tests/setup/length.ts";
import { db } from "../http/environment.ts";
import { type Asked, askFor, type Maker, usualAnswer } from "./bench.ts";

const RUNS = repetitions(15, 200);
const DAY_MS = 24 * 60 * 60 * 1000;
const later = (days: number) => () => new Date(Date.now() + days * DAY_MS);

let asked: Asked;
let maker: Maker;
beforeAll(async () => {
  asked = await askFor(2);
  maker = asked.makers[0]!;
});

/** A request for the same proof with a quote of each atelier. */
async function freshQuotes(): Promise<string[]> {
  const first = await db.quoteRequest.findUniqueOrThrow({ where: { id: asked.requestId } });
  const request = await db.quoteRequest.create({
    data: { ...first, id: newUuid(), chosenQuoteId: null },
  });
  const { workspaceId } = first;
  const rows = asked.makers.map(({ atelierId }) => {
    const expiresAt = later(10)();
    const currency = "EUR";
    return { id: newUuid(), requestId: request.id, workspaceId, atelierId, currency, expiresAt };
  });
  await db.quote.createMany({ data: rows });
  return rows.map(({ id }) => id);
}

async function freshOrder(): Promise<string> {
  const [quoteId = ""] = await freshQuotes();
  await answerQuote(maker.ctx, { quoteId, ...usualAnswer() });
  return (await acceptQuote(asked.customer.ctx, { quoteId })).orderId!;
}

interface Change {
  action: string;
  by: string;
  from: string;
  to: string;
}

/** Holds when the changes lead from the start to where the row stands, each by a way of the machine. */
function expectWalk(machine: readonly Transition[], start: string, changes: Change[], end: string) {
  let at = start;
  for (const change of changes) {
    expect(change.from).toBe(at);
    expect(isAllowed(machine, change)).toBe(true);
    at = change.to;
  }
  expect(end).toBe(at);
}

/** Runs calls at the same time; answers how many went through. The others were told why not. */
async function together(calls: (() => Promise<unknown>)[]): Promise<number> {
  const outcomes = await Promise.allSettled(calls.map((call) => call()));
  const refused = outcomes.filter((outcome) => outcome.status === "rejected");
  for (const { reason } of refused) {
    expect(isAppError(reason) && ["conflict", "not_found"].includes(reason.code), reason).toBe(
      true,
    );
  }
  return outcomes.length - refused.length;
}

const ORDER_CALLS: Record<string, (orderId: string) => Promise<unknown>> = {
  confirm: (id) => confirmOrder(maker.ctx, id),
  milestone: (orderId) => addMilestone(maker.ctx, { orderId, stage: "casting", photos: [] }),
  ship: (orderId) => shipOrder(maker.ctx, { orderId, carrier: "Post" }),
  deliver: (id) => deliverOrder(asked.customer.ctx, id),
  review: (orderId) => reviewOrder(asked.customer.ctx, { orderId, rating: 5 }),
  "cancel by the customer": (orderId) =>
    cancelOrder(asked.customer.ctx, { orderId, reason: "No." }),
  "cancel by the atelier": (orderId) => cancelOrder(maker.ctx, { orderId, reason: "No." }),
  "confirm by the customer": (id) => confirmOrder(asked.customer.ctx, id),
  "deliver by the atelier": (id) => deliverOrder(maker.ctx, id),
};

/** Forward steps come often, so that walks get far. */
const orderStep = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("confirm", "milestone", "ship", "deliver", "review") },
  { weight: 2, arbitrary: fc.constantFrom(...Object.keys(ORDER_CALLS)) },
);

describe("whatever is done at the same time", () => {
  test("an order walks only along its machine", async () => {
    const walk = fc.array(fc.array(orderStep, { minLength: 1, maxLength: 4 }), {
      minLength: 3,
      maxLength: 9,
    });
    const property = fc.asyncProperty(walk, async (moments) => {
      const orderId = await freshOrder();
      let went = 0;
      for (const actions of moments) {
        went += await together(actions.map((action) => () => ORDER_CALLS[action]!(orderId)));
      }
      const row = await db.order.findUniqueOrThrow({
        where: { id: orderId },
        include: { changes: { orderBy: { version: "asc" } }, milestones: true },
      });
      expect([row.version, row.changes.length]).toEqual([went, went]);
      expectWalk(ORDER_MACHINE, "accepted", row.changes, row.status);
      const shown = row.changes.filter(({ action }) => action === "milestone");
      expect(row.milestones.length).toBe(shown.length);
    });
    await fc.assert(property, { numRuns: RUNS });
  });

  test("a quote walks only along its machine, and a request has one order at most", async () => {
    const step = fc.constantFrom(
      "answer",
      "answer",
      "accept",
      "accept",
      "counter",
      "agree",
      "decline",
      "expire",
    );
    const move = fc.record({ step, of: fc.constantFrom(0, 0, 1) });
    const walk = fc.array(fc.array(move, { minLength: 1, maxLength: 4 }), {
      minLength: 2,
      maxLength: 7,
    });
    const property = fc.asyncProperty(walk, async (moments) => {
      const quoteIds = await freshQuotes();
      for (const moves of moments) {
        await together(
          moves.map(
            ({ step: one, of }) =>
              () =>
                quoteCall(one, of, quoteIds[of]!),
          ),
        );
      }
      const rows = await db.quote.findMany({
        where: { id: { in: quoteIds } },
        include: { changes: { orderBy: { version: "asc" } }, order: true, offers: true },
      });
      for (const row of rows) {
        expectWalk(QUOTE_MACHINE, "asked", row.changes, row.status);
        expect(row.changes.length).toBe(row.version);
        expect(row.order !== null).toBe(row.status === "accepted");
        for (const offer of row.offers) {
          const sum = linesOf(offer).reduce((total, { amountMinor }) => total + amountMinor, 0);
          expect(offer.totalMinor).toBe(sum);
        }
        expect(row.offers.length).toBe(row.offerNumber);
      }
      expect(rows.filter(({ order }) => order).length).toBeLessThanOrEqual(1);
    });
    await fc.assert(property, { numRuns: RUNS });
  });
});

function quoteCall(step: string, of: number, quoteId: string): Promise<unknown> {
  const atelier = asked.makers[of]!.ctx;
  const customer = asked.customer.ctx;
  if (step === "answer") return answerQuote(atelier, { quoteId, ...usualAnswer() });
  if (step === "counter") return counterQuote(customer, { quoteId, totalMinor: 15_000 });
  if (step === "accept") return acceptQuote(customer, { quoteId });
  if (step === "agree") return acceptQuote(atelier, { quoteId });
  if (step === "decline") return declineQuote(of ? customer : atelier, { quoteId });
  return expireQuotes({ db, now: later(1) });
}

test("an order nobody says a word about counts as delivered after 30 days", async () => {
  const orderId = await freshOrder();
  for (const action of ["confirm", "milestone", "ship"]) await ORDER_CALLS[action]!(orderId);
  const statusAfter = async (days: number) => {
    await deliverSilentOrders({ db, now: later(days) });
    const { status } = await db.order.findUniqueOrThrow({ where: { id: orderId } });
    return status;
  };
  expect([await statusAfter(29), await statusAfter(31)]).toEqual(["shipped", "delivered"]);
});
