import { Inngest } from "inngest";
import { serve } from "inngest/edge";
import { runExecutor } from "#inngest/embedded/executor.ts";
import { storeEvents } from "#lib/adapters/events/embedded.ts";
import { connectDb } from "#lib/db.ts";
import { openEmbeddedPostgres } from "../scripts/database/embedded-postgres.ts";
import { migrateDatabase } from "../scripts/database/migrate.ts";
import { formatMs, median, type Row } from "./measure.ts";

const RUNS = 25;
const WARM_UP_RUNS = 3;
const STEPS = 10;

/** What the embedded executor adds to ten steps that do nothing: one after another, and side by side. */
export async function benchExecutor(): Promise<Row[]> {
  const postgres = await openEmbeddedPostgres({ folder: null });
  await migrateDatabase(postgres.url);
  const db = connectDb(postgres.url);
  const ended = new Map<string, () => void>();
  const client = new Inngest({ id: "bench", isDev: true });
  const names = Array.from({ length: STEPS }, (_, index) => `step ${index}`);
  const chain = client.createFunction(
    { id: "chain", triggers: [{ event: "bench/chain" }] },
    async ({ event, step }) => {
      for (const name of names) await step.run(name, () => null);
      ended.get(String(event.id))?.();
    },
  );
  const fan = client.createFunction(
    { id: "fan", triggers: [{ event: "bench/fan" }] },
    async ({ event, step }) => {
      await Promise.all(names.map((name) => step.run(name, () => null)));
      ended.get(String(event.id))?.();
    },
  );
  const handler = serve({ client, functions: [chain, fan] });
  const executor = await runExecutor({ db, handler });
  const timeOnce = async (name: string, run: number) => {
    const id = `${name} ${run}`;
    const done = new Promise<void>((resolve) => ended.set(id, resolve));
    const startedMs = performance.now();
    await storeEvents(db, [{ id, name, data: {}, ts: Date.now() }]);
    await done;
    return performance.now() - startedMs;
  };
  const rows: Row[] = [];
  for (const [name, what] of [
    ["bench/chain", "one after another"],
    ["bench/fan", "side by side"],
  ] as const) {
    const times: number[] = [];
    for (let run = 0; run < RUNS + WARM_UP_RUNS; run += 1) times.push(await timeOnce(name, run));
    const middle = median(times.slice(WARM_UP_RUNS));
    rows.push({
      what: `executor: ${STEPS} empty steps ${what}, from event to end`,
      runs: RUNS,
      median: `${formatMs(middle)} (${formatMs(middle / STEPS)} a step)`,
    });
  }
  await executor.stop();
  await db.$disconnect();
  await postgres.close();
  return rows;
}

if (import.meta.main) {
  for (const row of await benchExecutor())
    console.log(`${row.what}: ${row.median} (${row.runs} runs)`);
}
