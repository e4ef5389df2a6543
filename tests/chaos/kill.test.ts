import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { connectDb } from "#lib/db.ts";
import { newHome, type RunningApp, removeHome, startApp } from "#tests/setup/app.ts";
import { repetitions } from "#tests/setup/length.ts";
import { doubledEffects, lostMessages, settle, unfinished } from "./invariants.ts";
import { Load } from "./load.ts";
import { seededRandom } from "./random.ts";

const KILLS = repetitions(5, 50);
const SEED = Number(process.env.MAQUETTE_CHAOS_SEED ?? 20_260_921);
/** Every second kill is counted from the first request, the others from the first acknowledged message. */
const LATEST_KILL_MS = 4_000;

const home = newHome();
let app: RunningApp | undefined;
afterAll(async () => {
  await app?.stop();
  removeHome(home);
});

test(`nothing is lost and nothing happens twice over ${KILLS} kills (seed ${SEED})`, async () => {
  const random = seededRandom(SEED);
  const load = new Load(random);
  for (let kill = 0; kill < KILLS; kill += 1) {
    app = await startApp({ home });
    const acknowledged = load.nextAcknowledged();
    const talk = load.run(app);
    if (kill % 2 === 0) await Promise.race([acknowledged, talk]);
    await delay(random() * LATEST_KILL_MS);
    await app.kill();
    await talk;
  }
  app = await startApp({ home });
  const db = connectDb(databaseUrl(home));
  try {
    expect(await settle(db)).toEqual([]);
    expect(load.acknowledged.messages.length).toBeGreaterThanOrEqual(Math.ceil(KILLS / 2));
    expect(await lostMessages(db, load.acknowledged)).toEqual([]);
    expect(await doubledEffects(db)).toEqual([]);
    expect(await unfinished(db)).toEqual([]);
  } finally {
    await db.$disconnect();
  }
});

/** The socket of the embedded database, beside the app's own connections. */
function databaseUrl(stateFolder: string): string {
  const folder = encodeURIComponent(path.join(stateFolder, "socket"));
  return `postgresql://postgres@localhost/postgres?host=${folder}`;
}
