/**
 * `npm run bench:webhooks`: 100,000 replayed and forged calls of a provider over HTTP. None may be taken, and none may
 * have a second effect.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { v7 as uuid } from "uuid";
import type { ProviderCall } from "#generated/prisma/client.ts";
import type { Db } from "#lib/db.ts";
import { DOUBLE_FAL_KEY, openFalDouble } from "#tests/doubles/fal/server.ts";
import { makeWebhookKeys, type SignedWebhook, signWebhook } from "#tests/doubles/fal/webhooks.ts";
import { newHome, removeHome } from "#tests/setup/app.ts";
import { openEmbeddedPostgres } from "../scripts/database/embedded-postgres.ts";
import { migrateDatabase } from "../scripts/database/migrate.ts";
import { formatMs, type Row } from "./measure.ts";
import { writeRows } from "./table.ts";

const CALLS = 100_000;
const AT_ONCE = 32;
const LATE_MS = 301_000;

const home = newHome();
const double = await openFalDouble();
const postgres = await openEmbeddedPostgres({ folder: null });
Object.assign(process.env, {
  ...{ DATABASE_URL: postgres.url, MAQUETTE_HOME: home, LOG_LEVEL: "silent", TRUST_PROXY: "1" },
  ...{ FAL_KEY: DOUBLE_FAL_KEY, FAL_BASE_URL: double.url, NODE_ENV: "production" },
});
await migrateDatabase(postgres.url);
const { db } = await import("#lib/db.ts");
const { POST } = await import("#app/api/v1/webhooks/fal/route.ts");

const server = createServer(async (incoming, outgoing) => {
  const body = Readable.toWeb(incoming) as ReadableStream;
  const headers = new Headers(incoming.headers as Record<string, string>);
  const init = { method: "POST", headers, body, duplex: "half" } as RequestInit;
  const answer = await POST(new Request("http://localhost/api/v1/webhooks/fal", init));
  outgoing.writeHead(answer.status).end(await answer.text());
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

/** Each from an address of its own: what is measured is not the limit of requests a minute. */
async function send({ body, headers }: SignedWebhook, n: number): Promise<number> {
  const from = `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
  const all = { ...headers, "x-forwarded-for": from };
  const answer = await fetch(url, { method: "POST", body, headers: all });
  await answer.arrayBuffer();
  return answer.status;
}

async function waitingCall(of: Db, workspaceId: string): Promise<ProviderCall> {
  return of.providerCall.create({
    data: {
      ...{ workspaceId, provider: "fal", capability: "image-to-3d", model: "tripo3d/h3.1" },
      ...{ status: "waiting", requestId: uuid(), openKey: uuid(), costMicroUsd: 300_000 },
    },
  });
}

const ok = (requestId: string, url_ = "https://v3.fal.media/a.glb") => ({
  ...{ request_id: requestId, gateway_request_id: requestId, status: "OK" },
  payload: { model_mesh: { url: url_ } },
});

/** Ways to be no call of fal's about the order that still waits; a replay of the one that is done stands first. */
function attacks(done: SignedWebhook, target: string): (() => SignedWebhook)[] {
  const evil = makeWebhookKeys();
  const genuine = () => signWebhook(double.keys, ok(target));
  const late = signWebhook(double.keys, ok(target), Date.now() - LATE_MS);
  const early = signWebhook(double.keys, ok(target), Date.now() + 10 * LATE_MS);
  const other = signWebhook(double.keys, ok(uuid()));
  const altered = { ...genuine(), body: JSON.stringify(ok(target, "https://evil.example/x.glb")) };
  const noise = "ab".repeat(64);
  const withHeader = (call: SignedWebhook, name: string, value: string) => ({
    ...call,
    headers: { ...call.headers, [`x-fal-webhook-${name}`]: value },
  });
  return [
    () => done,
    () => late,
    () => early,
    () => altered,
    () => signWebhook(evil, ok(target)),
    () => withHeader(other, "request-id", target),
    () => withHeader(genuine(), "signature", noise),
    () => withHeader(late, "timestamp", String(Math.floor(Date.now() / 1000))),
    () => ({ body: "{", headers: genuine().headers }),
    () => ({ body: JSON.stringify(ok(target)), headers: {} }),
  ];
}

const { id: workspaceId } = await db().workspace.create({ data: { name: "bench" } });
const [first, second] = [
  await waitingCall(db(), workspaceId),
  await waitingCall(db(), workspaceId),
];
const done = signWebhook(double.keys, ok(first.requestId!));
if ((await send(done, 0)) !== 200) throw new Error("The genuine call was refused.");
const before = await db().providerCall.findMany({ orderBy: { id: "asc" } });
if (before[0]?.status !== "succeeded") throw new Error("The genuine call had no effect.");

const ways = attacks(done, second.requestId!);
const answers = new Map<string, number>();
let next = 1;
const startedMs = performance.now();
async function attack(): Promise<void> {
  for (let n = next++; n <= CALLS; n = next++) {
    const way = n % ways.length;
    const status = await send(ways[way]!(), n);
    const name = `${way === 0 ? "replayed" : "forged"} ${status}`;
    answers.set(name, (answers.get(name) ?? 0) + 1);
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, attack));
const tookMs = performance.now() - startedMs;

const after = await db().providerCall.findMany({ orderBy: { id: "asc" } });
const isSame = JSON.stringify(after) === JSON.stringify(before);
console.log(Object.fromEntries(answers), isSame ? "no effect" : "AN EFFECT", formatMs(tookMs));
const taken = [...answers].filter(([name]) => name.startsWith("forged") && name !== "forged 401");
if (!isSame || taken.length > 0) throw new Error("A call that was not genuine was taken.");
const rows: Row[] = [
  {
    what: `${CALLS.toLocaleString("en")} replayed and forged webhooks`,
    median: `none taken, no second effect, ${formatMs(tookMs / CALLS)} each`,
    runs: 1,
    goal: "none",
  },
];
writeRows(rows);
server.close();
removeHome(home);
process.exit(0);
