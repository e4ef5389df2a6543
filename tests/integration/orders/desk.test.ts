import "../http/environment.ts";
import { beforeEach, expect, test } from "vitest";
import { atelierRates } from "#lib/ateliers/rates.ts";
import { setWeekHours } from "#lib/ateliers/set-week-hours.ts";
import { writeRateCard } from "#lib/ateliers/write-rate-card.ts";
import { listEarnings } from "#lib/desk/earnings.ts";
import { getRates } from "#lib/desk/get-rates.ts";
import { DESK_WEEKS, listWeeks } from "#lib/desk/list-weeks.ts";
import { addMilestone } from "#lib/orders/add-milestone.ts";
import { confirmOrder } from "#lib/orders/confirm-order.ts";
import { deliverOrder } from "#lib/orders/deliver-order.ts";
import { recordPayment } from "#lib/orders/record-payment.ts";
import { shipOrder } from "#lib/orders/ship-order.ts";
import { answerQuote } from "#lib/quotes/answer-quote.ts";
import { suggestOffer } from "#lib/quotes/suggest-offer.ts";
import { makePerson, refusalOf } from "../accounts/people.ts";
import { clear, db } from "../http/environment.ts";
import { askFor, openAtelier, placeOrder } from "./bench.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

beforeEach(clear);

const card = (more: object = {}) =>
  atelierRates.parse({
    ...{ currency: "EUR", asOf: "2026-11-01", hourlyMinor: 6000, markup: 1.2, roundToMinor: 100 },
    metalPerGMinor: { "silver-925": 180 },
    making: { fixedMinor: 4500, perGMinor: 300 },
    finishMinor: 2000,
    ...more,
  });

test("a desk begins with an empty card, and shows what pieces weighed", async () => {
  const { ctx, atelierId } = await openAtelier();
  expect(await getRates(ctx)).toMatchObject({ version: 0, rates: { currency: "EUR" } });
  await writeRateCard(ctx, card());
  const weighed = { atelierId, alloy: "silver-925", massG: 10.2, volumeMm3: 1000, pieces: 2 };
  await db.atelierDensity.create({ data: weighed });
  expect(await getRates(ctx)).toMatchObject({ version: 1, weighed: { "silver-925": 10.2 } });
  const customer = await makePerson();
  expect((await refusalOf(getRates(customer.ctx))).code).toBe("not_found");
});

test("an atelier that waits for approval writes its rates, and sees what its crafts need", async () => {
  const { ctx, atelierId } = await openAtelier();
  const profile = { crafts: ["tailoring"], materials: ["fabric-linen"], stones: ["ruby"] };
  await db.atelier.update({ where: { id: atelierId }, data: { ...profile, status: "pending" } });
  await writeRateCard(ctx, card());
  expect(await getRates(ctx)).toMatchObject({
    ...{ version: 1, crafts: ["tailoring"], worksIn: ["fabric-linen", "ruby"] },
  });
});

test("an offer begins with what the atelier's own rates come to, without negative lines", async () => {
  const { makers, quoteIds } = await askFor();
  const { ctx } = makers[0]!;
  expect(await suggestOffer(ctx, quoteIds[0]!)).toMatchObject({ from: "nothing", lines: [] });
  await writeRateCard(ctx, card({ roundToMinor: 1000 }));
  const { from, lines, readyOn } = await suggestOffer(ctx, quoteIds[0]!);
  expect([from, Date.parse(readyOn) > Date.now()]).toEqual(["rates", true]);
  expect(lines[0]).toMatchObject({ label: "Sterling silver 925", quantity: "1", unit: "piece" });
  const minor = lines.map(({ rate }) => Math.round(Number(rate) * 100));
  expect(Math.min(...minor)).toBeGreaterThan(0);
  expect(minor.reduce((sum, one) => sum + one, 0) % 1000).toBe(0);
});

test("another offer begins with the last one, without the days that are over", async () => {
  const { makers, quoteIds } = await askFor();
  const { ctx } = makers[0]!;
  const quoteId = quoteIds[0]!;
  const readyOn = new Date(Date.now() + 9 * DAY_MS).toISOString().slice(0, 10);
  const lines = [{ label: "Everything", quantity: 1.5, unit: "h" as const, unitMinor: 6050 }];
  await answerQuote(ctx, { quoteId, lines, readyOn, note: "In matt gold." });
  const offered = await suggestOffer(ctx, quoteId);
  expect(offered).toMatchObject({
    ...{ from: "last offer", readyOn, note: "In matt gold.", workHours: "" },
    lines: [{ label: "Everything", quantity: "1.5", unit: "h", rate: "60.50" }],
  });
  const later = { ...ctx, now: () => new Date(Date.now() + 30 * DAY_MS) };
  expect(await suggestOffer(later, quoteId)).toMatchObject({ readyOn: "", validUntil: "" });
});

test("a calendar has the weeks ahead, with the hours set for them", async () => {
  const { ctx } = await openAtelier();
  const weeks = await listWeeks(ctx);
  expect(weeks).toHaveLength(DESK_WEEKS);
  const { monday } = weeks[2]!;
  await setWeekHours(ctx, { day: monday, openHours: 12 });
  expect((await listWeeks(ctx))[2]).toEqual({ monday, openHours: 12, bookedHours: 0 });
});

test("earnings are what was delivered, by month, and what of it was paid", async () => {
  const { customer, maker, orderId } = await placeOrder();
  await confirmOrder(maker.ctx, orderId);
  expect(await listEarnings(maker.ctx)).toEqual({
    months: [],
    open: [{ currency: "EUR", totalMinor: 18_050 }],
  });
  await addMilestone(maker.ctx, { orderId, stage: "casting", photos: [] });
  await shipOrder(maker.ctx, { orderId });
  await deliverOrder(customer.ctx, orderId);
  const month = new Date().toISOString().slice(0, 7);
  const earned = { month, currency: "EUR", orders: 1, totalMinor: 18_050 };
  expect(await listEarnings(maker.ctx)).toEqual({
    months: [{ ...earned, paidMinor: 0 }],
    open: [],
  });
  await recordPayment(maker.ctx, { orderId });
  expect((await listEarnings(maker.ctx)).months).toEqual([{ ...earned, paidMinor: 18_050 }]);
});
