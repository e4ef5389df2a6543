import "../http/environment.ts";
import { beforeEach, expect, test } from "vitest";
import { writeRateCard } from "#lib/ateliers/write-rate-card.ts";
import { type AskedForQuote, askForQuote } from "#lib/conversations/tools/ask-for-quote.ts";
import { refusalOf } from "../accounts/people.ts";
import { openStudio } from "../designs/studio.ts";
import { clear, db } from "../http/environment.ts";
import { makeBand, openAtelier } from "../orders/bench.ts";

beforeEach(clear);

async function turn() {
  const customer = await openStudio();
  const designId = await makeBand(customer);
  const ids = { conversationId: crypto.randomUUID(), messageId: crypto.randomUUID() };
  return {
    ...ids,
    ctx: customer.ctx,
    prompt: "Get me quotes",
    designId,
    effectId: crypto.randomUUID(),
  };
}

test("the named ateliers are asked once, however often the step runs", async () => {
  const maker = await openAtelier();
  const call = await turn();
  const input = { atelierIds: [maker.atelierId], quantity: 2, note: "Matt, please" };
  const first = (await askForQuote.run(call, input)) as AskedForQuote;
  expect(first.quotes).toMatchObject([{ atelier: maker.name }]);
  expect(await askForQuote.run(call, input)).toEqual(first);
  expect(await db.quoteRequest.findMany()).toMatchObject([{ id: call.effectId, quantity: 2 }]);
});

test("without names those who suit the piece best are asked, examples left out", async () => {
  const call = await turn();
  expect((await refusalOf(askForQuote.run(call, {}))).code).toBe("rule_broken");
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
  const asked = (await askForQuote.run(call, {})) as AskedForQuote;
  expect(asked.quotes.map(({ atelier }) => atelier)).toEqual(["Silberwerk"]);
});
