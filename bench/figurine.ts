/**
 * `npm run bench:figurine`: a face photo to its proof in the running app, stage by stage; writes the table of
 * docs/benchmarks.md.
 */
import { setTimeout as delay } from "node:timers/promises";
import { newHome, removeHome, startApp } from "#tests/setup/app.ts";
import { DRAWN_MARKS, facePhoto } from "#tests/setup/face-photo.ts";
import { median, timeRow } from "./measure.ts";
import { writeRows } from "./table.ts";

const RUNS = Number(process.env.BENCH_RUNS ?? 3);
const ASK_EVERY_MS = 250;

interface Stage {
  stage: string;
  status: string;
}

const home = newHome();
const app = await startApp({ home });
const headers = { authorization: `Bearer ${app.demo.customer.api_key}` };
const photo = await facePhoto();

async function ask(path: string, init: RequestInit = {}) {
  const answer = await fetch(`${app.url}${path}`, { ...init, headers });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

/** Times at which each stage was done, ms after the photo was sent. */
async function oneRun(seed: number): Promise<Map<string, number>> {
  const form = new FormData();
  form.append("photos", new Blob([photo as BlobPart]), "face.jpg");
  const fields = {
    ...{ subject: "me", consent: "true", seed: String(seed), template: "graduate" },
    ...{ eyes: JSON.stringify(DRAWN_MARKS.eyes), mouth: JSON.stringify(DRAWN_MARKS.mouth) },
  };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const startedMs = performance.now();
  const { figurine_id } = await ask("/api/v1/figurines", { method: "POST", body: form });
  const doneMs = new Map<string, number>();
  while (doneMs.size < 6) {
    await delay(ASK_EVERY_MS);
    const { stages, status } = await ask(`/api/v1/figurines/${figurine_id}`);
    if (status === "failed") throw new Error(`A stage failed: ${JSON.stringify(stages)}`);
    for (const { stage, status: is } of stages as Stage[])
      if (is === "done" && !doneMs.has(stage)) doneMs.set(stage, performance.now() - startedMs);
  }
  return doneMs;
}

try {
  // The first run starts the workshop's process: it is a warm-up.
  await oneRun(100);
  const runs: Map<string, number>[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await oneRun(200 + 10 * run));
  const rows = [...runs[0]!.keys()].map((stage) => {
    const times = runs.map((run) => run.get(stage)!);
    const goal = stage === "proof" ? "< 20 s" : undefined;
    console.log(`${stage}: ${Math.round(median(times))} ms after the photo was sent`);
    return timeRow(`face photo → ${stage} of a figurine (REST)`, times, goal);
  });
  writeRows(rows);
} finally {
  await app.stop();
  removeHome(home);
}
process.exit(0);
