import "../http/environment.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { mondayOf } from "#lib/ateliers/match/schedule.ts";
import { mailNotice } from "#lib/notices/mail-notice.ts";
import { addMilestone } from "#lib/orders/add-milestone.ts";
import { cancelOrder } from "#lib/orders/cancel-order.ts";
import { confirmOrder } from "#lib/orders/confirm-order.ts";
import { deliverOrder } from "#lib/orders/deliver-order.ts";
import { getOrder } from "#lib/orders/get-order.ts";
import { listDisputes } from "#lib/orders/list-disputes.ts";
import { listOrders } from "#lib/orders/list-orders.ts";
import { openDispute } from "#lib/orders/open-dispute.ts";
import { resolveDispute } from "#lib/orders/resolve-dispute.ts";
import { reviewOrder } from "#lib/orders/review-order.ts";
import { shipOrder } from "#lib/orders/ship-order.ts";
import { writeOrderSheet } from "#lib/orders/write-order-sheet.ts";
import { writeQuoteSheet } from "#lib/quotes/write-quote-sheet.ts";
import { workshop } from "#lib/workshop/client.ts";
import { lastMailTo, makePerson, refusalOf } from "../accounts/people.ts";
import { sentPhotos } from "../batches/sent-photos.ts";
import { clear, db } from "../http/environment.ts";
import { placeOrder } from "./bench.ts";

beforeEach(clear);

type Placed = Awaited<ReturnType<typeof placeOrder>>;

/** Work has begun. */
async function begin({ maker, orderId }: Placed) {
  await confirmOrder(maker.ctx, orderId);
  return addMilestone(maker.ctx, { orderId, stage: "casting", photos: [] });
}

describe("an order", () => {
  test("goes from acceptance to review, with photos, tracking and every step kept", async () => {
    const placed = await placeOrder();
    const { customer, maker, orderId } = placed;
    await confirmOrder(maker.ctx, orderId);
    const photos = await sentPhotos(["cast.jpg", "polish.jpg"]);
    const note = "Cast this morning";
    await addMilestone(maker.ctx, { orderId, stage: "casting", note, photos });
    const trackingUrl = "https://post.example/track/77";
    await shipOrder(maker.ctx, { orderId, carrier: "Post", tracking: "77", trackingUrl });
    await deliverOrder(customer.ctx, orderId);
    const done = await reviewOrder(customer.ctx, { orderId, rating: 5, text: "Lovely" });
    expect(done).toMatchObject({ status: "reviewed", review: { rating: 5 }, actions: [] });
    expect(done.milestones[0]).toMatchObject({ stage: "casting", note });
    expect(done.milestones[0]?.photos).toHaveLength(2);
    expect(done.shipment).toMatchObject({ carrier: "Post", tracking: "77", trackingUrl });
    expect(done.changes.map(({ to }) => to)).toEqual([
      ...["confirmed", "in_work", "shipped", "delivered", "reviewed"],
    ]);
    const atelier = await db.atelier.findUniqueOrThrow({ where: { id: maker.atelierId } });
    expect(atelier).toMatchObject({ ratingSum: 5, ratingCount: 1, ordersFinished: 1 });
    expect((await listOrders(maker.ctx, { as: "atelier" })).items).toHaveLength(1);
  });

  test("says to both sides where it goes, by when, and what was asked for", async () => {
    const neededBy = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
    const wish = { country: "FR", neededBy, note: "Size 54, matt." };
    const { customer, maker, orderId } = await placeOrder({}, wish);
    for (const { ctx } of [customer, maker]) {
      const order = await getOrder(ctx, orderId);
      expect(order).toMatchObject({ country: "FR", neededBy, proof: { note: "Size 54, matt." } });
    }
  });

  test("is hidden from everyone else, and each side does its own part alone", async () => {
    const { customer, maker, orderId } = await placeOrder();
    const eve = await makePerson();
    expect((await refusalOf(getOrder(eve.ctx, orderId))).code).toBe("not_found");
    expect((await refusalOf(confirmOrder(customer.ctx, orderId))).code).toBe("not_found");
    expect((await refusalOf(deliverOrder(maker.ctx, orderId))).code).toBe("not_found");
    expect((await listOrders(eve.ctx, {})).items).toEqual([]);
  });

  test("says how it stands when a step is not one of its own", async () => {
    const placed = await placeOrder();
    const { customer, maker, orderId } = placed;
    const early = await refusalOf(shipOrder(maker.ctx, { orderId }));
    expect(early).toMatchObject({ code: "conflict", details: { status: "accepted" } });
    expect(early.userMessage).toBe(
      "This order waits for the atelier to confirm it. It cannot be sent now.",
    );
    await begin(placed);
    const late = await refusalOf(cancelOrder(customer.ctx, { orderId, reason: "Changed my mind" }));
    expect(late.userMessage).toContain("open a dispute");
    await cancelOrder(maker.ctx, { orderId, reason: "The furnace broke" });
    expect((await refusalOf(confirmOrder(maker.ctx, orderId))).userMessage).toContain("cancelled");
  });

  test("refuses a milestone's photo that is no picture, and keeps none of them", async () => {
    const placed = await placeOrder();
    const { maker, orderId } = placed;
    await confirmOrder(maker.ctx, orderId);
    const [good, other] = await sentPhotos(["good.jpg", "other.jpg"]);
    const bad = { ...other!, filename: "bad.jpg", path: () => import.meta.filename };
    const photos = [good!, bad];
    const refusal = await refusalOf(addMilestone(maker.ctx, { orderId, stage: "setting", photos }));
    expect(refusal).toMatchObject({ code: "unsupported_type", details: { file: "bad.jpg" } });
    expect(await maker.ctx.adapters.blob.list(`orders/${orderId}/`)).toEqual([]);
    expect((await getOrder(maker.ctx, orderId)).status).toBe("confirmed");
  });

  test("holds hours of the calendar from confirmation on, and gives them back when cancelled", async () => {
    const { maker, orderId } = await placeOrder({ workHours: 50 });
    await confirmOrder(maker.ctx, orderId);
    const weeks = () =>
      db.atelierWeek.findMany({
        where: { atelierId: maker.atelierId },
        orderBy: { monday: "asc" },
        select: { monday: true, bookedHours: true },
      });
    const booked = await weeks();
    expect(booked.map(({ bookedHours }) => bookedHours)).toEqual([40, 10]);
    expect(booked[0]?.monday).toEqual(new Date(mondayOf(new Date())));
    await cancelOrder(maker.ctx, { orderId, reason: "Not after all" });
    expect((await weeks()).map(({ bookedHours }) => bookedHours)).toEqual([0, 0]);
  });
});

