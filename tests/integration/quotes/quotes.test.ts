import "../http/environment.ts";
import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { deleteDesign } from "#lib/designs/delete-design.ts";
import { editDesign } from "#lib/designs/edit-design.ts";
import { listNotices } from "#lib/notices/list-notices.ts";
import { proofHash } from "#lib/proofs/lock-proof.ts";
import { pieceOf } from "#lib/proofs/row.ts";
import { acceptQuote } from "#lib/quotes/accept-quote.ts";
import { answerForm, answerQuote } from "#lib/quotes/answer-quote.ts";
import { counterQuote } from "#lib/quotes/counter-quote.ts";
import { declineQuote } from "#lib/quotes/decline-quote.ts";
import { expireQuotes } from "#lib/quotes/expire-quotes.ts";
import { getQuote } from "#lib/quotes/get-quote.ts";
import { listQuotes } from "#lib/quotes/list-quotes.ts";
import { requestQuotes, requestQuotesForm } from "#lib/quotes/request-quotes.ts";
import { guest, keyContext, makePerson, refusalOf } from "../accounts/people.ts";
import { openStudio, workOn } from "../designs/studio.ts";
import { clear, db } from "../http/environment.ts";
import { askFor, makeBand, openAtelier, usualAnswer } from "../orders/bench.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
beforeEach(clear);

describe("asking", () => {
  test("locks the revision with copies of its files, and asks every atelier", async () => {
    const { customer, makers, quoteIds, designId } = await askFor(2, { note: "For Ada" });
    const quote = await getQuote(customer.ctx, quoteIds[0]!);
    expect(quote).toMatchObject({ status: "asked", side: "customer", quantity: 1, orderId: null });
    expect(quote.proof).toMatchObject({ designId, revision: 1, note: "For Ada" });
    expect(quote.proof.files.map(({ format }) => format)).toEqual(
      expect.arrayContaining(["stl", "3mf", "pdf", "glb"]),
    );
    expect(quote.proof.pictures.length).toBeGreaterThan(0);
    const seen = await getQuote(makers[1]!.ctx, quoteIds[1]!);
    expect(seen).toMatchObject({ side: "atelier", actions: ["answer", "decline"] });
    const [notice] = (await listNotices(makers[0]!.ctx, {})).items;
    expect(notice).toMatchObject({ topic: "quotes", link: `/quotes/${quoteIds[0]}` });
  });

  test("keeps sealed what was sealed: a picture may look like somebody", async () => {
    const customer = await openStudio();
    const designId = await makeBand(customer);
    const image = await db.image.findFirstOrThrow({ where: { revision: { designId } } });
    const { blob } = customer.ctx.adapters;
    const bytes = await blob.read(image.blobKey);
    await blob.put(image.blobKey, bytes, { contentType: image.mediaType, personal: true });
    const maker = await openAtelier();
    const asked = requestQuotesForm.parse({ designId, atelierIds: [maker.atelierId] });
    await requestQuotes(customer.ctx, asked);
    const files = await db.proofFile.findMany({ where: { mediaType: image.mediaType } });
    const kept = await Promise.all(files.map(({ blobKey }) => blob.info(blobKey)));
    expect(kept.map((info) => info?.personal)).toContain(true);
  });

  test("gives a proof that outlives the design and that nobody changes", async () => {
    const { customer, makers, quoteIds, designId } = await askFor();
    await deleteDesign(customer.ctx, { designId });
    const { proof } = await getQuote(makers[0]!.ctx, quoteIds[0]!);
    const where = { id: proof.id };
    const row = await db.proof.findUniqueOrThrow({ where, include: { files: true } });
    for (const { blobKey, sha256 } of row.files) {
      const bytes = await customer.ctx.adapters.blob.read(blobKey);
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
    }
    expect(proofHash({ piece: pieceOf(row), note: row.note, files: row.files })).toBe(row.sha256);
    await expect(db.proof.update({ where, data: { note: "Other" } })).rejects.toThrow(
      "never changed",
    );
    const file = { id: row.files[0]!.id };
    await expect(db.proofFile.update({ where: file, data: { bytes: 1 } })).rejects.toThrow();
  });

  test("for a revision that changed is refused with the difference", async () => {
    const customer = await openStudio();
    const maker = await openAtelier();
    const designId = await makeBand(customer, { bandWidthMm: 3 });
    const { modelJobId } = await editDesign(customer.ctx, { designId, patch: { bandWidthMm: 4 } });
    await workOn(customer, modelJobId!);
    const wish = { designId, revision: 1, atelierIds: [maker.atelierId] };
    const refusal = await refusalOf(requestQuotes(customer.ctx, requestQuotesForm.parse(wish)));
    expect(refusal.code).toBe("conflict");
    expect(refusal.userMessage).toMatch(/version 2 is the newest: band width 3 → 4 mm, \+\d/);
    expect(refusal.details).toMatchObject({ quoted_revision: 1, newest_revision: 2 });
    expect(await db.proof.count()).toBe(0);
  });

  test("waits for the files of a revision that is still being built", async () => {
    const customer = await openStudio();
    const maker = await openAtelier();
    const designId = await makeBand(customer);
    await editDesign(customer.ctx, { designId, patch: { bandWidthMm: 5 } });
    const wish = requestQuotesForm.parse({ designId, atelierIds: [maker.atelierId] });
    const refusal = await refusalOf(requestQuotes(customer.ctx, wish));
    expect(refusal).toMatchObject({ code: "conflict", retryable: true, retryAfterSeconds: 5 });
  });

  test("is refused for a foreign design, an unknown atelier, one's own, an example, a guest", async () => {
    const { customer, makers, designId } = await askFor();
    const maker = makers[0]!;
    const ask = (ctx: typeof maker.ctx, more: object) => {
      const wish = { designId, atelierIds: [maker.atelierId], ...more };
      return refusalOf(requestQuotes(ctx, requestQuotesForm.parse(wish)));
    };
    const eve = await makePerson();
    expect((await ask(eve.ctx, {})).code).toBe("not_found");
    expect((await ask(guest(), {})).code).toBe("unauthenticated");
    expect((await ask(keyContext(customer, ["read"]), {})).code).toBe("forbidden");
    expect((await ask(customer.ctx, { atelierIds: ["nobody"] })).code).toBe("not_found");
    expect((await ask(customer.ctx, { neededBy: "2020-01-01" })).code).toBe("invalid_input");
    expect((await ask(maker.ctx, {})).userMessage).toContain("your own atelier");
    await db.atelier.update({ where: { id: maker.atelierId }, data: { ownerId: null } });
    expect((await ask(customer.ctx, {})).code).toBe("rule_broken");
  });
});

