/**
 * `npm run bench:batch`: a batch of 25 photos at a provider that takes a fixed 2 s for each and 5 at a time. What is
 * over the ideal 10 s is ours: sending the photos up, hearing of the end, adopting, storing. Measured on an app that has
 * made three such batches.
 */
import { setTimeout as delay } from "node:timers/promises";
import sharp from "sharp";
import { DOUBLE_FAL_KEY, type FalDouble, openFalDouble } from "#tests/doubles/fal/server.ts";
import { newHome, type RunningApp, removeHome, startApp } from "#tests/setup/app.ts";
import { formatMs, median, type Row, untilQuiet } from "./measure.ts";
import { writeRows } from "./table.ts";

const RUNS = 5;
const WARM_UPS = 3;
const PHOTOS = 25;
const AT_ONCE = 5;
const WORK_MS = 2_000;
const IDEAL_MS = (PHOTOS / AT_ONCE) * WORK_MS;
const GOAL_PERCENT = 3;
/** Small models: what the kernel takes to measure large ones is another bench's. */
const FACES = 400;
/** Longer than promised events wait to be looked for again. */
const RELAY_MS = 6_000;

/** A thing on a plain ground, another one for each number: the same photo would not be ordered twice. */
async function photo(n: number): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="480">
    <rect width="480" height="480" fill="#ece8e1"/>
    <rect x="150" y="${100 + n}" width="180" height="240" rx="24" fill="hsl(${n * 14} 60% 40%)"/></svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer());
}

const photos = await Promise.all(Array.from({ length: PHOTOS }, (_, n) => photo(n)));
const authorised = ({ demo }: RunningApp) => ({
  authorization: `Bearer ${demo.customer.api_key as string}`,
});

/** From the answer of the upload to the event that all is done, ms. */
async function batchMs(app: RunningApp, count: number): Promise<number> {
  const form = new FormData();
  for (const [n, bytes] of photos.slice(0, count).entries()) {
    form.append("files", new Blob([bytes as BlobPart]), `thing-${n}.jpg`);
  }
  const headers = authorised(app);
  const answer = await fetch(`${app.url}/api/v1/upload`, { method: "POST", headers, body: form });
  const { job_id: jobId } = (await answer.json()) as { job_id: string };
  const startedMs = performance.now();
  const stream = await fetch(`${app.url}/api/v1/status/jobs/${jobId}/stream`, { headers });
  let text = "";
  for await (const piece of stream.body!.pipeThrough(new TextDecoderStream())) {
    text += piece;
    if (text.includes("event: job_completed")) break;
  }
  const tookMs = performance.now() - startedMs;
  if (!text.includes(`"successful":${count}`)) throw new Error(`Not all were made: ${text}`);
  return tookMs;
}

async function measure(app: RunningApp, { state }: FalDouble): Promise<number[]> {
  state.workMs = 10;
  // A server that has been up for a while: what a batch runs through is compiled.
  for (let run = 0; run < WARM_UPS; run += 1) {
    state.reset();
    state.always = { mostFaces: FACES };
    await batchMs(app, PHOTOS);
  }
  await untilQuiet();
  state.workMs = WORK_MS;
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    // What the run before promised (a mail about its end) is sent every few seconds.
    await delay(RELAY_MS);
    state.reset();
    state.always = { mostFaces: FACES };
    times.push(await batchMs(app, PHOTOS));
    if (state.submits !== PHOTOS) throw new Error(`${state.submits} orders for ${PHOTOS} photos`);
  }
  return times;
}

const double = await openFalDouble({ workMs: WORK_MS });
const home = newHome();
const app = await startApp({
  home,
  env: { FAL_KEY: DOUBLE_FAL_KEY, FAL_BASE_URL: double.url, FAL_CONCURRENCY: String(AT_ONCE) },
});
try {
  const times = await measure(app, double);
  const over = 100 * (median(times) / IDEAL_MS - 1);
  const rows: Row[] = [
    {
      what: `batch of ${PHOTOS} at a provider of ${WORK_MS / 1000} s, ${AT_ONCE} at a time`,
      median: `${formatMs(median(times))} (${over.toFixed(1)} % over the ideal ${IDEAL_MS / 1000} s)`,
      runs: RUNS,
      goal: `≤ ${GOAL_PERCENT} % over`,
    },
  ];
  console.log(`${times.map(formatMs).join(", ")}; ${over.toFixed(1)} % over the ideal`);
  writeRows(rows);
} finally {
  await app.stop();
  await double.close();
  removeHome(home);
}
process.exit(0);