describe("the weight at hand-over", () => {
  test("corrects the atelier's density of the alloy", async () => {
    const placed = await placeOrder();
    await begin(placed);
    const { maker, orderId } = placed;
    const { estimatedMassG, proof } = await getOrder(maker.ctx, orderId);
    const measuredMassG = estimatedMassG! * 0.95;
    const shipped = await shipOrder(maker.ctx, { orderId, measuredMassG });
    expect(shipped.measuredMassG).toBeCloseTo(measuredMassG, 6);
    const own = await db.atelierDensity.findFirstOrThrow({ where: { atelierId: maker.atelierId } });
    expect(own).toMatchObject({ alloy: "silver-925", pieces: 1 });
    expect(own.volumeMm3).toBeCloseTo(proof.measures!.volumeMm3, 6);
    expect((own.massG / own.volumeMm3) * 1000).toBeCloseTo(10.36 * 0.95, 4);
  });

  test("that is far from what was measured is kept, and corrects nothing", async () => {
    const placed = await placeOrder();
    await begin(placed);
    const { maker, orderId } = placed;
    const shipped = await shipOrder(maker.ctx, { orderId, measuredMassG: 900 });
    expect(shipped.measuredMassG).toBe(900);
    expect(await db.atelierDensity.count()).toBe(0);
  });
});

describe("a dispute", () => {
  test("is opened by a side, seen by admins alone, and ended once", async () => {
    const placed = await placeOrder();
    const { customer, maker, orderId } = placed;
    const text = "The band is not as wide as agreed.";
    const opened = await openDispute(customer.ctx, { orderId, text });
    expect(opened.disputes).toMatchObject([{ openedBy: "customer", status: "open", text }]);
    expect((await refusalOf(openDispute(maker.ctx, { orderId, text }))).code).toBe("conflict");
    expect((await refusalOf(listDisputes(maker.ctx, {}))).code).toBe("forbidden");
    const admin = await makePerson("admin");
    const [dispute] = (await listDisputes(admin.ctx, { status: "open" })).items;
    expect(dispute).toMatchObject({ text, order: { id: orderId, atelier: maker.name } });
    const resolution = { disputeId: dispute!.id, resolution: "It is made again." };
    await resolveDispute(admin.ctx, resolution);
    expect((await refusalOf(resolveDispute(admin.ctx, resolution))).code).toBe("conflict");
    expect((await getOrder(maker.ctx, orderId)).disputes[0]?.resolution).toBe("It is made again.");
  });
});

test("quote and order are PDFs for both sides", async () => {
  const { customer, maker, quoteId, orderId } = await placeOrder({ note: "Two weeks" });
  const quote = await writeQuoteSheet(customer.ctx, quoteId);
  const order = await writeOrderSheet(maker.ctx, orderId);
  for (const { bytes, filename } of [quote, order]) {
    expect(Buffer.from(bytes).toString("latin1", 0, 8)).toBe("%PDF-1.7");
    expect(filename).toMatch(/ (quote|order)\.pdf$/);
  }
  await workshop().close();
});

test("what the other side does comes by mail, unless mails of the topic are off", async () => {
  const { customer, maker } = await placeOrder();
  await db.noticeWish.create({ data: { userId: maker.userId, topic: "quotes", byMail: false } });
  const notices = await db.notice.findMany({ orderBy: { createdAt: "asc" } });
  const sent = [];
  for (const { id } of notices) sent.push(await mailNotice(customer.ctx, id));
  for (const { id } of notices) await mailNotice(customer.ctx, id);
  expect(notices.map(({ userId }) => userId === customer.userId)).toEqual(sent);
  const { subject, text } = await lastMailTo(customer.email);
  expect(subject).toBe("Atelier 1 offers 180.50 EUR");
  expect(text).toContain("http://maquette.test/quotes/");
  expect(await db.mail.count({ where: { to: customer.email } })).toBe(1);
  const promised = await db.outboxEvent.count({ where: { name: "notice/written" } });
  expect(promised).toBe(notices.length);
});
