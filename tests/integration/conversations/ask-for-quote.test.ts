import "../http/environment.ts";
import { beforeEach, expect, test } from "vitest";
import { writeRateCard } from "#lib/ateliers/write-rate-card.ts";
import {
  type AskedForQuote,
  askForQuote,
  type ProposedRequest,
} from "#lib/conversations/tools/ask-for-quote.ts";
import { refusalOf } from "../accounts/people.ts";
import { openStudio } from "../designs/studio.ts";
import { clear, db } from "../http/environment.ts";
import { makeBand, openAtelier } from "../orders/bench.ts";

beforeEach(clear);

/** A call outside any conversation, as a program makes it. */
async function call() {
  const customer = await openStudio();
  const designId = await makeBand(customer);
  return {
    ...{ conversationId: null, messageId: null, prompt: null },
    ...{ ctx: customer.ctx, designId, effectId: crypto.randomUUID() },
  };
}

/** The same in a conversation. */
const turn = async () => ({
  ...(await call()),
  ...{ conversationId: crypto.randomUUID(), messageId: crypto.randomUUID() },
  prompt: "Get me quotes",
});

test("a program's call asks the named ateliers once, however often it runs", async () => {
  const maker = await openAtelier();
  const ours = await call();
  const input = { atelierIds: [maker.atelierId], quantity: 2, note: "Matt, please" };
  const first = (await askForQuote.run(ours, input)) as AskedForQuote;
  expect(first.quotes).toMatchObject([{ atelier: maker.name }]);
  expect(await askForQuote.run(ours, input)).toEqual(first);
  expect(await db.quoteRequest.findMany()).toMatchObject([{ id: ours.effectId, quantity: 2 }]);
});

test("a conversation's call prepares the request, which nobody hears of until the person sends it", async () => {
  const maker = await openAtelier();
  const input = { atelierIds: [maker.atelierId], quantity: 2, note: "Matt, please" };
  const ours = await turn();
  const ready = (await askForQuote.run(ours, input)) as ProposedRequest;
  expect(ready.ateliers).toEqual([{ id: maker.atelierId, name: maker.name }]);
  const url = new URL(ready.requestUrl, "http://maquette.test");
  expect([url.pathname, Object.fromEntries(url.searchParams)]).toEqual([
    "/quotes/new",
    { design: ours.designId, atelier: maker.atelierId, quantity: "2", note: "Matt, please" },
  ]);
  expect([await db.quoteRequest.count(), await db.notice.count()]).toEqual([0, 0]);
});

test("thirty requests an hour are the most, whichever way they come", async () => {
  const maker = await openAtelier();
  const ours = await call();
  const { userId } = ours.ctx.actor as { userId: string };
  const points = { key: `request-quotes:${userId}`, points: 30 };
  await db.rateLimiterFlexible.create({
    data: { ...points, expire: new Date(Date.now() + 60_000) },
  });
  const refusal = await refusalOf(askForQuote.run(ours, { atelierIds: [maker.atelierId] }));
  expect(refusal.code).toBe("rate_limited");
  expect(await db.quoteRequest.count()).toBe(0);
});

test("without names those who suit the piece best are asked, examples left out", async () => {
  const ours = await turn();
  expect((await refusalOf(askForQuote.run(ours, {}))).code).toBe("rule_broken");
  const maker = await openAtelier("Silberwerk");
  const where = { id: maker.atelierId };
  await db.atelier.update({
    where,
    data: { crafts: ["casting", "goldsmithing"], materials: ["silver-925"], shipsTo: ["world"] },
  });
  await writeRateCard(maker.ctx, {
    ...{ currency: "EUR", asOf: "2026-11-01", hourlyMinor: 6000, markup: 1.2, roundToMinor: 100 },
    metalPerGMinor: { "silver-925": 180 },
    making: { fixedMinor: 4500, perGMinor: 300 },
    finishMinor: 2000,
  });
  const ready = (await askForQuote.run(ours, {})) as ProposedRequest;
  expect(ready.ateliers.map(({ name }) => name)).toEqual(["Silberwerk"]);
});
