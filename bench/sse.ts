/**
 * `npm run bench:sse`: a thousand listeners on one batch. Counts what each received against what was written, and
 * measures from the writing of an event to its arrival.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import type { Adapters } from "#lib/adapters/adapters.ts";
import type { Ctx } from "#lib/context.ts";
import { connectDb, type Db } from "#lib/db.ts";
import { answerStream } from "#lib/jobs/answer-stream.ts";
import { createJob } from "#lib/jobs/create-job.ts";
import { succeedTask } from "#lib/jobs/end-task.ts";
import { reportProgress } from "#lib/jobs/report-progress.ts";
import { startTask } from "#lib/jobs/start-task.ts";
import { openEmbeddedPostgres } from "../scripts/database/embedded-postgres.ts";
import { migrateDatabase } from "../scripts/database/migrate.ts";
import { formatMs, median, p95, type Row } from "./measure.ts";
import type { ReadersReport } from "./sse-readers.ts";
import { writeRows } from "./table.ts";

const LISTENERS = 1_000;
const PHOTOS = 25;
const STEPS_A_PHOTO = 8;
const EVENT_EVERY_MS = 60;

const postgres = await openEmbeddedPostgres({ folder: null });
process.env.DATABASE_URL = postgres.url;
await migrateDatabase(postgres.url);
const db = connectDb(postgres.url);
Object.assign(globalThis, { maquetteDb: db });
const ctx = await onePerson(db);
const { job, tasks } = await db.$transaction((tx) =>
  createJob(tx, {
    workspaceId: ctx.workspaceId,
    createdById: ctx.actor.userId,
    kind: "bench",
    input: {},
    parent: { name: "batch" },
    tasks: Array.from({ length: PHOTOS }, (_, n) => ({ name: `photo ${n}` })),
    event: { name: "bench/requested" },
  }),
);

const server = createServer(async (request, response) => {
  const left = new AbortController();
  response.on("close", () => left.abort());
  const asked = new Request(`http://localhost${request.url}`, { signal: left.signal });
  const answer = await answerStream(ctx, { jobId: job.id, request: asked });
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  Readable.fromWeb(answer.body as never)
    .on("error", () => {})
    .pipe(response);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.address() as AddressInfo;

const idleBytes = settledBytes();
const readers = fork(new URL("./sse-readers.ts", import.meta.url), [
  `http://127.0.0.1:${port}/`,
  String(LISTENERS),
]);
await once(readers, "message");
await delay(1_000);
const perListenerKb = (settledBytes() - idleBytes) / 1024 / LISTENERS;
await writeEvents();
const [report] = (await once(readers, "message")) as [ReadersReport];
const written = await db.taskEvent.count({ where: { jobId: job.id } });
const wrong = report.received.filter((count) => count !== written).length + report.outOfOrder;

const rows: Row[] = [
  {
    what: `${LISTENERS} listeners on one batch: an event's way, p95`,
    median: `${formatMs(p95(report.delaysMs))} (median ${formatMs(median(report.delaysMs))})`,
    runs: report.delaysMs.length,
    goal: "p95 < 250 ms",
  },
  {
    what: `${LISTENERS} listeners: with an event lost, doubled or out of order`,
    median: String(wrong),
    runs: written,
    goal: "0",
  },
  {
    what: "memory of one listener in the app's process",
    median: `${perListenerKb.toFixed(1)} kB`,
    runs: LISTENERS,
  },
];
for (const { what, median: value } of rows) console.log(`${what}: ${value}`);
writeRows(rows);
readers.kill();
server.closeAllConnections();
server.close();
await db.$disconnect();
await postgres.close();
process.exit(wrong === 0 ? 0 : 1);

/** Every photo's steps and end, as the work of a batch writes them. */
async function writeEvents(): Promise<void> {
  for (const task of tasks) {
    await startTask(ctx, task.id);
    for (let step = 1; step <= STEPS_A_PHOTO; step += 1) {
      await delay(EVENT_EVERY_MS);
      const data = { sent_at_ms: Date.now() };
      await reportProgress(ctx, task.id, { progress: step / STEPS_A_PHOTO, data });
    }
    await succeedTask(ctx, task.id);
  }
}

function settledBytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss;
}

async function onePerson(on: Db) {
  const user = await on.user.create({ data: { email: "bench@example.test" } });
  const { id: workspaceId } = await on.workspace.create({
    data: { name: "Own", members: { create: { userId: user.id, role: "owner" } } },
  });
  const actor = { type: "user", userId: user.id, role: "user" } as const;
  const made: Ctx = { actor, db: on, now: () => new Date(), adapters: {} as Adapters };
  return { ...made, actor, workspaceId };
}
