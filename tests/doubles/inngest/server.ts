import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { canonicalJson, signatureOf } from "./sign.ts";

export interface ServedFunction {
  id: string;
  triggers: { event?: string; cron?: string }[];
  steps: { step: { runtime: { url: string }; retries?: { attempts: number } } };
  concurrency?: unknown;
  cancel?: unknown;
}

export interface DoubleEvent {
  id?: string;
  name: string;
  data: Record<string, unknown>;
  ts: number;
}

interface Operation {
  id: string;
  op: string;
  data?: unknown;
  error?: unknown;
}

type Stored = { type: "data"; data: unknown } | { type: "error"; error: unknown };

/** An Inngest server as far as an app sees it: takes registrations and events, and runs functions by signed calls. */
export interface InngestDouble {
  url: string;
  functions: ServedFunction[];
  /** The Authorization headers of registrations. */
  registeredWith: (string | undefined)[];
  /** Events by the key they were sent with. */
  events: { key: string; event: DoubleEvent }[];
  /** Runs a function for an event until it ends; answers its result or throws its error. */
  run(functionId: string, event: DoubleEvent): Promise<unknown>;
  close(): Promise<void>;
}

const MOST_CALLS = 60;

export async function openInngestDouble(signingKey: string): Promise<InngestDouble> {
  const state = {
    functions: [] as ServedFunction[],
    registeredWith: [] as (string | undefined)[],
    events: [] as InngestDouble["events"],
  };
  const server = createServer(async (request, response) => {
    const body = JSON.parse((await readBody(request)) || "null");
    const key = /^\/e\/(.+)$/.exec(request.url ?? "")?.[1];
    response.setHeader("content-type", "application/json");
    if (key) {
      state.events.push(...body.map((event: DoubleEvent) => ({ key, event })));
      response.end(
        JSON.stringify({ ids: body.map((event: DoubleEvent) => event.id), status: 200 }),
      );
    } else if (request.url?.startsWith("/fn/register")) {
      state.registeredWith.push(request.headers.authorization);
      state.functions = body.functions;
      response.end(JSON.stringify({ ok: true, modified: true }));
    } else {
      response.statusCode = 404;
      response.end("{}");
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get functions() {
      return state.functions;
    },
    registeredWith: state.registeredWith,
    events: state.events,
    run(functionId, event) {
      const found = state.functions.find((one) => one.id === functionId);
      if (!found) throw new Error(`The function ${functionId} is not registered.`);
      return runFunction(found, event, signingKey);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}

/** The server's loop: call, store what came back, call again; planned steps one by one. */
async function runFunction(
  served: ServedFunction,
  event: DoubleEvent,
  signingKey: string,
): Promise<unknown> {
  const steps = new Map<string, Stored>();
  const runId = randomUUID();
  const maxAttempts = (served.steps.step.retries?.attempts ?? 3) + 1;
  const call = (stepId: string, attempt: number) =>
    callOnce(served, { stepId, attempt, maxAttempts, runId, event, steps, signingKey });
  const attempts = new Map<string, number>();
  const tried = (id: string) => {
    attempts.set(id, (attempts.get(id) ?? 0) + 1);
    return attempts.get(id) ?? 1;
  };
  const store = (operation: Operation, position: string): void => {
    const { id, op, data, error } = operation;
    if (op === "StepError" && tried(position) < maxAttempts) return;
    if (op === "StepError" || op === "StepFailed") steps.set(id, { type: "error", error });
    else steps.set(id, { type: "data", data: data ?? null });
  };
  for (let calls = 0; calls < MOST_CALLS; calls += 1) {
    const { status, body } = await call("step", attempts.get("step") ?? 0);
    if (status === 200) return body;
    if (status !== 206) {
      if (status === 400 || tried("step") >= maxAttempts) throw new Error(JSON.stringify(body));
      continue;
    }
    const open = (body as Operation[]).filter((operation) => !steps.has(operation.id));
    for (const operation of open.filter((one) => one.op !== "StepPlanned"))
      store(operation, "step");
    const planned = open.filter((one) => one.op === "StepPlanned");
    for (const { id } of planned) {
      while (!steps.has(id)) {
        const answer = await call(id, attempts.get(id) ?? 0);
        for (const operation of answer.body as Operation[]) store(operation, id);
      }
    }
  }
  throw new Error("The function did not end.");
}

interface Call {
  stepId: string;
  attempt: number;
  maxAttempts: number;
  runId: string;
  event: DoubleEvent;
  steps: Map<string, Stored>;
  signingKey: string;
}

async function callOnce(served: ServedFunction, call: Call) {
  const url = new URL(served.steps.step.runtime.url);
  url.searchParams.set("stepId", call.stepId);
  const stack = [...call.steps.keys()];
  const body = canonicalJson({
    version: 2,
    event: call.event,
    events: [call.event],
    steps: Object.fromEntries(call.steps),
    ctx: {
      run_id: call.runId,
      attempt: call.attempt,
      max_attempts: call.maxAttempts,
      disable_immediate_execution: false,
      use_api: false,
      stack: { stack, current: stack.length },
    },
  });
  const answer = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-inngest-signature": signatureOf(call.signingKey, body),
    },
    body,
  });
  const text = await answer.text();
  return { status: answer.status, body: text ? (JSON.parse(text) as unknown) : null };
}
