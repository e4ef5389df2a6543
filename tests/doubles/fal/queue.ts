import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { REFUSALS } from "./behaviour.ts";
import { readBody, refuse, sendJson } from "./http.ts";
import { type DoubleJob, type FalState, statusOf } from "./state.ts";
import { signWebhook, type WebhookKeys } from "./webhooks.ts";

const REQUEST = /^\/queue\/[^/]+\/[^/]+\/requests\/([^/]+)(\/status\/stream|\/status|\/cancel)?$/;

/** Submit, state, stream of states, result, cancel. */
export async function answerQueue(
  state: FalState,
  keys: WebhookKeys,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const named = REQUEST.exec(url.pathname);
  if (!named) return submit(state, keys, url, request, response);
  const job = state.jobs.get(named[1]!);
  if (!job) return refuse(response, { status: 404, body: { detail: "Request not found" } });
  job.isKnown = true;
  if (named[2] === "/status") return status(state, job, response);
  if (named[2] === "/status/stream") return stream(state, job, response);
  if (named[2] === "/cancel") return cancel(state, job, response);
  return result(job, response);
}

async function submit(
  state: FalState,
  keys: WebhookKeys,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const input = JSON.parse((await readBody(request)).toString() || "{}");
  const endpoint = url.pathname.slice("/queue/".length);
  const behaviour = state.takeBehaviour(endpoint);
  if (behaviour.refuse) return refuse(response, behaviour.refuse);
  const webhookUrl = url.searchParams.get("fal_webhook");
  const lifecycle = String(request.headers["x-fal-object-lifecycle-preference"] ?? "") || null;
  const job = await state.submit(endpoint, input, { webhookUrl, lifecycle }, behaviour);
  if (webhookUrl && behaviour.isCalledBack !== false) void callBack(keys, job, webhookUrl);
  if (behaviour.cutSubmit) return void response.destroy();
  sendJson(response, 200, told(state, job, "IN_QUEUE"));
}

function told(state: FalState, job: DoubleJob, status: string) {
  const [owner, alias] = job.endpoint.split("/");
  const at = `${state.url}/queue/${owner}/${alias}/requests/${job.requestId}`;
  return {
    status,
    request_id: job.requestId,
    response_url: at,
    status_url: `${at}/status`,
    cancel_url: `${at}/cancel`,
    ...(status === "IN_QUEUE" ? { queue_position: 0 } : { logs: [] }),
    ...(status === "COMPLETED" && { metrics: { inference_time: 0.1 } }),
  };
}

function status(state: FalState, job: DoubleJob, response: ServerResponse) {
  job.asked += 1;
  if (job.asked <= (job.behaviour.failStatuses ?? 0)) return refuse(response, REFUSALS.overloaded);
  const now = statusOf(job);
  sendJson(response, now === "COMPLETED" ? 200 : 202, told(state, job, now));
}

async function stream(state: FalState, job: DoubleJob, response: ServerResponse) {
  if (job.behaviour.hasNoStream) return refuse(response, REFUSALS.overloaded);
  response.writeHead(200, { "content-type": "text/event-stream" });
  const tell = () => response.write(`data: ${JSON.stringify(told(state, job, statusOf(job)))}\n\n`);
  tell();
  while (statusOf(job) !== "COMPLETED" && !response.destroyed) {
    await delay(Math.min(1_000, Math.max(1, job.doneMs - Date.now())));
    tell();
  }
  response.end();
}

function result(job: DoubleJob, response: ServerResponse) {
  response.setHeader("x-fal-request-id", job.requestId);
  if (statusOf(job) !== "COMPLETED") {
    return refuse(response, { status: 400, body: { detail: "Request is still in progress" } });
  }
  if (job.isCancelled) return refuse(response, { status: 499, body: { detail: "Cancelled" } });
  if (job.behaviour.fail) return refuse(response, job.behaviour.fail);
  if (job.cutsLeft > 0) return cutOff(job, response);
  sendJson(response, 200, job.output);
}

/** Half of the answer, and then nothing. */
function cutOff(job: DoubleJob, response: ServerResponse) {
  job.cutsLeft -= 1;
  const body = JSON.stringify(job.output);
  response.writeHead(200, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
  });
  response.write(body.slice(0, body.length / 2), () => response.destroy());
}

function cancel(state: FalState, job: DoubleJob, response: ServerResponse) {
  if (statusOf(job) === "COMPLETED") {
    return refuse(response, { status: 400, body: { status: "ALREADY_COMPLETED" } });
  }
  state.cancelled.push(job.requestId);
  job.isCancelled = true;
  job.doneMs = Date.now();
  sendJson(response, 202, { status: "CANCELLATION_REQUESTED" });
}

/** What fal sends to the address of an order when it ends. */
export function webhookPayload(job: DoubleJob) {
  const ids = { request_id: job.requestId, gateway_request_id: job.requestId };
  const { fail } = job.behaviour;
  if (!fail) return { ...ids, status: "OK", payload: job.output };
  const error = `Invalid status code: ${fail.status}`;
  return { ...ids, status: "ERROR", error, payload: fail.body ?? null };
}

async function callBack(keys: WebhookKeys, job: DoubleJob, webhookUrl: string) {
  await delay(Math.max(0, job.doneMs - Date.now()));
  if (job.isCancelled) return;
  const { body, headers } = signWebhook(keys, webhookPayload(job));
  // Nobody there is no concern of a queue's: it has told what it had to.
  await fetch(webhookUrl, { method: "POST", body, headers }).catch(() => {});
}
