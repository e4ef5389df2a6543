import "../http/environment.ts";
import { beforeAll, expect, test } from "vitest";
import { POST as confirm } from "#app/api/v1/orders/[id]/confirm/route.ts";
import { POST as milestone } from "#app/api/v1/orders/[id]/milestone/route.ts";
import { GET as listOrders } from "#app/api/v1/orders/route.ts";
import { POST as accept } from "#app/api/v1/quotes/[id]/accept/route.ts";
import { POST as answer } from "#app/api/v1/quotes/[id]/answer/route.ts";
import { POST as say } from "#app/api/v1/quotes/[id]/messages/route.ts";
import { GET as getQuote } from "#app/api/v1/quotes/[id]/route.ts";
import { POST as ask } from "#app/api/v1/quotes/route.ts";
import { createApiKey } from "#lib/accounts/create-api-key.ts";
import type { RouteHandler } from "#lib/http/define-route.ts";
import { openStudio, type Studio } from "../designs/studio.ts";
import { db } from "../http/environment.ts";
import { serve } from "../http/serve.ts";
import { type Maker, makeBand, openAtelier } from "./bench.ts";

let customer: Studio;
let maker: Maker;
let keys: { customer: string; maker: string };
beforeAll(async () => {
  [customer, maker] = [await openStudio(), await openAtelier()];
  keys = {
    customer: (await createApiKey(customer.ctx, { name: "test" })).key,
    maker: (await createApiKey(maker.ctx, { name: "test" })).key,
  };
});

/** Sends a call to one route; the path's second part is its id. */
async function send(
  route: RouteHandler,
  as: keyof typeof keys,
  { id = "", body, key }: { id?: string; body?: unknown; key?: string },
) {
  const { url } = await serve(route, () => ({ id }));
  const isForm = body instanceof FormData;
  const response = await fetch(url, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      authorization: `Bearer ${keys[as]}`,
      ...(key && { "idempotency-key": key }),
      ...(isForm ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  });
  return { status: response.status, json: await response.json() };
}

test("a quote is asked, answered, accepted and begun over HTTP, in snake case", async () => {
  const designId = await makeBand(customer);
  const wish = { design_id: designId, revision: 1, atelier_ids: [maker.atelierId], quantity: 2 };
  const asked = await send(ask, "customer", { body: wish });
  expect(asked.status).toBe(201);
  expect(asked.json).toMatchObject({ proof_sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const id = asked.json.quotes[0].id;

  const form = new FormData();
  form.set("text", "Here is a sketch");
  form.append("files[]", new File(["%PDF-1.7 sketch"], "sketch.pdf"));
  const said = await send(say, "customer", { id, body: form });
  expect([said.status, said.json.messages[0].files[0].filename]).toEqual([201, "sketch.pdf"]);

  const negative = { lines: [{ label: "Silver", unit_minor: -5 }] };
  const refused = await send(answer, "maker", { id, body: negative });
  expect(refused.status).toBe(400);
  expect(refused.json.error).toMatchObject({
    code: "invalid_input",
    details: { field: "lines.0.unit_minor", value: -5, minimum: 0 },
  });
  const lines = [{ label: "Two bands", quantity: 2, unit_minor: 9_000 }];
  const offered = await send(answer, "maker", { id, body: { lines, offer: 0 } });
  expect(offered.json).toMatchObject({ status: "answered", total_minor: 18_000, currency: "EUR" });
  const stale = await send(answer, "maker", { id, body: { lines, offer: 0 } });
  expect([stale.status, stale.json.error.details.current_offer]).toEqual([409, 1]);

  const agreed = await send(accept, "customer", { id, body: { offer: 1 } });
  expect(agreed.json.status).toBe("accepted");
  const orderId = agreed.json.order_id;
  expect((await send(confirm, "customer", { id: orderId, body: {} })).status).toBe(404);
  expect((await send(confirm, "maker", { id: orderId, body: {} })).json.status).toBe("confirmed");
  expect((await send(confirm, "maker", { id: orderId, body: {} })).status).toBe(409);
  const step = new FormData();
  step.set("stage", "casting");
  const begun = await send(milestone, "maker", { id: orderId, body: step });
  expect(begun.json).toMatchObject({ status: "in_work", estimated_mass_g: expect.any(Number) });
  const listed = await send(listOrders, "customer", {});
  expect(listed.json.items).toMatchObject([{ id: orderId, side: "customer", total_minor: 18_000 }]);
  expect((await send(getQuote, "maker", { id })).json).toMatchObject({ side: "atelier" });
});

test("a quote, a message and a milestone come once though their answers were lost in a crash", async () => {
  const designId = await makeBand(customer);
  const wish = { design_id: designId, atelier_ids: [maker.atelierId] };
  const twice = async (...[route, as, call]: Parameters<typeof send>) => {
    const first = await send(route, as, { ...call, key: "once" });
    await db.idempotencyKey.deleteMany();
    const second = await send(route, as, { ...call, key: "once" });
    expect([first.status, second.status]).toEqual([201, 201]);
    return [first.json, second.json];
  };
  const [asked, again] = await twice(ask, "customer", { body: wish });
  expect(again).toEqual(asked);
  const id = asked.quotes[0].id;
  const words = new FormData();
  words.set("text", "Matt, please");
  const [, said] = await twice(say, "customer", { id, body: words });
  expect(said.messages).toHaveLength(1);
  const offer = { lines: [{ label: "Work", unit_minor: 10_000 }] };
  await send(answer, "maker", { id, body: offer });
  const { order_id: orderId } = (await send(accept, "customer", { id, body: {} })).json;
  await send(confirm, "maker", { id: orderId, body: {} });
  const step = new FormData();
  step.set("stage", "casting");
  const [, shown] = await twice(milestone, "maker", { id: orderId, body: step });
  expect(shown.milestones).toHaveLength(1);
  const told = await db.notice.findMany({ where: { userId: maker.userId, link: `/quotes/${id}` } });
  const about = (what: string) => told.filter(({ dedupeKey }) => dedupeKey.includes(`/${what}`));
  expect([about("asked").length, about("message/").length]).toEqual([1, 1]);
});
