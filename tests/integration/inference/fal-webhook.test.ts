import "../http/environment.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { POST } from "#app/api/v1/webhooks/fal/route.ts";
import { callbackUrl } from "#lib/adapters/inference/fal/callback-url.ts";
import type { Inference, WorkOwner } from "#lib/adapters/inference/port.ts";
import { REFUSALS } from "#tests/doubles/fal/behaviour.ts";
import { webhookPayload } from "#tests/doubles/fal/queue.ts";
import { makeWebhookKeys, type SignedWebhook, signWebhook } from "#tests/doubles/fal/webhooks.ts";
import { makePerson, refusalOf } from "../accounts/people.ts";
import { db } from "../http/environment.ts";
import { serve } from "../http/serve.ts";
import { objectRequest, ownerIn } from "./bench-pieces.ts";
import { double, openFalEngine } from "./fal-bench.ts";

const { state, keys } = double;
let engine: Inference;
/** The address that fal is given, as the route behind it works. */
const { url } = await serve(async (request) => {
  const body = new Uint8Array(await request.arrayBuffer());
  const taken = engine.takeCallback({ headers: request.headers, body, now: new Date() });
  return taken.then(
    () => new Response(null, { status: 200 }),
    () => new Response(null, { status: 401 }),
  );
});

let owner: WorkOwner;
beforeEach(async () => {
  state.reset();
  owner = ownerIn((await makePerson()).workspaceId);
  engine = openFalEngine({}, { callbackUrl: `${url}/` });
});

const rowOf = () => db.providerCall.findFirstOrThrow({ where: { taskId: owner.taskId } });
const take = ({ body, headers }: SignedWebhook, now = new Date()) =>
  engine.takeCallback({ headers: new Headers(headers), body: Buffer.from(body), now });

/** An order that fal works on and says nothing of. */
async function quietOrder() {
  state.next.push({ workMs: 600_000, isCalledBack: false });
  const request = await objectRequest();
  await engine.orderModel(request, { owner });
  const { requestId } = await rowOf();
  return { request, job: state.jobs.get(requestId!)! };
}

describe("a call of fal's", () => {
  test("wakes who waits, and the order is asked for neither state nor result", async () => {
    const model = await engine.buildModel(await objectRequest(), { owner });
    expect(model.measures.watertight).toBe(true);
    expect([...state.jobs.values()].map(({ asked }) => asked)).toEqual([0]);
    expect((await rowOf()).status).toBe("succeeded");
  });

  test("tells of a failure in the words of its own answer", async () => {
    state.next.push({ fail: REFUSALS.contentPolicy });
    const error = await refusalOf(engine.buildModel(await objectRequest(), { owner }));
    expect(error).toMatchObject({ code: "invalid_input", details: { reason: "content_policy" } });
    expect((await rowOf()).status).toBe("failed");
  });

  test("has one effect however often it comes", async () => {
    const { job } = await quietOrder();
    const call = signWebhook(keys, webhookPayload(job));
    await take(call);
    const first = await rowOf();
    await Promise.all(Array.from({ length: 20 }, () => take(call)));
    await take(signWebhook(keys, { ...webhookPayload(job), payload: { other: 1 } } as never));
    expect(await rowOf()).toEqual(first);
    expect(first).toMatchObject({ status: "succeeded", output: job.output });
  });

  test("about an order nobody made changes nothing", async () => {
    await take(signWebhook(keys, { request_id: "unheard-of", status: "OK", payload: {} } as never));
    expect(await db.providerCall.count({ where: { requestId: "unheard-of" } })).toBe(0);
  });

  const LATE_MS = 301_000;
  const forged: [string, (call: SignedWebhook) => SignedWebhook][] = [
    ["altered", (call) => ({ ...call, body: call.body.replace("OK", "OK ") })],
    ["without a signature", ({ body }) => ({ body, headers: {} })],
    ["with a signature of nothing", (call) => changed(call, "signature", "00".repeat(64))],
    ["under another request", (call) => changed(call, "request-id", "another")],
    ["with a time of its own", (call) => changed(call, "timestamp", "1790000000")],
  ];
  const changed = (call: SignedWebhook, name: string, value: string) => ({
    ...call,
    headers: { ...call.headers, [`x-fal-webhook-${name}`]: value },
  });

  test.each(forged)("%s is refused", async (_, forge) => {
    const { job } = await quietOrder();
    const call = forge(signWebhook(keys, webhookPayload(job)));
    expect((await refusalOf(take(call))).code).toBe("unauthenticated");
    expect((await rowOf()).status).toBe("waiting");
  });

  test("signed by somebody else, late or early is refused", async () => {
    const { job } = await quietOrder();
    const payload = webhookPayload(job);
    const now = Date.now();
    const calls = [
      signWebhook(makeWebhookKeys(), payload),
      signWebhook(keys, payload, now - LATE_MS),
      signWebhook(keys, payload, now + LATE_MS),
    ];
    for (const call of calls) expect((await refusalOf(take(call))).code).toBe("unauthenticated");
    expect((await rowOf()).status).toBe("waiting");
  });
});

describe("the address given to fal", () => {
  test("answers as if there was nothing where there is no provider", async () => {
    const { body, headers } = signWebhook(keys, { request_id: "any" });
    const answer = await POST(
      new Request("http://maquette.test/", { method: "POST", body, headers }),
    );
    expect(answer.status).toBe(404);
  });

  test("is one that is public, by https", () => {
    expect(callbackUrl("https://maquette.example.com/")).toBe(
      "https://maquette.example.com/api/v1/webhooks/fal",
    );
    const hidden = ["http://maquette.example.com", "https://localhost:3000", "https://10.0.0.4"];
    const others = ["https://studio.local", "https://[::1]", "https://maquette.test", undefined];
    for (const one of [...hidden, ...others]) expect(callbackUrl(one)).toBeNull();
  });
});