describe("a talk", () => {
  test("goes from question to offer, counter-offer, offer and order", async () => {
    const { customer, makers, quoteIds } = await askFor();
    const [maker, quoteId] = [makers[0]!, quoteIds[0]!];
    const offered = await answerQuote(maker.ctx, { quoteId, ...usualAnswer({ note: "Gladly" }) });
    expect(offered).toMatchObject({ status: "answered", totalMinor: 18_050, offer: 1 });
    const countered = await counterQuote(customer.ctx, { quoteId, totalMinor: 15_000, offer: 1 });
    expect(countered).toMatchObject({ status: "countered", totalMinor: 15_000 });
    expect(countered.actions).toEqual(["decline"]);
    const again = { lines: [{ label: "All", unitMinor: 16_000 }] };
    await answerQuote(maker.ctx, { quoteId, ...answerForm.parse(again) });
    const agreed = await acceptQuote(customer.ctx, { quoteId, offer: 3 });
    expect(agreed).toMatchObject({ status: "accepted", actions: [] });
    const order = await db.order.findUniqueOrThrow({ where: { id: agreed.orderId! } });
    expect(order).toMatchObject({ status: "accepted", totalMinor: 16_000, currency: "EUR" });
  });

  test("begins nothing new with an atelier that was suspended", async () => {
    const { customer, makers, quoteIds } = await askFor();
    const [maker, quoteId] = [makers[0]!, quoteIds[0]!];
    await answerQuote(maker.ctx, { quoteId, ...usualAnswer() });
    await db.atelier.updateMany({ data: { status: "suspended" } });
    const again = answerQuote(maker.ctx, { quoteId, ...usualAnswer() });
    expect((await refusalOf(again)).code).toBe("conflict");
    expect((await refusalOf(acceptQuote(customer.ctx, { quoteId }))).code).toBe("conflict");
    expect(await db.order.count()).toBe(0);
  });

  test("holds fifty offers", async () => {
    const { makers, quoteIds } = await askFor();
    const quoteId = quoteIds[0]!;
    await db.quote.update({ where: { id: quoteId }, data: { offerNumber: 50 } });
    const more = answerQuote(makers[0]!.ctx, { quoteId, ...usualAnswer() });
    expect((await refusalOf(more)).message).toContain("50 offers");
  });

  test("ends with the atelier taking the counter-offer", async () => {
    const { customer, makers, quoteIds } = await askFor();
    const [maker, quoteId] = [makers[0]!, quoteIds[0]!];
    await answerQuote(maker.ctx, { quoteId, ...usualAnswer() });
    await counterQuote(customer.ctx, { quoteId, totalMinor: 17_000 });
    expect((await refusalOf(acceptQuote(customer.ctx, { quoteId }))).code).toBe("conflict");
    const { orderId } = await acceptQuote(maker.ctx, { quoteId });
    const order = await db.order.findUniqueOrThrow({ where: { id: orderId! } });
    expect(order.totalMinor).toBe(17_000);
  });

  test("takes one of two answers at once, and tells the other", async () => {
    const { makers, quoteIds } = await askFor();
    const input = { quoteId: quoteIds[0]!, ...usualAnswer({ offer: 0 }) };
    const answers = [answerQuote(makers[0]!.ctx, input), answerQuote(makers[0]!.ctx, input)];
    const outcomes = await Promise.allSettled(answers);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = outcomes.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    expect(lost.reason.code).toBe("conflict");
    expect(lost.reason.userMessage).toMatch(/Look at it again/);
    expect(await db.offer.count()).toBe(1);
  });

  test("gives one order to a request whose two offers are accepted at once", async () => {
    const { customer, makers, quoteIds } = await askFor(2);
    for (const [index, quoteId] of quoteIds.entries())
      await answerQuote(makers[index]!.ctx, { quoteId, ...usualAnswer() });
    const outcomes = await Promise.allSettled(
      quoteIds.map((quoteId) => acceptQuote(customer.ctx, { quoteId })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.order.count()).toBe(1);
    const states = await db.quote.findMany({ select: { status: true } });
    expect(states.map(({ status }) => status).sort()).toEqual(["accepted", "declined"]);
  });

  test("has nothing to accept once the offer has run out", async () => {
    const { customer, makers, quoteIds } = await askFor();
    const quoteId = quoteIds[0]!;
    await answerQuote(makers[0]!.ctx, { quoteId, ...usualAnswer() });
    const now = () => new Date(Date.now() + 15 * DAY_MS);
    const late = { ...customer.ctx, now };
    const refusal = await refusalOf(acceptQuote(late, { quoteId }));
    expect(refusal).toMatchObject({ code: "conflict", details: { reason: "expired" } });
    expect(refusal.userMessage).toMatch(/ran out on \d{4}-\d\d-\d\d/);
    expect((await getQuote(late, quoteId)).status).toBe("expired");
    expect([await expireQuotes({ db, now }), await expireQuotes({ db, now })]).toEqual([1, 0]);
    expect(await db.quoteChange.count({ where: { action: "expire" } })).toBe(1);
  });

  test("refuses an offer for a design that changed since, unless the locked version is named", async () => {
    const { customer, makers, quoteIds, designId } = await askFor();
    const quoteId = quoteIds[0]!;
    await answerQuote(makers[0]!.ctx, { quoteId, ...usualAnswer() });
    await editDesign(customer.ctx, { designId, patch: { bandWidthMm: 6 }, startsJobs: false });
    const refusal = await refusalOf(acceptQuote(customer.ctx, { quoteId }));
    expect(refusal).toMatchObject({ code: "conflict", details: { reason: "revision_changed" } });
    expect(refusal.userMessage).toContain("→ 6 mm");
    expect(refusal.details.changes).toMatchObject([{ field: "bandWidthMm", after: 6 }]);
    expect((await acceptQuote(customer.ctx, { quoteId, revision: 1 })).status).toBe("accepted");
  });

  test("is hidden from everyone else", async () => {
    const { quoteIds } = await askFor();
    const [eve, other] = [await makePerson(), await openAtelier("Other")];
    const quoteId = quoteIds[0]!;
    for (const { ctx } of [eve, other]) {
      expect((await refusalOf(getQuote(ctx, quoteId))).code).toBe("not_found");
      const answer = refusalOf(answerQuote(ctx, { quoteId, ...usualAnswer() }));
      expect((await answer).code).toBe("not_found");
      expect((await refusalOf(declineQuote(ctx, { quoteId }))).code).toBe("not_found");
      expect((await listQuotes(ctx, {})).items).toEqual([]);
    }
  });

  test("is listed by side, page by page", async () => {
    const { customer, makers } = await askFor(3);
    const first = await listQuotes(customer.ctx, { limit: 2 });
    const rest = await listQuotes(customer.ctx, { limit: 2, cursor: first.nextCursor! });
    const ids = [...first.items, ...rest.items].map(({ id }) => id);
    expect([new Set(ids).size, rest.nextCursor]).toEqual([3, null]);
    const { ctx } = makers[0]!;
    expect((await listQuotes(ctx, { as: "atelier", status: ["asked"] })).items).toHaveLength(1);
    expect((await listQuotes(ctx, { as: "customer" })).items).toEqual([]);
  });
});
